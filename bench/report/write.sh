#!/bin/sh
# write.sh <points> <results> <machine> <processor> <note>: <results>/<machine>.json, and <machine>.md with its pictures.
set -eu
cd "$(dirname "$0")/../.."
points=$1 results=$2 machine=$3 processor=$4 note=$5
mkdir -p "$results/$machine"
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

compiler="$(g++ --version | head -n 1)"
awk -v machine="$processor" -v compiler="$compiler" -f bench/report/json.awk "$points" >"$results/$machine.json"
awk -v out="$data/" -f bench/report/data.awk "$points"

# draw <picture> <script> <its data> [setting]
draw() {
    if [ -s "$data/$3.dat" ] && command -v gnuplot >/dev/null; then
        gnuplot -e "out = '$data/'; ${4:-}" -e "set output '$results/$machine/$1.svg'" "bench/report/$2.gp"
        echo "![$1]($machine/$1.svg)"
        echo
    fi
}
has() { [ -s "$data/$1.dat" ]; }
{
    echo "# $processor"
    echo
    echo "Written by \`sh bench/run.sh\` from [$machine.json]($machine.json). $compiler, one pinned core,"
    echo "$(awk '$1 == "peers" || $1 == "growth" || $1 == "roofline" { if (!low || $6 < low) low = $6; if ($6 > high) high = $6 }
        END { print low == high ? low : low " to " high }' "$points") repetitions of each in random order. Figures are medians; the bars of the pictures and the spread in"
    echo "tables go from the lower to the upper quartile; docs/performance.md says how to read them."
    [ -z "$note" ] || printf '\n%s\n' "$note"
    if has speed; then
        printf '\n## Beside other libraries\n\nns per element, forward and backward passes; below 1 Ogive is faster. Losses are in it as wins are.\n\n'
        awk -f bench/report/peers_table.awk "$data/speed.dat"
        echo
        for name in $(cut -d' ' -f1 "$data/speed.dat" | sort -u); do draw "speed-$name" speed speed "name = '$name'"; done
    fi
    if has growth; then
        printf '\n## Fused and one by one\n\n'
        echo '| operations | elements | fused | one pass per operation | ratio |'
        echo '| --- | --- | --- | --- | --- |'
        awk '$1 == "fused" { f[$2 " " $3] = $4 } $1 == "unfused" { u[$2 " " $3] = $4 }
            END { for (k in f) { split(k, w, " "); printf "| %d | %d | %.3f | %.3f | %.2f |\n", w[2], w[1], f[k], u[k], u[k] / f[k] } }' \
            "$data/growth.dat" | sort -t'|' -k3,3n -k2,2n
        echo
        draw growth growth growth
    fi
    if has roofline; then
        printf '\n## Against what the machine allows\n\n'
        echo 'Forward, fused, of float. The share is that of the least time in which the operations can be done or the values moved here.'
        echo
        echo '| function | accuracy | elements | bound by | ns per element | share |'
        echo '| --- | --- | --- | --- | --- | --- |'
        awk '$1 == "roofline" && $9 != "-" { n = split($2, w, "/"); split(w[n], size, "x"); if (w[2] == "forward" && w[3] == "fused")
            printf "%d | %s | %s | %s | %s | %.3f | %.2f |\n", size[1] * (size[2] ? size[2] : 1), w[1], w[5], w[n], $10, $3, $9 }' "$points" |
            sort -t'|' -k2,3 -k1,1n | sed 's/^[0-9]* //'
        echo
        draw roofline roofline roofline
    fi
    if has accuracy; then
        printf '\n## Accuracy and speed\n\nThe largest error over 65,536 inputs from -20 to 20, in units of the last place of a float, and the time at 4,096.\n\n'
        echo '| function | library | largest error | ns per element |'
        echo '| --- | --- | --- | --- |'
        sort "$data/accuracy.dat" | awk '{ printf "| %s | %s | %s | %.3f |\n", $1, $2, ($3 >= 1000 ? sprintf("%.2g", $3) : $3), $4 }'
        echo
        draw accuracy accuracy accuracy
    fi
    if has compile; then
        printf '\n## Compile time\n\nUser seconds for one formula, forward and backward (`bench/compile_time/generate.sh chain <operations>`).\n\n'
        echo '| compiler | operations | seconds |'
        echo '| --- | --- | --- |'
        sort -k1,1 -k2,2n "$data/compile.dat" | awk '{ printf "| %s | %d | %.2f |\n", $1, $2, $3 }'
        echo
        draw compile compile compile
    fi
} >"$results/$machine.md"
echo "$results/$machine.md"
