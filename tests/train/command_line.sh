#!/bin/sh
# command_line.sh <train>: what the program says and leaves behind, on a few images of Fashion-MNIST.
set -u
train=$1
data=${OGIVE_FASHION_MNIST:-/usr/share/datasets/fashion-mnist}
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here" || exit 1

fail() {
    echo "$1"
    cat out err 2>/dev/null
    exit 1
}

# expect <status> <pattern of what stderr says, in one line> <option>...
expect() {
    status=$1 pattern=$2
    shift 2
    "$train" "$@" >out 2>err
    got=$?
    [ $got -eq "$status" ] || fail "status $got, not $status: train $*"
    grep -q "$pattern" err || fail "'$pattern' is not said: train $*"
    [ "$(wc -l <err)" -eq 1 ] || fail "not one line: train $*"
    rm -f out err
    [ -z "$(ls)" ] || fail "something is written: $(ls)"
}

expect 2 'nearest names: gelu' --activation geluu
expect 2 'cannot open' --data nowhere
mkdir -p "$here.damaged" && cp "$data"/* "$here.damaged"
head -c 100000 "$data/train-images-idx3-ubyte.gz" >"$here.damaged/train-images-idx3-ubyte.gz"
expect 2 'cannot read' --data "$here.damaged"
rm -r "$here.damaged"
expect 2 'cannot open the checkpoint' --resume --samples 100

options='--activation double_swish --samples 500 --depth 2 --width 32 --threads 2'
run() { "$train" $options "$@"; }

# Interrupted after its first epoch at the earliest, then resumed to the end of the epoch it was in.
"$train" $options --epochs 100000 --checkpoint resumed >out 2>err &
pid=$!
trap 'kill $pid 2>/dev/null; rm -rf "$here"' EXIT
while [ ! -e resumed ]; do
    kill -0 $pid 2>/dev/null || fail "ended without a checkpoint"
    sleep 0.05
done
kill -INT $pid
wait $pid
[ $? -eq 130 ] || fail "an interrupted run does not exit with 130"
epochs=$(sed -n 's/.*stopped before batch .* of epoch \([0-9]*\);.*/\1/p' err)
[ -n "$epochs" ] || fail "an interrupted run does not say where it stopped"
run --epochs "$epochs" --checkpoint resumed --resume >out 2>err || fail "a run is not resumed"
run --epochs "$epochs" --checkpoint straight --json results >out 2>err || fail "a run does not end"
cmp straight resumed || fail "resumed, the result is another"
grep -q '"test_accuracy"' results || fail "no results"
[ "$(ls | wc -l)" -eq 5 ] || fail "other files are left: $(ls)"
