# The target ogive_compare, a subject against its formula in many digits (torch/compare.hpp).
if(TARGET ogive_exact)
    add_library(ogive_compare OBJECT torch/compare.cpp)
    target_link_libraries(ogive_compare PUBLIC ogive_exact PRIVATE ogive_warnings)
endif()

# ogive_torch_test(<folder>): the program ogive_oracle, which holds the catalogue against PyTorch and MPFR, where libtorch
# and MPFR are installed.
function(ogive_torch_test folder)
    ogive_is_left_out(left_out "${folder}/")
    if(left_out OR NOT TARGET ogive_compare)
        return()
    endif()
    include(OgiveTorch)
    find_path(OGIVE_TORCH_INCLUDE torch/torch.h PATH_SUFFIXES torch/csrc/api/include)
    find_library(OGIVE_TORCH torch)
    find_library(OGIVE_TORCH_CPU torch_cpu)
    find_library(OGIVE_C10 c10)
    foreach(part IN ITEMS TORCH_COMPILES TORCH_INCLUDE TORCH TORCH_CPU C10)
        if(NOT OGIVE_${part})
            message(STATUS "without the tests against libtorch: no ${part}")
            return()
        endif()
    endforeach()

    set(parts 6)
    math(EXPR last "${parts} - 1")
    foreach(part RANGE ${last})
        set(source "${CMAKE_CURRENT_BINARY_DIR}/torch/part_${part}.cpp")
        file(CONFIGURE OUTPUT "${source}" CONTENT [[
#include "entries.hpp"

template void oracle::add_part<@part@>(subjects<float>&, subjects<double>&);
]] @ONLY)
        list(APPEND sources "${source}")
    endforeach()
    add_executable(ogive_oracle ${folder}/main.cpp ${folder}/libtorch.cpp ${folder}/mpfr.cpp
        ${sources})
    target_include_directories(ogive_oracle PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/${folder}")
    target_include_directories(ogive_oracle SYSTEM PRIVATE "${OGIVE_TORCH_INCLUDE}")
    target_compile_definitions(ogive_oracle PRIVATE OGIVE_ORACLE_PARTS=${parts})
    # The gradients of the gradients by 11 arguments of pau are more steps than clang takes by itself.
    target_compile_options(ogive_oracle PRIVATE -O1 $<$<CXX_COMPILER_ID:Clang>:-fconstexpr-steps=4000000>)
    target_link_libraries(ogive_oracle PRIVATE ogive_compare ogive_exact ogive_warnings "${OGIVE_TORCH}" "${OGIVE_TORCH_CPU}"
        "${OGIVE_C10}")
    add_test(NAME torch.oracle COMMAND ogive_oracle)

    add_executable(ogive_torch_operator "${PROJECT_SOURCE_DIR}/examples/torch_operator.cpp")
    target_include_directories(ogive_torch_operator SYSTEM PRIVATE "${OGIVE_TORCH_INCLUDE}")
    target_link_libraries(ogive_torch_operator PRIVATE ogive::ogive ogive_warnings "${OGIVE_TORCH}" "${OGIVE_TORCH_CPU}"
        "${OGIVE_C10}")
    add_test(NAME torch.operator COMMAND ogive_torch_operator)

    add_test(NAME torch.page COMMAND sh -c "\"$0\" --table >torch.page && grep '^| ' \"$1\" | sed 1,2d | diff torch.page -"
        $<TARGET_FILE:ogive_oracle> "${PROJECT_SOURCE_DIR}/docs/pytorch.md")
    set_tests_properties(torch.oracle PROPERTIES COST 400 ENVIRONMENT "OMP_NUM_THREADS=1")
endfunction()
