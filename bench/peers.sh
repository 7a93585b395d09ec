#!/bin/sh
# Ogive beside the other libraries: builds, runs interleaved on one pinned core, and prints for each function and size
# the time of each and Ogive's ratio to the fastest of the others. Installs what is missing on a Debian machine; a
# library that cannot be had is left out.
#
#     sh bench/peers.sh [filter]      a regular expression, e.g. '^silu/.*/aligned/1x4096'
#     OGIVE_REPETITIONS=15            more for a noisy machine
#     OGIVE_MARCH=haswell             all of them held to AVX2, but for XNNPACK, which cannot be and is left out
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

. bench/packages.sh
install_wanted || echo "trying without"

build=build/bench
march=${OGIVE_MARCH:-native}
left_out='^$'
if [ "$march" != native ]; then
    build=build/bench-$march
    left_out=XNNPACK
    export ONEDNN_MAX_CPU_ISA=AVX2 DNNL_MAX_CPU_ISA=AVX2 ATEN_CPU_CAPABILITY=avx2
fi

cmake -S . -B "$build" -G Ninja "-DOGIVE_BENCH_FLAGS=-O3 -march=$march" -DCMAKE_BUILD_TYPE=Release \
    -DOGIVE_BUILD_BENCHMARKS=ON -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_EXAMPLES=OFF -DOGIVE_BUILD_DOCS=OFF |
    grep bench_peers || true
cmake --build "$build" --target bench_peers

pin=
if command -v taskset >/dev/null; then pin="taskset -c $(($(nproc) - 1))"; fi
export OMP_NUM_THREADS=1
$pin "$build/bench/peers/bench_peers" --benchmark_filter="${1:-.}" --benchmark_format=csv \
    --benchmark_repetitions="${OGIVE_REPETITIONS:-9}" --benchmark_enable_random_interleaving=true \
    --benchmark_min_time=0.01 | grep -v "$left_out" | awk -f bench/peers.awk
