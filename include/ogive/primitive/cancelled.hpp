#pragma once
// A name that is divided by and multiplied with again, as the chain rule does it for f(a x) / a: without it the product
// has its value where the name is 0, and its derivative by the name has no terms that cancel.

#include <ogive/primitive/functions.hpp>

namespace ogive::detail {

/// Whether `name` stands in node i: only then is what has NaN of it NaN without the factor too.
template <class Graph>
constexpr bool stands_in(Graph const& g, int name, int i) {
    bool* const below = new bool[static_cast<std::size_t>(i) + 1]{};
    below[i] = true;
    for (int k = i; k > name; --k)
        for (int j = 0; below[k] && j < g[k].op->arity; ++j) below[g[k].argument(j)] = true;
    bool const found = name <= i && below[name];
    delete[] below;
    return found;
}

/// The product i times x, or over x, where x is a divisor or a factor within it; -1: it is not.
template <class Graph>
constexpr int without(Graph& g, int i, int x, bool divided, int depth = 0) {
    operation const* const times = described<Graph, multiply_primitive>;
    auto const n = g[i];
    if (divided && n.op->hash == name_key("divide") && n.b == x) return n.a;
    if (depth == 8) return -1;
    if (n.op == described<Graph, negate_primitive>) {
        int const rest = without(g, n.a, x, divided, depth + 1);
        return rest < 0 ? -1 : g.make(n.op, rest);
    }
    if (n.op != times) return -1;
    for (int const factor : {n.a, n.b}) {
        int const other = factor == n.a ? n.b : n.a;
        if (!divided && factor == x) return other;
        if (int const rest = without(g, factor, x, divided, depth + 1); rest >= 0) return g.make(times, rest, other);
    }
    return -1;
}

/// The same for a name x that stands in the rest too.
template <class Graph>
constexpr int cancelled(Graph& g, int i, int x, bool divided) {
    if (g[x].op->arity != 0 || g.is_number(x)) return -1;
    int const rest = without(g, i, x, divided);
    return rest >= 0 && stands_in(g, x, rest) ? rest : -1;
}

}  // namespace ogive::detail
