# ogive_coefficient_tests(): the coefficients of include/ogive/math are those that the scripts give. Labelled
# once: no compiler is in it.
function(ogive_coefficient_tests)
    set(folder "${CMAKE_CURRENT_SOURCE_DIR}/math/coefficients")
    file(GLOB scripts CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*.sollya")
    foreach(script IN LISTS scripts)
        get_filename_component(name "${script}" NAME_WE)
        add_test(NAME math.coefficients.${name} COMMAND sh "${folder}/check.sh" "${script}")
        set_tests_properties(math.coefficients.${name} PROPERTIES
            SKIP_RETURN_CODE 77 COST 500 LABELS once)
    endforeach()
endfunction()
