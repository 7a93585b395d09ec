# awk -f accuracy.awk docs/accuracy.md include/ogive/activation/*.hpp
#
# The line "Accuracy" of an activation's docstring says the worst of full accuracy in the tables, rounded up: of value and
# derivative in ULP, in float and in double where they differ, and near a root, where it is measured there.

function rounded_up(x) { x = x * 10 == int(x * 10) ? x : (int(x * 10) + 1) / 10; return x == 0 ? "0" : sprintf("%.1f", x) }
function larger(a, b) { return a + 0 > b + 0 ? a : b }

# value, derivative of a type: away from roots, and near one
function away(type) { return rounded_up(error[name, type]) ", derivative " rounded_up(error[name "'", type]) }
function root(type) { return rounded_up(larger(near[name, type], near[name "'", type])) }

function wanted(    text, single, full) {
    if ((name, "row") in error)
        return "float: value " rounded_up(error[name, "float"]) ", derivative " rounded_up(error[name "'", "float"]) \
            " units of 2^-24 of the row's largest term"
    single = away("float"); full = away("double")
    if (single == full) text = single == "0, derivative 0" ? "exact" : "value " single " ULP"
    else { sub(/derivative /, "", full); text = "float: value " single " ULP; double: " full }
    single = root("float"); full = root("double")
    if (single + full > 0) text = text "; near a root " single (single == full ? "" : ", " full) " ULP of the largest term"
    return text
}

FILENAME ~ /accuracy\.md$/ {
    if (split($0, cell, / *\| */) < 6 || cell[4] != "full") next
    error[cell[2], cell[3]] = larger(error[cell[2], cell[3]], cell[6])
    if (cell[7] ~ /columns/) error[cell[2], "row"] = 1
    else near[cell[2], cell[3]] = larger(near[cell[2], cell[3]], cell[8])
    next
}

FNR == 1 { said = "" }
/^\/\/\/ Accuracy / { said = $0; sub(/^\/\/\/ Accuracy +/, "", said) }
/^struct .*_activation \{/ {
    docstring = said; said = ""
    name = $2
    sub(/_activation$/, "", name)
    text = (name, "float") in error ? wanted() : ""
    if (index(docstring, text) != 1 || (text == "" && docstring != "")) {
        printf "%s: the docstring of %s says\n    %s\nbut the tables\n    %s\n", FILENAME, name, docstring, text
        wrong = 1
    }
    ++checked
}

END {
    print checked " docstrings"
    exit wrong || checked < 60
}
