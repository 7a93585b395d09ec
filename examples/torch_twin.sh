#!/bin/sh
# The same SwiGLU network trained by Ogive and by libtorch: builds the example torch_twin, and runs it with the options
# given. Installs what is missing on a Debian machine. libtorch's matrix products are those of the BLAS that is
# installed; OpenBLAS makes them faster, and the caches warmer for what stands between them.
#
#     sh examples/torch_twin.sh --threads 1 --steps 200
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

. examples/train/packages.sh
want libtorch-dev /usr/include/ATen/ATen.h
want libopenblas0-pthread "/usr/lib/$(gcc -print-multiarch 2>/dev/null)/openblas-pthread"
install_wanted || echo "trying without"

cmake -S . -B build/twin -G Ninja -DCMAKE_CXX_COMPILER=g++ -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_CXX_FLAGS=-march=native -DCMAKE_CXX_FLAGS_RELEASE=-O3 -DOGIVE_TRAIN_ACTIVATIONS=swiglu \
    -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_BENCHMARKS=OFF -DOGIVE_BUILD_DOCS=OFF >/dev/null
cmake --build build/twin --target torch_twin
threads=1
previous=
for word in "$@"; do
    if [ "$previous" = --threads ]; then threads=$word; fi
    previous=$word
done
# Threads of libtorch that wait for work by turning in a loop would take the processor from Ogive's.
OMP_WAIT_POLICY=passive OPENBLAS_NUM_THREADS=$threads exec build/twin/examples/train/torch_twin "$@"
