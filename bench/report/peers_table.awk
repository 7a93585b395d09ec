# From speed.dat (data.awk): for each function and size Ogive's median, its spread, and the fastest of the others.
{
    key = $1 " " $3
    if ($2 == "Ogive") { full[key] = $4; low[key] = $5; high[key] = $6 }
    else if ($2 == "Ogive_fast") fast[key] = $4
    else if (!(key in least) || $4 < least[key]) { least[key] = $4; who[key] = $2 }
}
END {
    print "| function | floats in a row | full | spread | fast | fastest other | | full / other | fast / other |"
    print "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for (key in full) {
        split(key, w, " ")
        line = sprintf("| %s | %d | %.3f | %.3f to %.3f | %s |", w[1], w[2], full[key], low[key], high[key], key in fast ? sprintf("%.3f", fast[key]) : "")
        if (key in least)
            line = line sprintf(" %s | %.3f | %.2f | %s |", who[key], least[key], full[key] / least[key],
                                key in fast ? sprintf("%.2f", fast[key] / least[key]) : "")
        else
            line = line " none | | | |"
        print line | "sort -t'|' -k2,2 -k3,3n"
    }
}
