#!/bin/sh
# generate.sh chain <operations> | tower <blocks>: a program that runs it forward and backward.
cat <<'HEAD'
#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"w"> w;
HEAD
case $1 in
chain)
    awk -v wanted="$2" 'BEGIN {
        i = 0
        print "constexpr auto e0 = x + w;"
        split("og::tanh(E)|E * x + 0.5_c|og::sigmoid(E) * w|E - x * w", form, "|")
        split("1 2 2 2", operations, " ")
        for (n = 1; n < wanted; n += operations[k]) {
            k = i % 4 + 1
            text = form[k]
            sub(/E/, "e" i, text)
            printf "constexpr auto e%d = %s;\n", ++i, text
        }
        printf "constexpr auto whole = e%d;\n", i
    }'
    ;;
tower)
    awk -v blocks="$2" 'BEGIN {
        print "constexpr auto p0 = x * w;"
        for (i = 1; i <= blocks; ++i)
            printf "constexpr auto p%d = p%d + og::tanh(p%d) * og::sigmoid(p%d);\n", i, i - 1, i - 1, i - 1
        printf "constexpr auto whole = p%d;\n", blocks
    }'
    ;;
esac
cat <<'TAIL'

void run(std::vector<float> const& in, std::vector<float>& y, std::vector<float>& dx, float& dw) {
    og::evaluate(whole, y, x = in, w = 0.5f);
    og::backward(whole, y, x = in, w = 0.5f, og::grad(x) = dx, og::grad(w) = dw);
}
TAIL
