#!/bin/sh
# check.sh <program> <pass> <values read per element> <values written per element> <values per access>
# Counts with cachegrind what the compiled loop reads and writes, as the difference of two sizes.
program=$1 pass=$2 reads=$3 writes=$4 width=$5

# Prints the data reads and writes of a run over $1 elements.
count() {
    valgrind --tool=cachegrind --cachegrind-out-file=/dev/null "$program" "$pass" "$1" 2>&1 |
        sed -n 's/.*D *refs: *[0-9,]* *( *\([0-9,]*\) rd *+ *\([0-9,]*\) wr).*/\1 \2/p' | tr -d ,
}

few=$(count 65536) many=$(count 196608)
echo "$few $many" | awk -v reads="$reads" -v writes="$writes" -v width="$width" '
    NF != 4 { print "cachegrind counted nothing"; exit 1 }
    {
        r = ($3 - $1) * width / 131072; w = ($4 - $2) * width / 131072
        printf "read %.3f of %g values per element, written %.3f of %g\n", r, reads, w, writes
        exit !(r > reads * 0.99 && r < reads * 1.02 && w > writes * 0.99 && w < writes * 1.02)
    }'
