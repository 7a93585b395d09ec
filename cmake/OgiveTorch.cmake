# OGIVE_TORCH_COMPILES: whether libtorch's headers are there and are C++20 to this compiler. Those of 1.13 are to clang with
# libstdc++ 12 only where ivalue.h comes first: a vector's functions want its element to be complete.
include(CheckCXXSourceCompiles)

function(ogive_check_torch)
    set(CMAKE_CXX_STANDARD 20)
    set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY) # not linked
    check_cxx_source_compiles("#include <ATen/core/ivalue.h>\n#include <ATen/ATen.h>" OGIVE_TORCH_COMPILES)
endfunction()
ogive_check_torch()
