#pragma once

#include <ogive/graph/graph.hpp>

namespace ogive::detail {

/// x^exponent by op, sqrt or pow, of a softmax along a row, or of a product of such, by factors of which that of the element
/// has a power where softmax has come to 0; -1: x is none. By name, since programs without rows should not pay for the
/// descriptions.
constexpr int power_of_softmax(graph& g, operation const* op, int x, int exponent) {
    node const n = g[x];
    if (n.op->hash != name_key("multiply")) return -1;
    for (int j = 0; j < 2; ++j) {
        int const powers = n.argument(j), rest = n.argument(1 - j);
        if (g[powers].op->hash == name_key("exp") && g[rest].op->hash == name_key("divide") &&
            g[g[rest].b].op->hash == name_key("nonzero")) {
            int const power = g.make(g[powers].op, g.make(n.op, exponent, g[powers].a));
            return g.make(n.op, power, op->arity == 1 ? g.make(op, rest) : g.make(op, rest, exponent));
        }
    }
    int const first = power_of_softmax(g, op, n.a, exponent), second = first < 0 ? -1 : power_of_softmax(g, op, n.b, exponent);
    return second < 0 ? -1 : g.make(n.op, first, second);
}

}  // namespace ogive::detail
