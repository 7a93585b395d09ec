#!/bin/sh
# Fails where a kernel has grown, or what Ogive costs the compiler. Both are counted, not timed, so the figures are the
# same on a busy machine: instructions by callgrind, for AVX2 whatever the machine; template specialisations and memory
# by the compiler itself. The figures to compare with stand in bench/check/<compiler>.txt.
#
#     sh bench/check.sh [compiler]              g++; exits with 77 where no figures of this compiler are kept
#     sh bench/check.sh --update [compiler]     keeps the figures of now, in the same commit as what has changed them
#     OGIVE_OPTIMISE=-O3 sh bench/check.sh      what another level of optimisation would change
set -eu
cd "$(dirname "$0")/.."

update=
if [ "${1:-}" = --update ]; then
    update=1
    shift
fi
compiler=${1:-g++}
version=$("$compiler" -dumpversion)
if "$compiler" --version | grep -q clang; then family=clang; else family=g++; fi
kept=bench/check/$family-${version%%.*}.txt
[ -n "$update" ] || [ -f "$kept" ] || { echo "no figures of $family ${version%%.*} are kept"; exit 77; }

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
flags="-std=c++20 ${OGIVE_OPTIMISE:--O2} -march=haswell -Iinclude"

# Instructions of each kernel, with all that it calls.
"$compiler" $flags bench/check/kernels.cpp -o "$out/kernels"
valgrind --quiet --tool=callgrind --callgrind-out-file="$out/callgrind" "$out/kernels"
callgrind_annotate --inclusive=yes --threshold=100 "$out/callgrind" |
    sed -n 's/^ *\([0-9,]*\) .*:kernel_\([a-z_]*\) .*/instructions \2 \1/p' | tr -d , | sort >"$out/now"

# What the compiler makes of a program.
echo '#include <ogive/ogive.hpp>' >"$out/header.cpp"
cp bench/compile_time/swiglu.cpp "$out"
sh bench/compile_time/generate.sh chain 60 >"$out/chain_60.cpp"
sh bench/compile_time/generate.sh tower 16 >"$out/tower_16.cpp"

# Functions that a program has compiled before anything is optimised: code that reads a plan when it runs has all of it
# that the plan points to.
"$compiler" $flags -O0 -c "$out/swiglu.cpp" -o "$out/swiglu.o"
echo "functions swiglu $(nm "$out/swiglu.o" | grep -ci ' [tw] ')" >>"$out/now"

for program in header swiglu chain_60 tower_16; do
    if [ $family = clang ]; then
        "$compiler" $flags -fsyntax-only -Xclang -print-stats "$out/$program.cpp" 2>&1 | awk -v p=$program '
            $2 == "decls" && $3 == "total." { print "declarations", p, $1 }
            $2 == "stmts/exprs" { print "expressions", p, $1 }'
    else
        "$compiler" $flags -fsyntax-only -fstats -ftime-report "$out/$program.cpp" 2>&1 | awk -v p=$program '
            /^(decl|type)_specializations:/ && !seen[$1]++ { n += $4 }
            $1 == "TOTAL" { m = $NF }
            END { sub(/M$/, "", m); print "specialisations", p, n; print "megabytes", p, m }'
    fi
done >>"$out/now"

if [ -n "$update" ]; then
    cp "$out/now" "$kept"
    echo "kept in $kept"
    exit
fi
awk -f bench/check.awk "$kept" "$out/now"
