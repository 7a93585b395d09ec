#!/bin/sh
# check.sh <source> <program>: runs the program. Where the source begins with "// expect: <sentence>" the
# program must print it, and may well abort; otherwise it must return 0.
set -u
sentence=$(sed -n '1s|^// expect: *||p' "$1")
if [ ! -x "$2" ]; then
    echo "$2 was not built"
    exit 1
fi
output=$("$2" 2>&1)
status=$?
printf '%s\n' "$output"
if [ -z "$sentence" ]; then
    exit $status
fi
case $output in
    *"$sentence"*) exit 0 ;;
esac
echo "expected: $sentence"
exit 1
