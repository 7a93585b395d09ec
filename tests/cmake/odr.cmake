# ogive_odr_test(<folder>): one program from main.cpp and a file for each instruction set, every file
# compiled with its own -m flags. Which of them the machine can run is for main.cpp to find out.
function(ogive_odr_test folder)
    if(NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/main.cpp" OR NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        return()
    endif()

    set(flags_main   -march=x86-64)
    set(flags_no_exceptions -march=x86-64 -fno-exceptions)
    set(flags_sse2   -march=x86-64)
    set(flags_sse4   -march=x86-64 -msse4.2)
    set(flags_avx    -march=x86-64 -mavx)
    set(flags_avx2   -march=x86-64 -mavx2 -mfma)
    set(flags_avx512 -march=skylake-avx512)

    add_executable(ogive_test_odr)
    foreach(part no_exceptions avx512 avx2 avx sse4 sse2 main)  # the linker keeps the first copy of what they share
        set(source "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/${part}.cpp")
        if(EXISTS "${source}")
            target_sources(ogive_test_odr PRIVATE "${source}")
            set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS "${flags_${part}}")
        endif()
    endforeach()
    target_link_libraries(ogive_test_odr PRIVATE ogive::ogive ogive_warnings)
    add_test(NAME odr COMMAND ogive_test_odr)
    ogive_compile_command(compile)
    add_test(NAME odr.shared COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/shared.sh" ${compile})
endfunction()
