#!/bin/sh
# command_line.sh <train>: what the program says and leaves behind, on a few images of Fashion-MNIST.
set -u
train=$1
data=${OGIVE_FASHION_MNIST:-/usr/share/datasets/fashion-mnist}
here=$(mktemp -d)
kept=$here.kept # what is there before
pid= writer=
trap 'kill $pid $writer 2>/dev/null; rm -rf "$here" "$kept"' EXIT
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

options='--activation double_swish --samples 500 --depth 2 --width 32 --threads 2'
run() { "$train" $options "$@"; }
refuse() {
    pattern=$1
    shift
    expect 2 "$pattern" $options --epochs 1 "$@"
}

expect 2 'nearest names: gelu' --activation geluu
expect 2 'nearest names: gelu' --activation GELU
expect 2 'maxout is a block of its own' --activation maxout
expect 2 'residual is a block of its own' --activation residual
for name in bogus 1; do expect 2 "$name not in {glu,maxout,plain,residual}" --block $name; done
expect 2 'not in {adamw,sgd}' --optimizer 0
for option in width batch threads pieces epochs; do
    for number in -3 0 -18446744073709551615 99999999999999 1.5; do
        refuse "^train: --$option: Value $number not in range [1-2] to [0-9]*$" --$option $number
    done
done
for option in depth samples seed; do
    for number in -1 99999999999999999999 1e3; do
        refuse "^train: --$option: Value $number not in range 0 to [0-9]*$" --$option $number
    done
done
for option in rate gain weight-decay momentum; do
    for number in nan inf -1 1e9 1x; do
        refuse "^train: --$option: $number is no number from 0 to 10*$" --$option $number
    done
done
expect 2 'not expected: .*--sead' --sead 1
(
    ulimit -v 8000000
    expect 2 'not enough memory' --width 65536 --depth 1000 --samples 100
) || exit 1

mkdir "$kept" "$kept/data" "$kept/directory"
cp "$data"/* "$kept/data"
head -c 100000 "$data/train-images-idx3-ubyte.gz" >"$kept/data/train-images-idx3-ubyte.gz"
expect 2 'cannot read' --data "$kept/data"
expect 2 'cannot open .*dataset-fashion-mnist' --data nowhere
expect 2 'cannot open the checkpoint' --resume --samples 100

# What cannot be written is said before the first step, and what is no regular file stays what it is.
mkfifo "$kept/pipe"
ln -s pipe "$kept/link"
ln -s loop "$kept/loop"
before=$(ls -l "$kept")
for option in json checkpoint; do
    refuse 'cannot write nowhere/file: No such file' --$option nowhere/file
    refuse 'pipe: it is no regular file' --$option "$kept/pipe"
    refuse 'link: it is no regular file' --$option "$kept/link"
    refuse 'directory: it is no regular file' --$option "$kept/directory"
    refuse 'directory/: it names no file' --$option "$kept/directory/"
    refuse 'loop: Too many' --$option "$kept/loop"
done
refuse 'directory: it is no regular file' --checkpoint "$kept/directory" --resume
refuse 'the same file' --json file --checkpoint ./file
[ "$before" = "$(ls -l "$kept")" ] || fail "what was there is changed: $(ls -l "$kept")"

# A link stays, and what it names is written.
ln -s directory/results "$kept/results"
run --epochs 1 --json "$kept/results" --checkpoint "$kept/checkpoint" >out 2>err || fail "a run does not end"
[ -L "$kept/results" ] && grep -q '"samples": 500' "$kept/directory/results" || fail "a link is not followed"

# A checkpoint is replaced by request alone, and not by one of a network without a step.
cp "$kept/checkpoint" "$kept/copy"
rm out err
refuse 'there already: --resume .* --restart .* --checkpoint' --checkpoint "$kept/checkpoint"
refuse 'of another run: rate 5e-04, not 0.25; seed 1, not 2$' --resume --seed 2 --rate 0.25 --checkpoint "$kept/checkpoint"
refuse 'excludes' --resume --restart
rm "$kept/data"/*
ln -s "$data"/t* "$kept/data"
rm "$kept/data/t10k-labels-idx1-ubyte.gz" # the last one to be read
mkfifo "$kept/data/t10k-labels-idx1-ubyte.gz"
"$train" $options --restart --checkpoint "$kept/checkpoint" --data "$kept/data" >out 2>err &
pid=$!
(
    exec >"$kept/data/t10k-labels-idx1-ubyte.gz" # waits until it is opened
    kill -INT $pid
    cat "$data/t10k-labels-idx1-ubyte.gz"
) &
writer=$!
wait $pid
[ $? -eq 130 ] || fail "an interrupted run does not exit with 130"
pid=
grep -q 'before the first step' err || fail "an interrupted run does not say where it stopped"
cmp "$kept/checkpoint" "$kept/copy" || fail "a checkpoint is replaced by an untrained one"
run --epochs 1 --resume --json resumed --checkpoint "$kept/checkpoint" >out 2>err || fail "a finished run is not resumed"
grep -q '"steps_timed": 0, "seconds": 0,' resumed || fail "what is timed is not said: $(cat resumed)"
run --epochs 1 --seed 2 --restart --checkpoint "$kept/checkpoint" >out 2>err || fail "a run is not started anew"
cmp -s "$kept/checkpoint" "$kept/copy" && fail "a checkpoint is not replaced by request"
run --epochs 1 >out 2>err && [ -s double_swish-plain.checkpoint ] || fail "a checkpoint has no name of its own"

# A network that learns nothing has results that JSON can hold.
run --epochs 1 --rate 1000 --weight-decay 1000 --restart --json diverged >out 2>err || fail "a run does not end"
grep -q '"test_loss": null' diverged || fail "no null: $(cat diverged)"
rm -- *

# Interrupted after its first epoch at the earliest, then resumed to the end of the epoch it was in.
"$train" $options --epochs 100000 --checkpoint resumed >out 2>err &
pid=$!
while [ ! -e resumed ]; do
    kill -0 $pid 2>/dev/null || fail "ended without a checkpoint"
    sleep 0.05
done
kill -INT $pid
wait $pid
[ $? -eq 130 ] || fail "an interrupted run does not exit with 130"
pid=
epochs=$(sed -n 's/.*stopped before batch .* of epoch \([0-9]*\);.*/\1/p' err)
[ -n "$epochs" ] || fail "an interrupted run does not say where it stopped"
run --epochs "$epochs" --checkpoint resumed --resume >out 2>err || fail "a run is not resumed"
run --epochs "$epochs" --checkpoint straight --json results >out 2>err || fail "a run does not end"
cmp straight resumed || fail "resumed, the result is another"
grep -q '"test_accuracy"' results || fail "no results"
[ "$(ls | wc -l)" -eq 5 ] || fail "other files are left: $(ls)"
