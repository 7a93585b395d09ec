# Defines ogive::xsimd, which carries the include directory of xsimd and nothing else. (The target
# xsimd of some packages also links a library xtl that is not there.)
# This file is installed: the package's config file uses it as well.

set(OGIVE_XSIMD_INCLUDE_DIR "" CACHE PATH "Directory that holds xsimd/xsimd.hpp; empty: find_package(xsimd)")

if(TARGET ogive::xsimd)
    return()
endif()

if(OGIVE_XSIMD_INCLUDE_DIR)
    set(_ogive_xsimd "${OGIVE_XSIMD_INCLUDE_DIR}")
else()
    if(NOT TARGET xsimd)
        find_package(xsimd CONFIG QUIET)
    endif()
    if(TARGET xsimd)
        get_target_property(_ogive_xsimd xsimd INTERFACE_INCLUDE_DIRECTORIES)
    else()
        set(_ogive_xsimd "")
    endif()
endif()

if(_ogive_xsimd)
    add_library(ogive::xsimd INTERFACE IMPORTED GLOBAL)
    set_target_properties(ogive::xsimd PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${_ogive_xsimd}")
endif()
unset(_ogive_xsimd)
