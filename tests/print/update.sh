#!/bin/sh
# Writes catalogue.txt and catalogue.tex here anew, for a reader to look at the difference.
set -eu
cd "$(dirname "$0")/../.."
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
${CXX:-g++} -std=c++20 -Iinclude -DCATCH_CONFIG_MAIN "$PWD/tests/print/golden.cpp" -o "$build/golden"
OGIVE_UPDATE=1 "$build/golden"
