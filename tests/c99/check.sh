#!/bin/sh
# check.sh <C compiler> <build folder> <compiler> <flag>...: what og::to_c prints for the catalogue compiles as C99
# without a warning and gives Ogive's values; where nvcc is installed, it compiles as CUDA device code too.
set -eu
here=$(dirname "$0")
cc=$1
build=$2
shift 2

mkdir -p "$build"
"$@" -Wall -Wextra "$here/generate.cpp" -o "$build/generate"
"$build/generate" >"$build/printed.c"
"$cc" -std=c99 -Wall -Wextra -Werror "-I$here" "$build/printed.c" -o "$build/printed" -lm
"$build/printed"

if command -v nvcc >/dev/null; then
    nvcc -x cu -Werror all-warnings -c "$build/printed.c" -o "$build/printed.cu.o"
    echo "compiled by nvcc"
fi
