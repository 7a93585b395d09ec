# ogive_accuracy_test(<folder>): the program ogive_accuracy, of main.cpp and a file for each instruction set, compiled
# with its own -m flags; a second compiler builds that of AVX2 alone. CTest runs it over 2^22 floats; a run over all of them takes hours.
function(ogive_accuracy_test folder)
    if(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" OR CMAKE_CXX_FLAGS MATCHES "-fsanitize")
        return()
    endif()
    find_package(Threads REQUIRED)

    set(flags_main   -march=x86-64)
    set(flags_sse2   -march=x86-64)
    set(flags_avx2   -march=haswell)
    set(flags_avx512 -march=skylake-avx512)

    set(sets avx2)
    if(OGIVE_TESTS_ONCE)
        list(APPEND sets sse2 avx512)
    endif()
    add_executable(ogive_accuracy)
    list(TRANSFORM sets TOUPPER OUTPUT_VARIABLE defined)
    list(TRANSFORM defined PREPEND OGIVE_WITH_)
    target_compile_definitions(ogive_accuracy PRIVATE ${defined})
    foreach(part main ${sets})  # the linker keeps the first copy of what they share
        set(source "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/${part}.cpp")
        target_sources(ogive_accuracy PRIVATE "${source}")
        set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS "-O2;${flags_${part}}")
    endforeach()
    target_link_libraries(ogive_accuracy PRIVATE ogive::ogive ogive_warnings Threads::Threads)
    add_test(NAME accuracy COMMAND ogive_accuracy step=1019)
endfunction()
