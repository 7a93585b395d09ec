#!/bin/sh
# check.sh <program> <C compiler> <folder>: the program of main.cpp finds nothing wrong with its activation; the page that it
# writes is dipped_relu.md, what it prints in C has the same values. `OGIVE_UPDATE=1` keeps the page that it writes.
set -eu
program=$1 cc=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)

rm -rf "$out"
mkdir -p "$out"
"$program" check "$out"
[ "${OGIVE_UPDATE:-0}" != 1 ] || cp "$out/activations/dipped_relu.md" "$here/dipped_relu.md"
diff "$here/dipped_relu.md" "$out/activations/dipped_relu.md"
[ -s "$out/drawings/dipped_relu_parameters.dat" ]

"$program" c99 >"$out/printed.c"
"$cc" -std=c99 -Wall -Wextra -Werror "-I$here/../c99" "$out/printed.c" -o "$out/printed" -lm
"$out/printed"
