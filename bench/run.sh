#!/bin/sh
# All measurements and their report, with one command: installs what is missing on a Debian machine, builds, measures
# on one pinned core, each library and form in turn, and writes bench/results/<machine>.json and <machine>.md with
# pictures. A run that was ended goes on where it stopped.
#
#     sh bench/run.sh
#     --only <expression>     those parts alone whose name matches: swiglu, ^peers, ^compile; the report, of what has been
#                             measured so far, goes to build/bench/results
#     --quick                 three repetitions of each, for a look; otherwise nine
#     --again                 what was measured before is measured again
#     --machine <name>        instead of the processor's name
#     --note <text>           said in the report: what else ran, for instance
#     --report                no measurement: the report of what there is
#
# Parts: peers (every function beside the other libraries), accuracy (their errors), growth (fused and one pass per
# operation as a formula grows), roofline (functions against what the machine allows), compile (what a formula costs the
# compiler). bench/fused.sh, bench/peers.sh and bench/compile_time/run.sh print tables of their own.
set -eu
cd "$(dirname "$0")/.."
. cmake/debian.sh

only=. repetitions=9 again= machine= note= measure=1
while [ $# -gt 0 ]; do
    case $1 in
        --only) only=$2; shift ;;
        --quick) repetitions=3 ;;
        --again) again=1 ;;
        --machine) machine=$2; shift ;;
        --note) note=$2; shift ;;
        --report) measure= ;;
        *) sed -n 's/^# \{0,1\}//; 2,/^set/p' "$0" | sed '/^set/d'; exit 2 ;;
    esac
    shift
done
processor=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)
[ -n "$machine" ] || machine=$(echo "${processor:-$(uname -m)}" | tr 'A-Z' 'a-z' | sed 's/([a-z]*)//g; s/[^a-z0-9]\{1,\}/-/g; s/^-//; s/-$//')
kept=build/bench/measured/$machine
results=bench/results
[ "$only" = . ] || results=build/bench/results
mkdir -p "$kept" "$results"

want gnuplot-nox gnuplot
. bench/packages.sh
install_wanted || echo "trying without"

if [ -n "$measure" ]; then
    cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DOGIVE_BUILD_BENCHMARKS=ON \
        -DOGIVE_BUILD_TESTS=OFF -DOGIVE_BUILD_EXAMPLES=OFF -DOGIVE_BUILD_DOCS=OFF | grep bench_peers || true
    cmake --build build/bench --target bench_peers bench_growth bench_roofline

    pin=
    if command -v taskset >/dev/null; then pin="taskset -c $(($(nproc) - 1))"; fi
    export OMP_NUM_THREADS=1
    growth=build/bench/bench/bench_growth roofline=build/bench/bench/bench_roofline peers=build/bench/bench/peers/bench_peers
    compilers=$(for c in g++ clang++-14 clang++-19; do command -v "$c" >/dev/null && echo "$c"; done)

    # part/name, a line each: what is measured in one go, all its forms interleaved.
    units() {
        echo accuracy/all
        for part in peers growth roofline; do
            eval program=\$$part
            "$program" --benchmark_list_tests 2>/dev/null | cut -d/ -f1 | awk '!seen[$0]++' | sed "s|^|$part/|"
        done
        for compiler in $compilers; do
            for operations in 1 10 30 100 200 300 600; do echo "compile/$compiler/$operations"; done
        done
    }
    # google <program> <part> <filter>
    google() {
        $pin "$1" --benchmark_filter="$3" --benchmark_format=csv --benchmark_repetitions=$repetitions \
            --benchmark_enable_random_interleaving=true --benchmark_min_time=0.01 2>/dev/null | awk -v part="$2" -f bench/report/points.awk
    }
    measured() {
        part=${1%%/*} name=${1#*/}
        case $part in
            peers) google $peers peers "^$name/.*/aligned/" ;;
            growth) google $growth growth "^$name/forward/" ;;
            roofline) google $roofline roofline "^$name/" ;;
            accuracy) $pin $peers --accuracy 2>/dev/null | awk -F, '{ print "accuracy", $1 "/" $2, $3, $3, $3, 1 }' ;;
            compile)
                source=$(mktemp --suffix=.cpp)
                sh bench/compile_time/generate.sh chain "${name#*/}" >"$source"
                seconds=$(sh bench/compile_time/seconds.sh "${name%/*}" "$source")
                rm "$source"
                echo "compile $name $seconds $seconds $seconds 3"
                ;;
        esac
    }

    units | grep -E -- "$only" >"$kept/.units" || { echo "nothing is called $only"; exit 1; }
    [ -z "$again" ] || while read -r unit; do rm -f "$kept/$(echo "$unit" | tr / .)"; done <"$kept/.units"
    todo=$(while read -r unit; do [ -s "$kept/$(echo "$unit" | tr / .)" ] || echo "$unit"; done <"$kept/.units")
    total=$(echo "$todo" | grep -c . || true) ran=0 begin=$(date +%s)
    for unit in $todo; do
        file=$kept/$(echo "$unit" | tr / .)
        measured "$unit" >"$file.new" </dev/null
        mv "$file.new" "$file"
        ran=$((ran + 1))
        left=$((($(date +%s) - begin) * (total - ran) / ran))
        echo "[$ran/$total] $unit, about $((left / 60)) min $((left % 60)) s left"
    done
fi
rm -f "$kept"/*.new
cat "$kept"/[a-z]* >"$kept/.points"
sh bench/report/write.sh "$kept/.points" "$results" "$machine" "$processor" "$note"
