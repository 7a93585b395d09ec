# ogive_static_tests(<folder>): each .cpp file only has to compile.
function(ogive_static_tests folder)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
    ogive_compile_command(compile)
    foreach(source IN LISTS sources)
        get_filename_component(name "${source}" NAME_WE)
        add_test(NAME "static.${name}" COMMAND ${compile} -Wall -Wextra -fsyntax-only "${source}")
    endforeach()
endfunction()

# ogive_chain_test(<operations>): a formula of so many operations compiles with its gradients, with no limit raised.
function(ogive_chain_test operations)
    ogive_compile_command(compile)
    string(JOIN " " compile ${compile})
    add_test(NAME "static.chain_of_${operations}"
        COMMAND sh -c "sh generate.sh chain ${operations} | ${compile} -fsyntax-only -x c++ -"
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}/bench/compile_time")
endfunction()

# ogive_header_tests(): each header compiles by itself. One compiler is enough.
function(ogive_header_tests)
    if(NOT OGIVE_TESTS_ONCE)
        return()
    endif()
    if(CMAKE_GENERATOR STREQUAL "Ninja")
        set(keep_going -- -k 0)
    endif()
    add_test(NAME headers.self_contained
        COMMAND "${CMAKE_COMMAND}" --build "${PROJECT_BINARY_DIR}"
            --target ogive_verify_interface_header_sets ${keep_going})
    set_tests_properties(headers.self_contained PROPERTIES PROCESSORS 2 COST 1000)
endfunction()
