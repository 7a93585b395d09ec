# The target ogive_exact, formulas in many digits (exact/formula.hpp, exact/curve.hpp), where MPFR is installed.
find_library(OGIVE_MPFR mpfr)
find_library(OGIVE_GMP gmp)
if(OGIVE_MPFR AND OGIVE_GMP)
    add_library(ogive_exact OBJECT exact/curve.cpp exact/definitions.cpp exact/formula.cpp)
    target_include_directories(ogive_exact PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
    target_compile_definitions(ogive_exact INTERFACE OGIVE_WITH_MPFR)
    target_link_libraries(ogive_exact PUBLIC ogive::ogive "${OGIVE_MPFR}" "${OGIVE_GMP}" PRIVATE ogive_warnings)

    add_executable(ogive_exact_primitives exact/own_primitives.cpp)
    target_compile_options(ogive_exact_primitives PRIVATE -O1)
    target_link_libraries(ogive_exact_primitives PRIVATE ogive_exact ogive_warnings)
    add_test(NAME exact.own_primitives COMMAND ogive_exact_primitives)
endif()
