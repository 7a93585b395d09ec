# ogive_c99_test(<folder>): see the top of c99/check.sh. A second compiler would print the same.
function(ogive_c99_test folder)
    find_program(OGIVE_CC NAMES cc gcc clang)
    if(NOT OGIVE_TESTS_ONCE OR NOT OGIVE_CC)
        return()
    endif()
    ogive_compile_command(compile)
    add_test(NAME c99.catalogue
        COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/check.sh" "${OGIVE_CC}" "${CMAKE_CURRENT_BINARY_DIR}/c99" ${compile})
    set_tests_properties(c99.catalogue PROPERTIES COST 500)
endfunction()
