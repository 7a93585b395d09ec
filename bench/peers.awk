# From the CSV of bench_peers to a table: for each function and size the median of the repetitions of Ogive and of
# everyone else, in ns per element, and Ogive's ratio to the fastest of the others (small is good).
function median(list,   n, v, i, j, t) {
    n = split(list, v, " ")
    for (i = 2; i <= n; ++i)
        for (j = i; j > 1 && v[j] + 0 < v[j - 1] + 0; --j) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t }
    return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
}
BEGIN { FS = "," }
/^"[a-z_]+\/[A-Za-z_+]+\/(un)?aligned\// && !/_(mean|median|stddev|cv)"/ && $3 != "" {
    gsub(/"/, "", $1)
    split($1, part, "/")  # function, library, alignment, rows x columns
    split(part[4], size, "x")
    key = sprintf("%-20s %-9s %5d x %-8d", part[1], part[3], size[1], size[2])
    if (!(key in seen)) { seen[key] = 1; order[++keys] = key }
    if (!((key, part[2]) in times)) who[key] = who[key] " " part[2]
    times[key, part[2]] = times[key, part[2]] " " $3 / (size[1] * size[2])
}
END {
    printf "%-47s %8s %8s  %-24s %10s %10s   %s\n", "ns per element", "full", "fast", "fastest other", "full/other", "fast/other", "others"
    fflush()
    for (k = 1; k <= keys; ++k) {
        key = order[k]
        n = split(who[key], library, " ")
        best = ""; all = ""; full = fast = 0
        for (i = 1; i <= n; ++i) {
            t = median(times[key, library[i]])
            if (library[i] == "Ogive") full = t
            else if (library[i] == "Ogive_fast") fast = t
            else {
                all = all sprintf(" %s %.3f", library[i], t)
                if (best == "" || t < least) { least = t; best = library[i] }
            }
        }
        line = sprintf("%s %8.4f %8s  ", key, full, fast ? sprintf("%.4f", fast) : "")
        if (best != "")
            line = line sprintf("%-14s %9.4f %10.2f %10s  %s", best, least, full / least,
                                fast ? sprintf("%.2f", fast / least) : "", all)
        print line | "sort"
    }
}
