#!/bin/sh
# Trains a network on Fashion-MNIST with any of the activations: builds the example train, and runs it with the options
# given. Installs what is missing on a Debian machine.
#
#     sh examples/train.sh --activation swiglu --epochs 5
#     sh examples/train.sh --help
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

. examples/train/packages.sh
install_wanted || echo "trying without"

cmake -S . -B build/examples -G Ninja -DCMAKE_CXX_COMPILER=g++ -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_CXX_FLAGS=-march=native -DCMAKE_CXX_FLAGS_RELEASE=-O3 \
    -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_BENCHMARKS=OFF -DOGIVE_BUILD_DOCS=OFF >/dev/null
cmake --build build/examples --target train
exec build/examples/examples/train/train "$@"
