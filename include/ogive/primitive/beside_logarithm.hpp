#pragma once
// Products with a logarithm that is infinite where the rest is 0. By name: whoever has no logarithm should not pay for its
// description; and of graphs, not for any type, since every product asks.

#include <ogive/graph/graph.hpp>

namespace ogive::detail {

/// How deep products are looked into.
inline constexpr int deepest_factor = 5;

/// Whether part is 1 + x, spelt 1 - y where x is -y.
constexpr bool is_1_plus(graph const& g, int part, int x) {
    node const& n = g[part];
    auto const is_1 = [&](int i) { return g.is_number(i) && g.value(i) == 1; };
    if (n.op->hash == name_key("add")) return (is_1(n.a) && n.b == x) || (is_1(n.b) && n.a == x);
    return n.op->hash == name_key("subtract") && is_1(n.a) && g[x].op->hash == name_key("negate") && g[x].a == n.b;
}
/// Whether d is 0 with x, or with 1 + x if so.
constexpr bool vanishes_with(graph const& g, int d, int x, bool plus_1 = false, int depth = 0) {
    if (plus_1 ? is_1_plus(g, d, x) : d == x) return true;
    operation const& op = *g[d].op;
    for (int j = 0; j < op.arity && depth < deepest_factor; ++j)
        if ((op.vanishes_with >> j & 1) && vanishes_with(g, g[d].argument(j), x, plus_1, depth + 1)) return true;
    return false;
}

/// The arguments that an operation is a product of, bit j of each; of a quotient what is below too if asked for.
constexpr unsigned factors_of(operation const& op, bool below) {
    bool const all = op.hash == name_key("square") || (below && op.hash == name_key("divide"));
    return all ? 0b11 : op.proportional_to;
}
/// Whether d is 0 with a factor of x, one below a line too.
constexpr bool vanishes_with_factor(graph const& g, int d, int x, int depth = 0) {
    if (vanishes_with(g, d, x)) return true;
    operation const& op = *g[x].op;
    for (int j = 0; j < op.arity && depth < deepest_factor; ++j)
        if ((factors_of(op, true) >> j & 1) && vanishes_with_factor(g, d, g[x].argument(j), depth + 1)) return true;
    return false;
}
/// Whether x is a logarithm, and d comes to 0 with a factor of what it is of.
constexpr bool vanishes_with_logarithm(graph const& g, int d, int x) {
    node const& n = g[x];
    if (n.op->hash == name_key("log1p")) return vanishes_with(g, d, n.a, true);
    return n.op->hash == name_key("log") && vanishes_with_factor(g, d, n.a);
}

/// Whether d comes to 0 with something whose logarithm is a factor of x, or a term of one: b p log(p), b p (log(p) - q) are 0
/// where p is. p log(p) itself has an equation.
constexpr bool outlasts_logarithm(graph const& g, int d, int x, int depth = 0) {
    node const& n = g[x];
    operation const& op = *n.op;
    if (depth == 0 && op.hash == name_key("log") && n.a == d) return false;
    if (vanishes_with_logarithm(g, d, x)) return true;
    if (op.hash == name_key("add") || op.hash == name_key("subtract"))
        return vanishes_with_logarithm(g, d, n.a) || vanishes_with_logarithm(g, d, n.b);
    for (int j = 0; j < op.arity && depth < deepest_factor; ++j)
        if ((factors_of(op, false) >> j & 1) && outlasts_logarithm(g, d, n.argument(j), depth + 1)) return true;
    return false;
}

}  // namespace ogive::detail
