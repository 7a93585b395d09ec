# Builds and runs the project beside this file: WAY is find_package (after an install to a directory of
# its own) or add_subdirectory.

set(dir "${BINARY_DIR}/package-${WAY}")
file(REMOVE_RECURSE "${dir}")

if(WAY STREQUAL "find_package")
    execute_process(
        COMMAND "${CMAKE_COMMAND}" --install "${BINARY_DIR}" --prefix "${dir}/prefix"
        OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    set(where "-DCMAKE_PREFIX_PATH=${dir}/prefix")
else()
    set(where "-DOGIVE_SUBDIRECTORY=${SOURCE_DIR}")
endif()

execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${dir}/build" -G "${GENERATOR}" ${where}
        "-DCMAKE_CXX_COMPILER=${CXX_COMPILER}" "-DCMAKE_CXX_FLAGS=${CXX_FLAGS}" -DCMAKE_BUILD_TYPE=Release
        "-DOGIVE_XSIMD_INCLUDE_DIR=${XSIMD_INCLUDE_DIR}"
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${dir}/build" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${dir}/build/consumer" COMMAND_ERROR_IS_FATAL ANY)
