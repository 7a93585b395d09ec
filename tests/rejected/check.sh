#!/bin/sh
# check.sh <file> <compiler> <flag>...
#
# The file holds a wrong program and its corrected twin:
#
#     // expect: ogive: a name used by this expression is bound to nothing
#     // names: beta
#     #include <ogive/ogive.hpp>
#     #ifdef OGIVE_REJECTED
#     ... the wrong program
#     #else
#     ... the corrected one
#     #endif
#
# The wrong one must give exactly one line with "error:", which contains the sentence. If the comment
# "names" is there, that word must stand within the first 12 lines of the message, as text or as a pack
# of characters. The corrected one must compile.
set -u
LC_ALL=C
export LC_ALL

file=$1
shift
sentence=$(sed -n '1s|^// expect: *||p' "$file")
word=$(sed -n '1,3s|^// names: *||p' "$file")
if [ -z "$sentence" ]; then
    echo "$file: the first line must be // expect: <sentence>"
    exit 1
fi

fail() {
    echo "$file: $1"
    echo "expected: $sentence"
    echo "the compiler said:"
    printf '%s\n' "$message" | head -n 40
    exit 1
}

if message=$("$@" -fsyntax-only -DOGIVE_REJECTED "$file" 2>&1); then
    fail "the wrong program compiles"
fi
first=$(printf '%s\n' "$message" | grep -m 1 'error:')
case $first in
    *"$sentence"*) ;;
    *) fail "the first error is not the expected sentence" ;;
esac
count=$(printf '%s\n' "$message" | grep -c 'error:')
[ "$count" -eq 1 ] || fail "$count errors instead of one"

if [ -n "$word" ]; then
    # beta may be printed as beta or as 'b', 'e', 't', 'a'
    pack=$(printf '%s' "$word" | sed "s/./'&', */g; s/, \*\$//")
    printf '%s\n' "$message" | head -n 12 | grep -q -e "$word" -e "$pack" ||
        fail "the name $word is not within the first lines"
fi

message=$("$@" -fsyntax-only "$file" 2>&1) || fail "the corrected program does not compile"
