#!/bin/sh
# Builds and runs every test with g++, then with clang++, then those of the loops (simd, kernel) under sanitizers.
# Installs what is missing on a Debian machine. The last line is "N passed, N failed".
#
#     OGIVE_QUICK=1    leaves the sanitizers out
#     OGIVE_GXX, OGIVE_CLANGXX, OGIVE_JOBS, OGIVE_CMAKE_ARGS    other compilers, fewer jobs, more options
set -u
cd "$(dirname "$0")/.." || exit 1
. cmake/debian.sh

gxx=${OGIVE_GXX:-g++}
clangxx=${OGIVE_CLANGXX:-clang++-14}
jobs=${OGIVE_JOBS:-$(nproc)}

want g++ "$gxx"
want clang-14 "$clangxx"
want libclang-rt-14-dev /usr/share/doc/libclang-rt-14-dev
want cmake cmake
want ninja-build ninja
want catch2 /usr/include/catch2/catch.hpp
want libxsimd-dev /usr/include/xsimd/xsimd.hpp
want libbenchmark-dev /usr/include/benchmark/benchmark.h
want libboost-dev /usr/include/boost/hana.hpp
want libtbb-dev /usr/include/tbb/tbb.h
want libeigen3-dev /usr/include/eigen3/Eigen/Core
want valgrind valgrind
want sollya sollya
want doxygen doxygen
want g++-aarch64-linux-gnu aarch64-linux-gnu-g++
want qemu-user qemu-aarch64
want libtorch-dev /usr/include/torch/csrc/api/include/torch/torch.h
want libmpfr-dev /usr/include/mpfr.h
want zlib1g-dev /usr/include/zlib.h
want libcli11-dev /usr/include/CLI/CLI.hpp
want dataset-fashion-mnist /usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz
want gnuplot-nox gnuplot
install_wanted || echo "trying without"

passed=0
failed=0

# run <name> <targets> <options of ctest that choose the tests> <cmake option>...
# A step that fails counts as one failed test; what was built is tested all the same.
run() {
    name=$1 targets=$2 chosen=$3
    shift 3
    dir=build/test-$name
    echo "== $name"

    if ! cmake -S . -B "$dir" -G Ninja -DOGIVE_BUILD_TESTS=ON -DOGIVE_BUILD_BENCHMARKS=OFF \
        -DOGIVE_BUILD_EXAMPLES=OFF ${OGIVE_CMAKE_ARGS:-} "$@"; then
        echo "FAILED: $name does not configure"
        failed=$((failed + 1))
        return
    fi
    if ! cmake --build "$dir" --target $targets -j "$jobs" -- -k 0; then
        echo "FAILED: $name does not build"
        failed=$((failed + 1))
    fi

    ctest --test-dir "$dir" $chosen -j "$jobs" --timeout 600 --output-on-failure >"$dir/ctest.log" 2>&1
    cat "$dir/ctest.log"
    # "97% tests passed, 1 tests failed out of 34"
    counts=$(sed -n 's/^[0-9]*% tests passed, \([0-9]*\) tests* failed out of \([0-9]*\)$/\1 \2/p' "$dir/ctest.log")
    if [ -z "$counts" ]; then
        echo "FAILED: $name ran no test"
        failed=$((failed + 1))
        return
    fi
    bad=${counts% *}
    passed=$((passed + ${counts#* } - bad))
    failed=$((failed + bad))
    echo "== $name: $((${counts#* } - bad)) passed, $bad failed"
}

release="-DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O2 -DCMAKE_CXX_FLAGS=-march=native -DOGIVE_WERROR=ON"

# In half an hour on two cores: what one compiler is enough for by g++, each part of the catalogue's generic tests and each
# instruction set's accuracy by one of them; by clang, which takes half the time, what takes longest; math's functions by
# g++, and kernel's under clang mostly with sanitizers; what is recognised and what formulas keep, PyTorch's answers, the
# networks, and the pages of the activations, by clang. Sollya takes long for three of the scripts.
run gcc all "-E ^snippets.docs.activations$" $release -DCMAKE_CXX_COMPILER="$gxx" \
    "-DOGIVE_TESTS_WITHOUT=^(torch|train)/|^properties|catalogue_part_(.[13579]|02|1.)|activation/(fast|hyper_parameters|values_rows|second_order_rows)|benchmark/one_by_one|kernel/(loaded|formulas|recognition)|primitive/(entropies|exprel|limits|logarithms|rules_one_argument|rules_rows)|coefficients/(normal_pieces|gelu_pieces|octaves)|^(sse2|avx2)$"
run clang all "" $release -DOGIVE_TESTS_ONCE=OFF -DCMAKE_CXX_COMPILER="$clangxx" \
    "-DOGIVE_TESTS_WITHOUT=^math/|catalogue_part_0[468]|^kernel/(rows|guesses|slice|policies|interleaved|explain|calls|operands|sums|labels)|print/golden|^avx512$"
if [ "${OGIVE_QUICK:-0}" != 1 ]; then
    # By clang: under g++ 12's undefined behaviour sanitizer, comparing addresses is no constant expression. Without
    # those of its checks that take the compiler most of its time: a null pointer, and a vector where one has to be
    # aligned and is not, end the program anyway. Addresses are checked by calls, not in place: less than half the code
    # to compile.
    run asan "ogive_test_simd ogive_test_kernel" "-L ^(simd|kernel)$" -DCMAKE_CXX_COMPILER="$clangxx" \
        "-DOGIVE_TESTS_WITHOUT=^kernel/(errors|formulas|guesses|loaded|own_primitives|recognition|seldom)" -DOGIVE_TESTS_ONCE=OFF \
        -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" \
        -DCMAKE_CXX_FLAGS="-march=native -Wno-unused-command-line-argument -mllvm -asan-instrumentation-with-call-threshold=0 -fsanitize=address,undefined -fno-sanitize=alignment,null,object-size,pointer-overflow -fno-sanitize-recover=all"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
