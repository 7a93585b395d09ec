#!/bin/sh
# floors.sh <repository>: who may include whom under include/ogive, see floors.awk.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$1/include"
find ogive -name '*.hpp' | sort | xargs awk -f "$here/floors.awk"
