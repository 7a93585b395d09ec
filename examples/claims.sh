#!/bin/sh
# Tries what is said of activation functions on Fashion-MNIST, and writes docs/claims.md with its pictures. Under an hour
# on two cores; with --quick under three minutes, into build/claims. Installs what is missing on a Debian machine.
#
#     sh examples/claims.sh [--quick] [--only <claim>...]
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

. examples/train/packages.sh
want gnuplot-nox gnuplot
install_wanted || echo "trying without"

cmake -S . -B build/claims -G Ninja -DCMAKE_CXX_COMPILER=g++ -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_CXX_FLAGS=-march=native -DCMAKE_CXX_FLAGS_RELEASE=-O3 \
    "-DOGIVE_TRAIN_ACTIVATIONS=$(paste -sd ';' examples/claims/activations.txt)" \
    -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_BENCHMARKS=OFF -DOGIVE_BUILD_DOCS=OFF >/dev/null
cmake --build build/claims --target claims
output=docs
for word in "$@"; do
    case $word in --quick | --only) output=build/claims/page ;; esac
done
exec build/claims/examples/claims/claims --output "$output" "$@"
