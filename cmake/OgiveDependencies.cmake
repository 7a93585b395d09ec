# One macro for each dependency: the system's first; with OGIVE_FETCH=ON a pinned download if there is none.
# Macros, so that what find_package sets is seen by the caller.

include(FetchContent)

set(OGIVE_BOOST_VERSION 1.74)

macro(ogive_require_boost)
    find_package(Boost ${OGIVE_BOOST_VERSION} QUIET GLOBAL)
    if(NOT TARGET Boost::headers)
        message(FATAL_ERROR "ogive needs the headers of Boost ${OGIVE_BOOST_VERSION} or later (libboost-dev)")
    endif()
endmacro()

macro(ogive_require_xsimd)
    include(OgiveXsimd)
    if(NOT TARGET ogive::xsimd AND OGIVE_FETCH)
        FetchContent_Declare(ogive_xsimd # 14.3.0
            GIT_REPOSITORY https://github.com/xtensor-stack/xsimd.git
            GIT_TAG        e88a72831858123924f7118f345dfe5d70d95991
            SOURCE_SUBDIR  headers-only)
        FetchContent_MakeAvailable(ogive_xsimd)
        set(OGIVE_XSIMD_INCLUDE_DIR "${ogive_xsimd_SOURCE_DIR}/include")
        include(OgiveXsimd)
    endif()
    if(NOT TARGET ogive::xsimd)
        message(FATAL_ERROR "ogive needs xsimd 8.1 or later: install it (libxsimd-dev), or pass "
                            "-DOGIVE_XSIMD_INCLUDE_DIR=<directory> or -DOGIVE_FETCH=ON")
    endif()
endmacro()

macro(ogive_require_catch2)
    find_package(Catch2 2.13 QUIET)
    if(NOT TARGET Catch2::Catch2 AND OGIVE_FETCH)
        FetchContent_Declare(ogive_catch2 # v2.13.10
            GIT_REPOSITORY https://github.com/catchorg/Catch2.git
            GIT_TAG        182c910b4b63ff587a3440e08f84f70497e49a81
            SOURCE_SUBDIR  headers-only)
        FetchContent_MakeAvailable(ogive_catch2)
        add_library(Catch2::Catch2 INTERFACE IMPORTED)
        target_include_directories(Catch2::Catch2 INTERFACE "${ogive_catch2_SOURCE_DIR}/single_include")
        list(APPEND CMAKE_MODULE_PATH "${ogive_catch2_SOURCE_DIR}/contrib")
    endif()
    if(NOT TARGET Catch2::Catch2)
        message(FATAL_ERROR "the tests need Catch2 2.13: install it (catch2), or pass -DOGIVE_FETCH=ON "
                            "or -DOGIVE_BUILD_TESTS=OFF")
    endif()
endmacro()

macro(ogive_require_benchmark)
    find_package(benchmark QUIET)
    if(NOT TARGET benchmark::benchmark AND OGIVE_FETCH)
        set(BENCHMARK_ENABLE_TESTING OFF)
        set(BENCHMARK_ENABLE_INSTALL OFF)
        FetchContent_Declare(ogive_benchmark # v1.7.1
            GIT_REPOSITORY https://github.com/google/benchmark.git
            GIT_TAG        d572f4777349d43653b21d6c2fc63020ab326db2)
        FetchContent_MakeAvailable(ogive_benchmark)
    endif()
    if(NOT TARGET benchmark::benchmark)
        message(FATAL_ERROR "the benchmarks need Google Benchmark: install it (libbenchmark-dev), or pass "
                            "-DOGIVE_FETCH=ON or -DOGIVE_BUILD_BENCHMARKS=OFF")
    endif()
endmacro()
