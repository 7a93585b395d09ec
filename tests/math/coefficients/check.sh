#!/bin/sh
# check.sh [script]...: what the Sollya scripts of this folder print stands in include/ogive/math, and a header of
# nothing but tables holds just what its script prints, in that order. Without sollya: exit 77.
set -u
cd "$(dirname "$0")" || exit 1
command -v sollya >/dev/null || exit 77
[ $# -gt 0 ] || set -- *.sollya

math=../../../include/ogive/math
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

literals() { grep -oE -e '-?0x[0-9a-f.]+p[-+]?[0-9]+'; }

# Those that are not powers of two, without signs and zeros at the end.
numbers() { literals | sed -e 's/^-//' -e 's/p+/p/' -e 's/0*p/p/' | grep '\..*p' | grep -v '\.p' | sort -u; }
cat $math/*.hpp $math/*/*.hpp | numbers >"$work/headers"

status=0
for script in "$@"; do
    sollya "$script" </dev/null | grep -v '^error' >"$work/printed"
    numbers <"$work/printed" >"$work/numbers"
    [ -s "$work/numbers" ] || { echo "$script prints no coefficient"; status=1; }
    tables=$(sed -n 's|.*The tables\{0,1\} of include/ogive/math/\(.*\.hpp\)\..*|\1|p' "$script")
    if [ -n "$tables" ]; then
        literals <"$work/printed" >"$work/expected"
        literals <"$math/$tables" | diff "$work/expected" - || status=1
    else
        comm -23 "$work/numbers" "$work/headers" | sed "s/^/$script: /" | grep . && status=1
    fi
done
exit $status
