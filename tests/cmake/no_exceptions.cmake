# ogive_no_exceptions_tests(<folder>): each .cpp file is a program of its own, built without exceptions.
# It must return 0; or, when its first line is "// expect: <sentence>", print that sentence.
function(ogive_no_exceptions_tests folder)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
    foreach(source IN LISTS sources)
        get_filename_component(name "${source}" NAME_WE)
        set(target "ogive_test_no_exceptions_${name}")
        add_executable(${target} "${source}")
        target_link_libraries(${target} PRIVATE ogive::ogive ogive_warnings)
        target_compile_options(${target} PRIVATE -fno-exceptions)
        add_test(NAME "no_exceptions.${name}"
            COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/no_exceptions/check.sh" "${source}" $<TARGET_FILE:${target}>)
    endforeach()
endfunction()
