# ogive_coefficient_tests(): the coefficients of include/ogive/math are those that the scripts give. No compiler is in
# it.
function(ogive_coefficient_tests)
    if(NOT OGIVE_TESTS_ONCE)
        return()
    endif()
    set(folder "${CMAKE_CURRENT_SOURCE_DIR}/math/coefficients")
    file(GLOB scripts CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*.sollya")
    foreach(script IN LISTS scripts)
        get_filename_component(name "${script}" NAME_WE)
        add_test(NAME math.coefficients.${name} COMMAND sh "${folder}/check.sh" "${script}")
        set_tests_properties(math.coefficients.${name} PROPERTIES SKIP_RETURN_CODE 77 COST 500)
    endforeach()
endfunction()
