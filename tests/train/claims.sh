#!/bin/sh
# claims.sh <claims>: the quick run writes a section with table, picture and verdict for every claim.
set -u
claims=$1
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

"$claims" --quick --output "$here" || exit 1
page=$here/claims.md
# A table for each claim, a second one for one of them, and that of the settings.
sections=$(grep -c '^## ' "$page")
pictures=$(ls "$here"/claims/*.svg | wc -l)
verdicts=$(grep -cE '^\*\*Verdict: (holds|holds only .*|does not hold here): ' "$page")
tables=$(grep -c '^| --- |' "$page")
echo "$sections sections, $tables tables, $pictures pictures, $verdicts verdicts"
[ "$sections" -eq 14 ] && [ "$tables" -eq 16 ] && [ "$pictures" -eq 14 ] && [ "$verdicts" -eq 14 ] || exit 1
for picture in "$here"/claims/*.svg; do
    grep -q '</svg>' "$picture" || { echo "cut off: $picture"; exit 1; }
    grep -q 'fill="white"' "$picture" && { echo "not transparent: $picture"; exit 1; }
done
if "$claims" --only nothing --output "$here/none" 2>/dev/null || [ -e "$here/none" ]; then
    echo "a wrong name is not refused"
    exit 1
fi
if PATH=/nowhere "$claims" --quick --output "$here/none" 2>"$here/err" || ! grep -q gnuplot-nox "$here/err" ||
    [ -e "$here/none" ]; then
    echo "that gnuplot is missing is not said at the start"
    exit 1
fi
