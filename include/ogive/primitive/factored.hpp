#pragma once
// What sums and differences with a common factor are recognised as.

#include <ogive/primitive/functions.hpp>

namespace ogive::detail {

/// The factor of y + y t or y - y t, or of those numbers c + d t, where 1 + t has a better form; -1: none has.
template <class Graph>
constexpr int factored(Graph& g, operation const* op, int a, int b) {
    for (int j = 0; j < 2; ++j) {
        int const alone = j == 0 ? a : b;
        auto const product = g[j == 0 ? b : a];
        if (product.op->proportional_to != 0b11) continue;
        for (int k = 0; k < 2; ++k) {
            int const factor = product.argument(k), t = product.argument(1 - k);
            bool const numbers = g.is_number(alone) && g.is_number(factor) && g.value(factor) != 0;
            if (factor != alone && !numbers) continue;
            int const rest = numbers ? g.constant(g.value(alone) / g.value(factor)) : g.constant(1);
            int const sum = j == 0 ? g.make(op, rest, t) : g.make(op, t, rest);
            if (g[sum].op != op) return g.make(described<Graph, multiply_primitive>, factor, sum);
        }
    }
    return -1;
}

}  // namespace ogive::detail
