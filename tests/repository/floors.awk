# A header includes from its own floor or from those below, and never in a circle.
# Only simd/ names xsimd; symbolic.hpp reaches neither simd/ nor kernel/; only benchmark.hpp and benchmark/ need
# Google Benchmark, and ogive.hpp reaches neither.

BEGIN {
    floor["meta"] = 0
    floor["math"] = 1
    floor["graph"] = 2
    floor["simd"] = 2
    floor["expression"] = 3
    floor["primitive"] = 4
    floor["algebra"] = 5
    floor["activation"] = 6
    floor["print"] = 6
    floor["properties"] = 7
    floor["kernel"] = 7
    floor["benchmark"] = 8
    floor["testing"] = 8
    top = 8 # ogive.hpp and its neighbours
}

function complain(where, what) {
    print "include/" where ": " what
    failed = 1
}

function folder_of(file,    part, n) {
    n = split(file, part, "/")
    return n > 2 ? part[2] : ""
}

function floor_of(file,    folder) {
    folder = folder_of(file)
    if (folder == "") return top
    return (folder in floor) ? floor[folder] : -1
}

# The line without comments and string literals.
function code_of(line,    result, at) {
    result = ""
    while (line != "") {
        if (in_comment) {
            at = index(line, "*/")
            if (!at) return result
            line = substr(line, at + 2)
            in_comment = 0
        } else if (match(line, /"([^"\\]|\\.)*"|\/\/|\/\*/)) {
            result = result substr(line, 1, RSTART - 1)
            at = substr(line, RSTART, 2)
            if (at == "//") return result
            if (at == "/*") in_comment = 1
            line = substr(line, RSTART + RLENGTH)
        } else {
            return result line
        }
    }
    return result
}

# Depth-first through the includes; on_path marks the files we came through.
function visit(file, path,    i, next_file) {
    state[file] = "on_path"
    for (i = 1; i <= includes[file]; ++i) {
        next_file = include[file, i]
        if (state[next_file] == "on_path") complain(file, "a circle: " path " " next_file)
        else if (state[next_file] == "") visit(next_file, path " " next_file)
    }
    state[file] = "done"
}

function reach(root, file, from,    i) {
    if ((root, file) in reached) return
    reached[root, file] = from
    for (i = 1; i <= includes[file]; ++i) reach(root, include[file, i], file)
}
# The files of this pattern that root reaches.
function must_not_reach(root, pattern,    f) {
    reach(root, root, "")
    for (f = 1; f <= count; ++f)
        if (files[f] ~ pattern && (root, files[f]) in reached)
            complain(root, "reaches " files[f] " through " reached[root, files[f]])
}

FNR == 1 {
    file = FILENAME
    files[++count] = file
    exists[file] = 1
    in_comment = 0
    if (floor_of(file) < 0) complain(file, "the folder " folder_of(file) " has no floor")
}

!in_comment && /^[ \t]*#[ \t]*include[ \t]*"/ { complain(file ":" FNR, "write #include <ogive/...>") }

{
    code = code_of($0)
    if (folder_of(file) != "simd" && code ~ /(^|[^A-Za-z0-9_])(xsimd|XSIMD_[A-Z0-9_]*)([^A-Za-z0-9_]|$)/)
        complain(file ":" FNR, "only simd/ names xsimd")
    if (code ~ /^[ \t]*#[ \t]*include[ \t]*<boost\/hana\.hpp>/)
        complain(file ":" FNR, "include single headers of Boost.Hana, not all of it")
    if (file !~ /^ogive\/benchmark[.\/]/ && code ~ /^[ \t]*#[ \t]*include[ \t]*<benchmark\//)
        complain(file ":" FNR, "only benchmark.hpp and benchmark/ need Google Benchmark")
    if (code ~ /^[ \t]*#[ \t]*include[ \t]*<ogive\//) {
        target = code
        sub(/^[^<]*</, "", target)
        sub(/>.*/, "", target)
        include[file, ++includes[file]] = target
        if (floor_of(target) > floor_of(file))
            complain(file ":" FNR, "floor " floor_of(file) " includes " target " of floor " floor_of(target))
    }
}

END {
    for (f = 1; f <= count; ++f) {
        for (i = 1; i <= includes[files[f]]; ++i)
            if (!(include[files[f], i] in exists)) complain(files[f], "there is no " include[files[f], i])
        if (state[files[f]] == "") visit(files[f], files[f])
    }
    must_not_reach("ogive/symbolic.hpp", "^ogive/(simd|kernel)/")
    must_not_reach("ogive/ogive.hpp", "^ogive/benchmark[./]")
    print count " headers"
    exit failed
}
