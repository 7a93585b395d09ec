# Docstrings for Doxygen: each key begins an item of a list, and an activation's function object is described as its
# struct is.

function item(key, text) { print indent "/// - **" key "** " text }

{ before = line; line = $0 }
match($0, /^ *\/\/\/ /) {
    indent = substr($0, 1, RLENGTH - 4)
    rest = substr($0, RLENGTH + 1)
    if (match(rest, /^(Shape|Units|Domain|Derivative|Special|Types|Accuracy|Errors|Cost|Source|Looks at|Where)  +/)) {
        key = substr(rest, 1, RLENGTH)
        rest = substr(rest, RLENGTH + 1)
        sub(/ +$/, "", key)
        if (!listed && before !~ /\/\/\/ *$/) print indent "///"
        listed = 1
        if (key == "Domain" && match(rest, /  +Range  +/)) {
            item("Domain", substr(rest, 1, RSTART - 1))
            item("Range", substr(rest, RSTART + RLENGTH))
        } else
            item(key, rest)
        next
    }
    if (listed && sub(/^  +/, "  ", rest)) {
        print indent "/// " rest
        next
    }
}
!/^ *\/\/\// { listed = 0 }
match($0, /^inline constexpr activation_function<[a-z0-9_]+> [a-z0-9_]+\{\};/) {
    split($0, part, /[<>]/)
    print "/// @copydoc ogive::" part[2]
}
{ print }
