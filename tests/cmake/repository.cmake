# ogive_repository_tests(): rules for the text of the repository. No compiler is in it.
function(ogive_repository_tests)
    if(NOT OGIVE_TESTS_ONCE)
        return()
    endif()
    foreach(rule floors words accuracy)
        add_test(NAME "repository.${rule}"
            COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/repository/${rule}.sh" "${PROJECT_SOURCE_DIR}")
    endforeach()
endfunction()
