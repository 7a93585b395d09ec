# ogive_count_test(): bench/check.sh with this compiler, one of them.
function(ogive_count_test)
    find_program(OGIVE_VALGRIND valgrind)
    if(NOT OGIVE_TESTS_ONCE OR NOT OGIVE_VALGRIND OR NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" OR CMAKE_CXX_FLAGS MATCHES "-fsanitize")
        return()
    endif()
    add_test(NAME counts COMMAND sh "${PROJECT_SOURCE_DIR}/bench/check.sh" "${CMAKE_CXX_COMPILER}")
    set_tests_properties(counts PROPERTIES SKIP_RETURN_CODE 77 COST 400)
endfunction()
