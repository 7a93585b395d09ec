# ogive_repository_tests(): rules for the text of the repository. Labelled once: no compiler is in it.
function(ogive_repository_tests)
    foreach(rule floors words)
        add_test(NAME "repository.${rule}"
            COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/repository/${rule}.sh" "${PROJECT_SOURCE_DIR}")
        set_tests_properties("repository.${rule}" PROPERTIES LABELS once)
    endforeach()
endfunction()
