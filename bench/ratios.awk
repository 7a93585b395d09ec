# From Google Benchmark's CSV to a table: the fastest repetition of each variant, in ns per element.
BEGIN { FS = "," }
/^"[a-z_]*\/(fused|each|hand[0-9]*)\// && !/_(mean|median|stddev|cv)"/ {
    gsub(/"/, "", $1)
    split($1, part, "/")  # block, variant, type, elements
    key = sprintf("%-23s %-6s %9d", part[1], part[3], part[4])
    ns = $3 / part[4]
    if (!(key in seen)) { seen[key] = 1; order[++keys] = key }
    if (part[2] ~ /^hand/) part[2] = "hand"
    if (!((key, part[2]) in best) || ns < best[key, part[2]]) best[key, part[2]] = ns
}
END {
    printf "%-23s %-6s %9s  %8s %8s %8s  %s\n", "ns per element", "type", "elements", "fused", "by hand", "each", "fused/hand  each/fused"
    for (k = 1; k <= keys; ++k) {
        key = order[k]; f = best[key, "fused"]; h = best[key, "hand"]; e = best[key, "each"]
        printf "%s  %8.4f %8.4f %8.4f  %10.3f  %10.2f\n", key, f, h, e, h ? f / h : 0, f ? e / f : 0
    }
}
