# To be sourced: installs Debian packages, only those that are missing.
#
#     want <package> <what it gives: a command, or a file>
#     want_to_build            the compiler, the build tools, and what the library itself needs
#     install_wanted

wanted=

want() {
    case $2 in
        /*) [ -e "$2" ] || wanted="$wanted $1" ;;
        *) command -v "$2" >/dev/null 2>&1 || wanted="$wanted $1" ;;
    esac
}

want_to_build() {
    want g++ g++
    want cmake cmake
    want ninja-build ninja
    want libxsimd-dev /usr/include/xsimd/xsimd.hpp
    want libboost-dev /usr/include/boost/hana.hpp
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

install_wanted() {
    [ -n "$wanted" ] || return 0
    echo "missing:$wanted"
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "there is no apt-get: please install them by hand"
        return 1
    fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        echo "please run, as root: apt-get install$wanted"
        return 1
    fi
    as_root apt-get update
    # Together; if that fails, one by one, so that one missing package does not keep the others away.
    as_root apt-get install -y --no-install-recommends $wanted && return 0
    for package in $wanted; do
        as_root apt-get install -y --no-install-recommends "$package" || echo "not installed: $package"
    done
    return 1
}
