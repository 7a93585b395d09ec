#!/bin/sh
# Trains a network on Fashion-MNIST with any of the activations: builds the example train, and runs it with the options
# given. Installs what is missing on a Debian machine.
#
#     sh examples/train.sh --activation swiglu --epochs 5
#     sh examples/train.sh --help
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

want g++ g++
want cmake cmake
want ninja-build ninja
want libxsimd-dev /usr/include/xsimd/xsimd.hpp
want libboost-dev /usr/include/boost/hana.hpp
want zlib1g-dev /usr/include/zlib.h
want libtbb-dev /usr/include/tbb/tbb.h
want libeigen3-dev /usr/include/eigen3/Eigen/Core
want libcli11-dev /usr/include/CLI/CLI.hpp
want dataset-fashion-mnist /usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz
install_wanted || echo "trying without"

cmake -S . -B build/examples -G Ninja -DCMAKE_CXX_COMPILER=g++ -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_CXX_FLAGS=-march=native -DCMAKE_CXX_FLAGS_RELEASE=-O3 \
    -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_BENCHMARKS=OFF -DOGIVE_BUILD_DOCS=OFF >/dev/null
cmake --build build/examples --target train
exec build/examples/examples/train/train "$@"
