#!/bin/sh
# shared.sh <compiler> <flag>...
#
# Compiles shared.cpp for two instruction sets, for size and for debugging, which leave most functions uninlined: no
# function of Ogive, nor one of the standard library through which a value goes, may stand in both objects, for the linker
# keeps one of the two.
set -eu
LC_ALL=C
export LC_ALL

file=$(dirname "$0")/shared.cpp
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
for level in -Os -Og; do
    for arch in x86-64 skylake-avx512; do
        "$@" $level -march=$arch -DNAME=pass -c "$file" -o "$dir/object.o"
        nm "$dir/object.o" | awk '$2 == "W" && $3 ~ /ogive|bit_cast/ && $3 !~ /^_ZNK?St5array/ { print $3 }' | sort >"$dir/$arch"
    done
    comm -12 "$dir/x86-64" "$dir/skylake-avx512" >"$dir/both"
    [ -s "$dir/x86-64" ] || { echo "no function of Ogive in the object"; exit 1; }
    [ ! -s "$dir/both" ] || { echo "by $level in objects of two instruction sets:"; c++filt <"$dir/both"; exit 1; }
done

# Without optimisation they do, but none that a call runs holds instructions of AVX. The others are of graphs, which are
# made when the program is compiled.
for arch in x86-64 skylake-avx512; do
    "$@" -O0 -march=$arch -DNAME=pass -c "$file" -o "$dir/object.o"
    nm "$dir/object.o" | awk '$2 == "W" && /ogive/ { print $3 }' | sort >"$dir/$arch"
done
objdump -d --no-show-raw-insn "$dir/object.o" | awk '
    /^[0-9a-f]+ </ { name = substr($2, 2, length($2) - 3) }
    /\tv[a-z]|%[yz]mm/ && !seen[name]++ { print name }' | sort >"$dir/avx"
comm -12 "$dir/x86-64" "$dir/skylake-avx512" | comm -12 - "$dir/avx" | c++filt |
    grep -v 'graph\|_primitive::folds\|fold_with\|polynomial\|cubic\|is_next_to\|constant_fma' >"$dir/both" || true
[ -s "$dir/avx" ] || { echo "no function with instructions of AVX"; exit 1; }
[ ! -s "$dir/both" ] || { echo "in objects of two instruction sets, with instructions of one:"; cat "$dir/both"; exit 1; }
