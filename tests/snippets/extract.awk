# awk -v out=<prefix> -v page=<name> -f extract.awk <page>.md
#
# Writes each ```cpp block of a page to <prefix>.line<number>.cpp. Words after cpp on the opening line:
#
#     ignore     not C++ that compiles
#     body       statements, to be put into a function (else: declarations, at file scope)
#     continued  comes after all earlier blocks of the page
#
# With the word "program" in a block, the hidden and "continued" blocks of the page go on in its program,
# <prefix>.program.cpp, and the ```text blocks with the word "prints" are what it prints, <prefix>.program.txt.
#
# A block with "int main" is a program and is compiled as it is. All others see <ogive/ogive.hpp>, the
# namespace og and the literals. A hidden block, for what would distract the reader, is an HTML comment:
# <!-- cpp, its lines, --> ; it belongs to the blocks that say "continued".

function said(word) { return (" " words " ") ~ (" " word " ") }

# For the blocks that continue this one.
function keep() {
    all_heads = all_heads heads
    if (said("body")) bodies = bodies block
    else declarations = declarations block
}

# The others go on in this one: what stands before its main, and in it.
function keep_program(    at, before) {
    at = index(block, "int main() {\n")
    before = substr(block, 1, at - 1)
    all_heads = all_heads heads
    declarations = declarations before
    block = substr(block, at + length("int main() {\n"))
    sub(/}\n$/, "", block)
    bodies = bodies "#line " (start + gsub(/\n/, "&", before) + 1) " \"" page "\"\n" block
}

function finish(    file) {
    if (said("ignore")) return
    if (said("program")) is_one_program = 1
    if (hidden || (is_one_program && said("continued"))) { keep(); return }
    file = out ".line" start ".cpp"
    if (is_program) {
        printf "%s%s", heads, block > file
        close(file)
        if (said("program")) keep_program()
        return
    }
    print preamble > file
    if (said("continued")) printf "%s", all_heads > file
    printf "%s", heads > file
    print "namespace og = ogive;\nusing namespace ogive::literals;" > file
    if (said("continued")) printf "%s", declarations > file
    if (!said("body")) printf "%s", block > file
    if (said("body") || (said("continued") && bodies != ""))
        printf "void snippet() {\n%s%s}\n", said("continued") ? bodies : "", said("body") ? block : "" > file
    close(file)
    keep()
}

BEGIN {
    preamble = "#include <ogive/ogive.hpp>"
}

!inside && /^[ ]*(```cpp|<!-- cpp)([ ].*)?$/ {
    inside = 1
    hidden = /<!--/
    words = $0
    sub(/^[ ]*(```cpp|<!-- cpp)/, "", words)
    start = NR
    is_program = 0
    heads = ""
    block = "#line " (NR + 1) " \"" page "\"\n"
    next
}

/^```text prints$/ { printing = 1; next }
printing && /^```/ { printing = 0; next }
printing { expected = expected $0 "\n"; next }

inside && (hidden ? /^[ ]*-->/ : /^[ ]*```/) {
    inside = 0
    finish()
    next
}

inside {
    if ($0 ~ /int main/) is_program = 1
    if ($0 ~ /^#include/) { heads = heads $0 "\n"; block = block "\n" }
    else block = block $0 "\n"
}

END {
    if (is_one_program) {
        printf "%s\n%snamespace og = ogive;\nusing namespace ogive::literals;\n%sint main() {\n%s}\n", preamble, all_heads,
            declarations, bodies > (out ".program.cpp")
        printf "%s", expected > (out ".program.txt")
    }
    if (inside) { print page ":" start ": this block does not end" > "/dev/stderr"; exit 1 }
}
