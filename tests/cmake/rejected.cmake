# ogive_rejected_tests(<folder>): see the top of rejected/check.sh.
function(ogive_rejected_tests folder)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
    ogive_compile_command(compile)
    # What they all include, compiled once.
    set(header "${CMAKE_CURRENT_BINARY_DIR}/rejected.hpp")
    file(WRITE "${header}" "#include <ogive/ogive.hpp>\n")
    add_test(NAME rejected.headers COMMAND ${compile} -x c++-header "${header}" -o "${header}.gch")
    set_tests_properties(rejected.headers PROPERTIES FIXTURES_SETUP rejected_headers COST 1000)
    foreach(source IN LISTS sources)
        get_filename_component(name "${source}" NAME_WE)
        add_test(NAME "rejected.${name}"
            COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/rejected/check.sh" "${source}" ${compile} -include "${header}")
        set_tests_properties("rejected.${name}" PROPERTIES FIXTURES_REQUIRED rejected_headers)
    endforeach()
endfunction()

# ogive_fast_math_tests(): -ffast-math is refused, and so are those of its parts that the compiler names in a macro.
function(ogive_fast_math_tests)
    ogive_compile_command(compile)
    set(options -ffast-math -ffinite-math-only)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        list(APPEND options -funsafe-math-optimizations -fno-signed-zeros)
    endif()
    foreach(option IN LISTS options)
        add_test(NAME "rejected.${option}"
            COMMAND ${compile} ${option} -fsyntax-only -x c++ "${PROJECT_SOURCE_DIR}/include/ogive/meta/config.hpp")
        set_tests_properties("rejected.${option}" PROPERTIES PASS_REGULAR_EXPRESSION "ogive: -ffast-math and its parts")
    endforeach()
endfunction()
