# awk -v out=<prefix> -f data.awk <points>: what the pictures are drawn from, a file for each.
function label(name) { gsub(/_/, " ", name); return "\"" name "\"" }
{ n = split($2, w, "/") }
$1 == "peers" && w[3] == "aligned" {  # function library columns ns low high
    split(w[4], size, "x")
    print w[1], w[2], size[2], $3, $4, $5 > (out "speed.dat")
    if (size[1] == 1 && size[2] == 4096) ns[w[1] "/" w[2]] = $3
}
$1 == "accuracy" { error[w[1] "/" w[2]] = $3 }
$1 == "growth" && w[2] == "forward" {  # how elements operations ns low high
    split(w[1], operations, "_")
    print w[3], w[n], operations[2], $3, $4, $5 > (out "growth.dat")
}
$1 == "roofline" && w[2] == "forward" && w[3] == "fused" && $9 != "-" {
    key = w[1] "/" w[5]
    split(w[n], size, "x")
    elements = size[1] * (size[2] ? size[2] : 1)
    if (!(key in first) || elements < smallest[key]) { first[key] = $0; smallest[key] = elements }
    if (elements > largest[key]) { last[key] = $0; largest[key] = elements }
}
$1 == "compile" { print w[1], w[2], $3 > (out "compile.dat") }

# function accuracy level operations/byte operations/ns limit bytes/ns that memory allows, or 0
function roof(key, level, line,    f, w) {
    split(line, f, " "); split(key, w, "/")
    print w[1], w[2], level, f[8] / f[7], f[8] / f[3], f[8] / f[3] / f[9], (f[10] == "memory" ? f[7] / f[3] / f[9] : 0), label(w[1] (w[2] == "fast" ? ", fast" : "")) > (out "roofline.dat")
}
END {
    for (key in error)
        if (key in ns && error[key] > 0) {  # relu is exact
            split(key, w, "/")
            print w[1], w[2], error[key], ns[key], label(w[1]) > (out "accuracy.dat")
        }
    for (key in first) {
        roof(key, "cache", first[key])
        roof(key, "memory", last[key])
    }
}
