#!/bin/sh
# Two or three ways to the same, taking turns: builds the program, runs it, and prints the fastest repetition of each and
# their ratio. Installs what is missing on a Debian machine.
#
#     sh bench/pairs.sh copies [filter]          functions of 16M elements beside copies; on one pinned core
#     sh bench/pairs.sh compositions [filter]    a fused composition along rows beside its parts; on one pinned core
#     sh bench/pairs.sh rows [filter]            operations along rows beside loops by hand; on one pinned core
#     sh bench/pairs.sh threads [filter]         std::execution::par beside one thread
#     OGIVE_REPETITIONS=15                       more for a noisy machine
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

what=$1
case $what in
    copies) first=ogive ;;
    compositions) first=fused ;;
    rows) first=ogive ;;
    threads) first=par ;;
esac
want_to_build
want libbenchmark-dev /usr/include/benchmark/benchmark.h
want libtbb-dev /usr/include/tbb/tbb.h
install_wanted || echo "trying without"

cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DOGIVE_BUILD_BENCHMARKS=ON \
    -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_EXAMPLES=OFF -DOGIVE_BUILD_DOCS=OFF >/dev/null
cmake --build build/bench --target "bench_$what"

pin=
if [ "$what" != threads ] && command -v taskset >/dev/null; then pin="taskset -c $(($(nproc) - 1))"; fi
$pin "build/bench/bench/bench_$what" --benchmark_filter="${2:-.}" --benchmark_format=csv \
    --benchmark_repetitions="${OGIVE_REPETITIONS:-9}" --benchmark_enable_random_interleaving=true \
    --benchmark_min_time=0.02 | awk -v first="$first" -f bench/pairs.awk
