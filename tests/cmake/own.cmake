# ogive_own_test(<folder>): a user's program with an activation of his own; see own/whole.hpp and own/check.sh. One
# compiler is enough.
function(ogive_own_test folder)
    find_program(OGIVE_CC NAMES cc gcc clang)
    if(NOT OGIVE_TESTS_ONCE OR NOT TARGET ogive_compare OR NOT OGIVE_CC OR NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        return()
    endif()
    find_package(Threads REQUIRED)
    add_executable(ogive_own ${folder}/main.cpp accuracy/run.cpp accuracy/floats.cpp accuracy/doubles.cpp
        "${PROJECT_SOURCE_DIR}/docs/survey/pages.cpp" "${PROJECT_SOURCE_DIR}/docs/survey/rows.cpp"
        "${PROJECT_SOURCE_DIR}/docs/survey/code.cpp")
    target_compile_options(ogive_own PRIVATE -O1)
    target_link_libraries(ogive_own PRIVATE ogive_compare ogive_exact ogive_warnings Threads::Threads)
    add_test(NAME own.entry
        COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/check.sh" $<TARGET_FILE:ogive_own> "${OGIVE_CC}"
            "${CMAKE_CURRENT_BINARY_DIR}/own")
endfunction()
