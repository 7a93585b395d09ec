#!/bin/sh
# seconds.sh <compiler> <file>: user seconds that compiling the file takes, the least of three runs.
out=$(mktemp)
trap 'rm -f "$out"' EXIT
include=$(cd "$(dirname "$0")/../../include" && pwd)
"$1" -std=c++20 -O2 -march=native -I "$include" -c "$2" -o "$out" || { echo "$2 does not compile" >&2; exit 1; }
for repetition in 1 2 3; do
    bash -c 'TIMEFORMAT=%U; time "$@" 2>/dev/null' - "$1" -std=c++20 -O2 -march=native -I "$include" -c "$2" -o "$out" 2>&1
done | sort -n | head -n 1
