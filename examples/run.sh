#!/bin/sh
# Builds the examples and runs them. Installs what is missing on a Debian machine.
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

want_to_build
want libbenchmark-dev /usr/include/benchmark/benchmark.h
want zlib1g-dev /usr/include/zlib.h
want dataset-fashion-mnist /usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz
install_wanted || echo "trying without"

cmake -S . -B build/examples -G Ninja -DCMAKE_CXX_COMPILER=g++ -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_CXX_FLAGS=-march=native -DCMAKE_CXX_FLAGS_RELEASE=-O3 \
    -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_BENCHMARKS=OFF -DOGIVE_BUILD_DOCS=OFF

for example in quickstart learned_activation batch_norm; do
    cmake --build build/examples --target "$example"
    echo "== $example"
    "build/examples/examples/$example"
done

cmake --build build/examples --target own_benchmark
echo "== own_benchmark, of float"
build/examples/examples/own_benchmark --benchmark_filter=/float/ --benchmark_min_time=0.05
