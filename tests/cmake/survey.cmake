# ogive_survey_test(<folder>): see the top of survey/check.sh. It chooses its own compiler.
function(ogive_survey_test folder)
    find_program(OGIVE_GNUPLOT gnuplot)
    if(NOT OGIVE_TESTS_ONCE OR NOT OGIVE_GNUPLOT OR NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        return()
    endif()
    add_test(NAME docs.survey
        COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/check.sh" "${CMAKE_CURRENT_BINARY_DIR}/survey")
    set_tests_properties(docs.survey PROPERTIES COST 500)
endfunction()
