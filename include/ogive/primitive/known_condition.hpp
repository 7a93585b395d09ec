#pragma once
// Conditions on two numbers, which hold always or never.

#include <ogive/graph/graph.hpp>

namespace ogive::detail {

enum class holds { sometimes, always, never };

/// By name: conditions are described where they are written.
constexpr holds known_condition(graph const& g, int i) {
    node const& n = g[i];
    if (n.op->arity != 2 || !g.is_number(n.a) || !g.is_number(n.b)) return holds::sometimes;
    double const a = g.value(n.a), b = g.value(n.b);
    std::uint64_t const op = n.op->hash;
    if (op == name_key("less")) return a < b ? holds::always : holds::never;
    if (op == name_key("less_equal")) return a <= b ? holds::always : holds::never;
    if (op == name_key("greater")) return a > b ? holds::always : holds::never;
    if (op == name_key("greater_equal")) return a >= b ? holds::always : holds::never;
    if (op == name_key("equal")) return a == b ? holds::always : holds::never;
    if (op == name_key("not_equal")) return a != b ? holds::always : holds::never;
    return holds::sometimes;
}

/// What two conditions joined are where one of them is known: that one where it is `decided`, else the other; -1: none is.
constexpr int decided_condition(graph const& g, int a, int b, holds decided) {
    for (int const i : {a, b})
        if (holds const known = known_condition(g, i); known != holds::sometimes)
            return known == decided ? i : i == a ? b : a;
    return -1;
}

}  // namespace ogive::detail
