# ogive_rejected_tests(<folder>): see the top of rejected/check.sh.
function(ogive_rejected_tests folder)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
    ogive_compile_command(compile)
    add_test(NAME rejected.headers COMMAND ${compile} -x c++-header "${ogive_described}" -o "${ogive_described}.gch")
    set_tests_properties(rejected.headers PROPERTIES FIXTURES_SETUP rejected_headers COST 1000)
    foreach(source IN LISTS sources)
        get_filename_component(name "${source}" NAME_WE)
        add_test(NAME "rejected.${name}"
            COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/rejected/check.sh" "${source}" ${compile} -include "${ogive_described}")
        set_tests_properties("rejected.${name}" PROPERTIES FIXTURES_REQUIRED rejected_headers)
    endforeach()
endfunction()

# ogive_rejected_flag_test(<flag> <header> <sentence>): the header is refused with the sentence under the flag.
function(ogive_rejected_flag_test flag header sentence)
    ogive_compile_command(compile)
    add_test(NAME "rejected.${flag}"
        COMMAND ${compile} ${flag} -fsyntax-only -x c++ "${PROJECT_SOURCE_DIR}/include/ogive/${header}")
    set_tests_properties("rejected.${flag}" PROPERTIES PASS_REGULAR_EXPRESSION "ogive: ${sentence}")
endfunction()

# ogive_rejected_flags_tests(): a target that xsimd knows nothing of, macros that no header stands, an older language, and
# -ffast-math with those of its parts, and of its like, that the compiler tells of.
function(ogive_rejected_flags_tests)
    ogive_rejected_flag_test(-DXSIMD_NO_SUPPORTED_ARCHITECTURE simd/registers.hpp "xsimd knows no instruction set")
    foreach(flag -Dmin=x -Dmax=x -DI=x)
        ogive_rejected_flag_test(${flag} meta/config.hpp "min, max or I is a macro")
    endforeach()
    ogive_rejected_flag_test(-std=c++17 meta/config.hpp "a compiler of C\\+\\+20 is needed")
    set(flags -ffast-math -ffinite-math-only)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        list(APPEND flags -funsafe-math-optimizations -fno-signed-zeros -freciprocal-math)
        ogive_rejected_flag_test(-fsingle-precision-constant meta/config.hpp "-fsingle-precision-constant takes digits")
    endif()
    foreach(flag IN LISTS flags)
        ogive_rejected_flag_test(${flag} meta/config.hpp "-ffast-math and its parts")
    endforeach()
endfunction()
