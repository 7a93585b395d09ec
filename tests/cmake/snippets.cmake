# ogive_snippet_tests(): every ```cpp block of README.md and docs/ compiles, and a page that is a program prints what it
# says. What a block may say of itself is at the top of snippets/extract.awk. Those of docs/activations, which the survey
# writes, are one program (snippets/together.sh).
function(ogive_snippet_tests)
    set(out "${CMAKE_CURRENT_BINARY_DIR}/snippets")
    file(REMOVE_RECURSE "${out}")
    file(MAKE_DIRECTORY "${out}")
    file(GLOB readme CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/README.md")
    file(GLOB_RECURSE pages CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/docs/*.md")
    ogive_compile_command(compile)

    list(FILTER pages EXCLUDE REGEX "^docs/activations/")
    add_test(NAME snippets.docs.activations
        COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/snippets/together.sh" "${out}/activations" ${compile})

    foreach(page IN LISTS readme pages)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${page}")
        string(REGEX REPLACE "\\.md$" "" name "${page}")
        string(REPLACE "/" "." name "${name}")
        execute_process(
            COMMAND awk -v "out=${out}/${name}" -v "page=${page}"
                -f "${CMAKE_CURRENT_SOURCE_DIR}/snippets/extract.awk" "${PROJECT_SOURCE_DIR}/${page}"
            COMMAND_ERROR_IS_FATAL ANY)
        file(GLOB blocks "${out}/${name}.line*.cpp")
        foreach(block IN LISTS blocks)
            get_filename_component(test "${block}" NAME)
            string(REGEX REPLACE "\\.cpp$" "" test "${test}")
            add_test(NAME "snippets.${test}" COMMAND ${compile} -fsyntax-only "${block}")
        endforeach()
        if(EXISTS "${out}/${name}.program.cpp" AND OGIVE_TESTS_ONCE)
            add_test(NAME "snippets.${name}.program"
                COMMAND sh -c "\"$@\" -O1 ${name}.program.cpp -o ${name} && ./${name} | diff ${name}.program.txt -" sh ${compile}
                WORKING_DIRECTORY "${out}")
            set_tests_properties("snippets.${name}.program" PROPERTIES COST 100)
        endif()
    endforeach()
endfunction()
