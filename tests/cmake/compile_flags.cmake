# What the tests compile with.

option(OGIVE_WERROR "Warnings are errors in the tests" OFF)

# The warnings, for targets.
add_library(ogive_warnings INTERFACE)
target_compile_options(ogive_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${OGIVE_WERROR}>:-Werror>)

# A header to be compiled once: the library, with the primitives that most programs come to described.
set(ogive_described "${CMAKE_CURRENT_BINARY_DIR}/described.hpp")
file(CONFIGURE OUTPUT "${ogive_described}" CONTENT [[
#include <ogive/ogive.hpp>
#include <vector>
static_assert(ogive::record<ogive::add_primitive>.arity == 2 && ogive::record<ogive::row_sum_primitive>.arity == 1 &&
              ogive::record<ogive::sigmoid_primitive>.arity == 1);
]] @ONLY)

# ogive_compile_command(<out>): the compiler with all it needs to see <ogive/ogive.hpp>, as a list for
# add_test. The compiler's own /usr/include must not be named again.
function(ogive_compile_command out)
    separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS}")
    list(APPEND flags -std=c++20 "-I${PROJECT_SOURCE_DIR}/include")
    foreach(dependency ogive::xsimd Boost::headers)
        get_target_property(dirs ${dependency} INTERFACE_INCLUDE_DIRECTORIES)
        foreach(dir IN LISTS dirs)
            if(NOT dir STREQUAL "/usr/include")
                list(APPEND flags "-isystem${dir}")
            endif()
        endforeach()
    endforeach()
    set(${out} "${CMAKE_CXX_COMPILER}" ${flags} PARENT_SCOPE)
endfunction()
