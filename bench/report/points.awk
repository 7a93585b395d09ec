# awk -v part=<name> -f points.awk <CSV of Google Benchmark>
# A line for each benchmark: part, name, median of its repetitions in ns per element, lower and upper quartile, how many;
# then the medians of bytes and operations per element and of the share of the roofline, - where there are none, and
# what bounds it.
function sorted(list, v,    n, i, j, t) {
    n = split(list, v, " ")
    for (i = 2; i <= n; ++i)
        for (j = i; j > 1 && v[j] + 0 < v[j - 1] + 0; --j) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t }
    return n
}
function quantile(v, n, q,    at, i) {
    at = 1 + q * (n - 1); i = int(at)
    return i < n ? v[i] + (at - i) * (v[i + 1] - v[i]) : v[n]
}
function median(list,    v, n) {
    n = sorted(list, v)
    return n ? quantile(v, n, 0.5) : "-"
}
BEGIN { FS = "," }
{ gsub(/"/, "") }
$1 == "name" { for (i = 1; i <= NF; ++i) column[$i] = i; next }
!column["cpu_time"] || /_(mean|median|stddev|cv),/ || $column["error_occurred"] == "true" || $column["cpu_time"] == "" { next }
{
    name = $1
    if (!(name in ns)) order[++names] = name
    if ("ns/element" in column)
        time = $column["ns/element"]
    else {
        n = split(name, word, "/"); split(word[n], size, "x")
        time = $column["cpu_time"] / (size[1] * (size[2] ? size[2] : 1))
    }
    ns[name] = ns[name] " " time
    if ("bytes/element" in column) bytes[name] = bytes[name] " " $column["bytes/element"]
    if ("operations/element" in column) operations[name] = operations[name] " " $column["operations/element"]
    if ("roofline" in column) share[name] = share[name] " " $column["roofline"]
    bound[name] = $column["label"] ? $column["label"] : "-"
}
END {
    for (k = 1; k <= names; ++k) {
        name = order[k]
        n = sorted(ns[name], v)
        print part, name, quantile(v, n, 0.5), quantile(v, n, 0.25), quantile(v, n, 0.75), n,
              median(bytes[name]), median(operations[name]), median(share[name]), bound[name]
    }
}
