# ogive_memory_tests(<folder>): what the compiled loops read and write, counted by cachegrind, which knows
# AVX2 but not AVX-512: eight floats an access.
function(ogive_memory_tests folder)
    find_program(OGIVE_VALGRIND valgrind)
    if(NOT OGIVE_VALGRIND OR NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" OR CMAKE_CXX_FLAGS MATCHES "-fsanitize")
        return()
    endif()
    add_executable(ogive_test_memory "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/traffic.cpp")
    target_link_libraries(ogive_test_memory PRIVATE ogive::ogive ogive_warnings)
    target_compile_options(ogive_test_memory PRIVATE -O2 -march=haswell)
    foreach(pass IN ITEMS "evaluate 2 1" "backward 3 2")
        separate_arguments(pass)
        list(GET pass 0 name)
        list(GET pass 1 reads)
        list(GET pass 2 writes)
        add_test(NAME "memory.${name}" COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/check.sh"
                 $<TARGET_FILE:ogive_test_memory> ${name} ${reads} ${writes} 8)
    endforeach()
endfunction()
