# ogive_symbol_tests(<folder>): see the top of symbols/check.sh.
function(ogive_symbol_tests folder)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
    ogive_compile_command(compile)
    foreach(source IN LISTS sources)
        get_filename_component(name "${source}" NAME_WE)
        add_test(NAME "symbols.${name}"
            COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/symbols/check.sh" "${source}" ${compile})
    endforeach()
endfunction()
