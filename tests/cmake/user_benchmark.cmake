# ogive_user_benchmark_test(<folder>): a program of a user's own with <ogive/benchmark.hpp>, built, run, and what it
# reports checked; see the top of check.cmake.
function(ogive_user_benchmark_test folder)
    if(NOT OGIVE_TESTS_ONCE)
        return()
    endif()
    ogive_require_benchmark()
    add_executable(ogive_test_user_benchmark "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/main.cpp")
    target_link_libraries(ogive_test_user_benchmark PRIVATE
        ogive::ogive ogive_warnings benchmark::benchmark benchmark::benchmark_main)
    separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS}")
    add_test(NAME user_benchmark
        COMMAND "${CMAKE_COMMAND}" "-DPROGRAM=$<TARGET_FILE:ogive_test_user_benchmark>"
            "-DCOMPILER=${CMAKE_CXX_COMPILER}" "-DFLAGS=${flags}"
            -P "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/check.cmake")
endfunction()
