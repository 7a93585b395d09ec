# ogive_unit_tests(EXCEPT <folder>...): one program, ogive_test_<folder>, from the .cpp files of each folder
# (one named ogive_test_top from those that stand in none); one CTest test for each TEST_CASE, named
# <folder>.<test case>, labelled <folder>. The target ogive_unit_tests builds them all.

ogive_require_catch2()
include(Catch)
find_package(TBB QUIET)
find_package(Eigen3 QUIET NO_MODULE)

set(unit_libraries
    ogive::ogive ogive_warnings Catch2::Catch2
    $<TARGET_NAME_IF_EXISTS:TBB::tbb> # behind std::execution::par in libstdc++
    $<TARGET_NAME_IF_EXISTS:Eigen3::Eigen>)

# What every unit test includes, compiled once. That each header stands alone is tested by itself.
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/headers.cpp" "")
add_library(ogive_test_headers OBJECT "${CMAKE_CURRENT_BINARY_DIR}/headers.cpp")
target_link_libraries(ogive_test_headers PRIVATE ${unit_libraries})
target_precompile_headers(ogive_test_headers PRIVATE <catch2/catch.hpp> "${ogive_described}")

add_custom_target(ogive_unit_tests)

function(ogive_unit_program name)
    set(target "ogive_test_${name}")
    add_executable(${target} ${ARGN})
    target_link_libraries(${target} PRIVATE Catch2::Catch2WithMain ${unit_libraries})
    target_precompile_headers(${target} REUSE_FROM ogive_test_headers)
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
    add_dependencies(ogive_unit_tests ${target})
    catch_discover_tests(${target} TEST_PREFIX "${name}." PROPERTIES LABELS ${name})
endfunction()

function(ogive_unit_tests)
    cmake_parse_arguments(arg "" "" "EXCEPT" ${ARGN})

    file(GLOB sources CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" *.cpp */*.cpp)
    if(OGIVE_TESTS_WITHOUT)
        list(FILTER sources EXCLUDE REGEX "${OGIVE_TESTS_WITHOUT}")
    endif()
    foreach(source IN LISTS sources)
        get_filename_component(folder "${source}" DIRECTORY)
        if(NOT folder)
            set(folder top)
        elseif(folder IN_LIST arg_EXCEPT)
            continue()
        endif()
        list(APPEND folders ${folder})
        list(APPEND sources_${folder} "${source}")
    endforeach()

    list(REMOVE_DUPLICATES folders)
    foreach(folder IN LISTS folders)
        ogive_unit_program(${folder} ${sources_${folder}})
    endforeach()
endfunction()
