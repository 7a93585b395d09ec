# awk -f check.awk <kept> <now>: figures `<what> <of> <number>`; fails where one has grown by more than 2 %.
FNR == NR { kept[$1 " " $2] = $3; next }
{
    name = $1 " " $2
    now[name] = $3
    if (!(name in kept)) {
        print "new: " name " " $3
        bad = 1
    } else if ($3 > kept[name] * 1.02 || $3 < kept[name] * 0.98) {
        printf "%s: %s, was %s (%+.1f %%)\n", name, $3, kept[name], 100 * ($3 / kept[name] - 1)
        if ($3 > kept[name]) bad = 1
        else fewer = 1
    }
    ++count
}
END {
    for (name in kept)
        if (!(name in now)) {
            print "gone: " name
            bad = 1
        }
    if (bad) print "If this is meant, keep the new figures in the same commit: sh bench/check.sh --update"
    else if (fewer) print "Keep the smaller figures, so that they cannot grow back: sh bench/check.sh --update"
    print count " figures"
    exit bad
}
