# The headers, and the files that make find_package(ogive) work.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/ogive")

install(TARGETS ogive EXPORT ogiveTargets FILE_SET HEADERS)
install(EXPORT ogiveTargets NAMESPACE ogive:: DESTINATION "${package_dir}")

configure_package_config_file(
    "${CMAKE_CURRENT_LIST_DIR}/ogiveConfig.cmake.in" "${PROJECT_BINARY_DIR}/ogiveConfig.cmake"
    INSTALL_DESTINATION "${package_dir}"
    NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
    "${PROJECT_BINARY_DIR}/ogiveConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion
    ARCH_INDEPENDENT)

install(
    FILES
        "${PROJECT_BINARY_DIR}/ogiveConfig.cmake"
        "${PROJECT_BINARY_DIR}/ogiveConfigVersion.cmake"
        "${CMAKE_CURRENT_LIST_DIR}/OgiveXsimd.cmake"
    DESTINATION "${package_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
