# ogive_package_tests(): a stranger's project (install/) builds against the installed package, and with
# add_subdirectory.
function(ogive_package_tests)
    foreach(way find_package add_subdirectory)
        add_test(NAME "package.${way}"
            COMMAND "${CMAKE_COMMAND}"
                "-DWAY=${way}"
                "-DSOURCE_DIR=${PROJECT_SOURCE_DIR}"
                "-DBINARY_DIR=${PROJECT_BINARY_DIR}"
                "-DGENERATOR=${CMAKE_GENERATOR}"
                "-DCXX_COMPILER=${CMAKE_CXX_COMPILER}"
                "-DCXX_FLAGS=${CMAKE_CXX_FLAGS}"
                "-DXSIMD_INCLUDE_DIR=${OGIVE_XSIMD_INCLUDE_DIR}"
                -P "${CMAKE_CURRENT_SOURCE_DIR}/install/run.cmake")
    endforeach()
endfunction()
