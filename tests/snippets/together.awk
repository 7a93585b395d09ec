# awk -f together.awk <page>.md ... > <program>.cpp
#
# The ```cpp blocks of pages as one program, which takes a fraction of the time that one for each takes: each page in a
# namespace of its own, main calls every `bool holds()` in them and returns how many do not.

BEGIN {
    print "#include <ogive/ogive.hpp>\n#include <cstdio>\nnamespace og = ogive;\nusing namespace ogive::literals;"
}

/^```cpp$/ {
    inside = 1
    name = FILENAME
    gsub(/.*\/|\.md$/, "", name)
    printf "namespace page_of_%s {\n#line %d \"%s\"\n", name, FNR + 1, FILENAME
    next
}

inside && /^```$/ {
    inside = 0
    print "}"
    next
}

inside {
    print
    if ($0 ~ /^bool holds\(\)/) checks = checks "    wrong += !page_of_" name "::holds() && std::puts(\"" name " does not hold\") > 0;\n"
}

END {
    printf "int main() {\n    int wrong = 0;\n%s    return wrong;\n}\n", checks
}
