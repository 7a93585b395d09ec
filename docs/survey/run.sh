#!/bin/sh
# run.sh [folder]: writes docs/catalogue.md, docs/activations/*.md and their drawings from the catalogue itself, into
# docs or into another folder. Installs what is missing on a Debian machine.
set -eu
cd "$(dirname "$0")/../.."
. cmake/debian.sh
folder=${1:-docs}

want g++ "${CXX:-g++}"
want libxsimd-dev /usr/include/xsimd/xsimd.hpp
want libboost-dev /usr/include/boost/hana.hpp
want gnuplot-nox gnuplot
install_wanted || echo "trying without"

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
${CXX:-g++} -std=c++20 -O1 -Iinclude docs/survey/survey.cpp docs/survey/pages.cpp \
    docs/survey/rows.cpp docs/survey/code.cpp docs/survey/relations.cpp -o "$build/survey"
"$build/survey" "$folder" <docs/accuracy.md
cat docs/survey/style.gp "$folder"/drawings/*.gp >"$build/all.gp"
(cd "$folder" && gnuplot "$build/all.gp")
rm -rf "$folder/drawings"
