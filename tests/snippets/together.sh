#!/bin/sh
# together.sh <program> <compiler> <flag>...: the ```cpp blocks of docs/activations compile as one program, and what they
# say of themselves holds.
set -eu
program=$1
shift
cd "$(dirname "$0")/../.."
awk -f tests/snippets/together.awk docs/activations/*.md >"$program.cpp"
"$@" "$program.cpp" -o "$program"
"$program"
