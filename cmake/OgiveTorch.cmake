# OGIVE_TORCH_COMPILES: whether libtorch's headers are there and are C++20 to this compiler. Those of 1.13 are not to clang
# with libstdc++ 12.
include(CheckCXXSourceCompiles)

function(ogive_check_torch)
    set(CMAKE_CXX_STANDARD 20)
    set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY) # not linked
    check_cxx_source_compiles("#include <ATen/ATen.h>" OGIVE_TORCH_COMPILES)
endfunction()
ogive_check_torch()
