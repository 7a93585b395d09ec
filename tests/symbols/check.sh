#!/bin/sh
# check.sh <file> <compiler> <flag>...
#
# Compiles the file with -g. Its first line gives the limits in bytes, of the object file and of the
# longest name in it (of a symbol, or for the debugger):
#
#     // limits: 12000000 8192
set -eu
LC_ALL=C
export LC_ALL

file=$1
shift
set -- $(sed -n '1s|^// limits: *||p' "$file") "$@"
max_object=$1
max_name=$2
shift 2
case $max_object$max_name in
    *[!0-9]*)
        echo "$file: the first line must be // limits: <object bytes> <name bytes>"
        exit 1
        ;;
esac

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$@" -g -c "$file" -o "$dir/object.o"
object=$(wc -c <"$dir/object.o")
nm "$dir/object.o" | sed 's/.* //' >"$dir/names"
objcopy --dump-section .debug_str="$dir/strings" "$dir/object.o" "$dir/copy.o"
tr '\0' '\n' <"$dir/strings" >>"$dir/names"
name=$(awk 'length > n { n = length } END { print n + 0 }' "$dir/names")

echo "object $object bytes (limit $max_object), longest name $name bytes (limit $max_name)"
if [ "$object" -gt "$max_object" ] || [ "$name" -gt "$max_name" ]; then
    awk -v max="$max_name" 'length > max { print substr($0, 1, 200) "..." }' "$dir/names" | head -n 5
    exit 1
fi
