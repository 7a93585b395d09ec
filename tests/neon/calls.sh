#!/bin/sh
# calls.sh <nm> <program>: no function of xsimd stands by itself in the program, where a loop would call it.
set -eu
"$1" -C "$2" | grep ' [WTtVi] .*ogive::' >/dev/null || { echo "no function of Ogive in $2"; exit 1; }
if "$1" -C "$2" | grep ' [WTti] .*xsimd::' | grep -v 'ogive::'; then exit 1; fi
