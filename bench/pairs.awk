# From Google Benchmark's CSV to a table: of each <case>/<variant>/<size> the fastest repetition in microseconds, and the
# ratio of the variant `first` to the fastest of the others.
BEGIN { FS = "," }
/^"[^"]*"/ && !/_(mean|median|stddev|cv)"/ {
    gsub(/"|\/real_time/, "", $1)
    split($1, part, "/")
    key = sprintf("%-16s %9s", part[1], part[3])
    who = part[2] == first ? first : "other"
    us = $3 / 1000
    if (!((key, who) in best) || us < best[key, who]) best[key, who] = us
    keys[key]
}
END {
    printf "%-16s %9s  %10s %10s  %s\n", "microseconds", "size", first, "other", first "/other"
    for (key in keys)
        printf "%s  %10.2f %10.2f  %.2f\n", key, best[key, first], best[key, "other"], best[key, first] / best[key, "other"] | "sort -V"
}
