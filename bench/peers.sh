#!/bin/sh
# Ogive beside the other libraries: builds, runs interleaved on one pinned core, and prints for each function and size
# the time of each and Ogive's ratio to the fastest of the others. Installs what is missing on a Debian machine; a
# library that cannot be had is left out.
#
#     sh bench/peers.sh [filter]      a regular expression, e.g. '^silu/.*/aligned/1x4096'
#     OGIVE_REPETITIONS=15            more for a noisy machine
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

. bench/packages.sh
install_wanted || echo "trying without"

cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DOGIVE_BUILD_BENCHMARKS=ON \
    -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_EXAMPLES=OFF -DOGIVE_BUILD_DOCS=OFF | grep bench_peers || true
cmake --build build/bench --target bench_peers

pin=
if command -v taskset >/dev/null; then pin="taskset -c $(($(nproc) - 1))"; fi
export OMP_NUM_THREADS=1
$pin build/bench/bench/peers/bench_peers --benchmark_filter="${1:-.}" --benchmark_format=csv \
    --benchmark_repetitions="${OGIVE_REPETITIONS:-9}" --benchmark_enable_random_interleaving=true \
    --benchmark_min_time=0.01 | awk -f bench/peers.awk
