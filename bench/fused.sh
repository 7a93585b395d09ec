#!/bin/sh
# Fused against one pass per operation against the best hand-written loop: builds, runs interleaved on one
# pinned core, and prints the ratios of the fastest repetitions. Installs what is missing on a Debian machine.
#
#     sh bench/fused.sh [filter]        a regular expression, e.g. 'swiglu.*/float/4096'
#     OGIVE_REPETITIONS=15            more for a noisy machine
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

want_to_build
want libbenchmark-dev /usr/include/benchmark/benchmark.h
install_wanted || echo "trying without"

cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DOGIVE_BUILD_BENCHMARKS=ON \
    -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_EXAMPLES=OFF -DOGIVE_BUILD_DOCS=OFF >/dev/null
cmake --build build/bench --target bench_fused

pin=
if command -v taskset >/dev/null; then pin="taskset -c $(($(nproc) - 1))"; fi
$pin build/bench/bench/bench_fused --benchmark_filter="${1:-.}" --benchmark_format=csv \
    --benchmark_repetitions="${OGIVE_REPETITIONS:-9}" --benchmark_enable_random_interleaving=true \
    --benchmark_min_time=0.02 | awk -f bench/ratios.awk
