#!/bin/sh
# What including and using Ogive costs a compiler: user seconds, the least of three runs, and the ratio to
# <xsimd/xsimd.hpp> alone or to <ogive/ogive.hpp> alone, with the ratio that is the budget.
#
#     sh bench/compile_time/run.sh [compiler ...]      default: those of g++, clang++-14, clang++-19 that exist
set -eu
cd "$(dirname "$0")"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

[ $# -gt 0 ] || set -- $(for c in g++ clang++-14 clang++-19; do command -v "$c" >/dev/null && echo "$c"; done)

echo '#include <xsimd/xsimd.hpp>' >"$out/xsimd.cpp"
echo '#include <ogive/ogive.hpp>' >"$out/ogive.cpp"
echo '#include <ogive/symbolic.hpp>' >"$out/symbolic.cpp"
sh generate.sh chain 300 >"$out/chain_300.cpp"
sh generate.sh chain 600 >"$out/chain_600.cpp"
sh generate.sh tower 64 >"$out/tower_64.cpp"
cp swiglu.cpp "$out"

printf '%-12s %-22s %8s  %s\n' compiler program seconds "ratio (budget)"
for compiler; do
    row() {  # program, against (name and seconds), budget
        seconds=$(sh seconds.sh "$compiler" "$out/$1.cpp")
        awk -v c="$compiler" -v p="$1" -v s="$seconds" -v base="$3" -v name="$2" -v budget="$4" 'BEGIN {
            printf "%-12s %-22s %8.2f", c, p, s
            if (base) printf "  %.2f times %s (%s)", s / base, name, budget
            print ""
        }'
    }
    row xsimd "" "" ""
    xsimd=$seconds
    row ogive xsimd "$xsimd" 1.3
    ogive=$seconds
    row symbolic ogive "$ogive" 0.5
    row swiglu ogive "$ogive" 1.3
    row chain_300 ogive "$ogive" 4
    row tower_64 ogive "$ogive" 6
    row chain_600 ogive "$ogive" "none, must compile"
done
