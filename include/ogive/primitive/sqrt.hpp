#pragma once

#include <ogive/primitive/algebraic.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/tail.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

namespace detail {

/// sqrt(x) of a softmax along a row, or of a product of such, by factors of which that of the element has a root where
/// softmax has come to 0; -1: x is none. By name, since programs without rows should not pay for the descriptions.
template <class Graph>
constexpr int root_of_softmax(Graph& g, operation const* sqrt, int x) {
    auto const n = g[x];
    if (n.op != described<Graph, multiply_primitive>) return -1;
    for (int j = 0; j < 2; ++j) {
        int const power = n.argument(j), rest = n.argument(1 - j);
        if (g[power].op->hash == name_key("exp") && g[rest].op->hash == name_key("divide") &&
            g[g[rest].b].op->hash == name_key("nonzero")) {
            int const half = g.make(n.op, g.constant(0.5), g[power].a);
            return g.make(n.op, g.make(g[power].op, half), g.make(sqrt, rest));
        }
    }
    int const first = root_of_softmax(g, sqrt, n.a), second = first < 0 ? -1 : root_of_softmax(g, sqrt, n.b);
    return second < 0 ? -1 : g.make(n.op, first, second);
}

}  // namespace detail

struct sqrt_primitive {
    static constexpr std::string_view name = "sqrt"sv, latex = R"(\sqrt{{0}})"sv;
    static constexpr std::string_view c99 = "sqrt{f}({0})"sv;
    static constexpr unsigned vanishes_with = 0b1, magnifies = 0b1;
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr cost price{.division = 1};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::sqrt(x); }
    static constexpr bool folds(double x) { return x >= 0; }
    /// Of a sum of exponentials; sqrt(x^2 + c), c a positive number that is not enormous.
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int, int) {
        if (!g.stabilises()) return -1;
        if (int const root = g.power_of_exponentials(described<Graph, sqrt_primitive>, x); root >= 0) return root;
        if (int const root = detail::root_of_softmax(g, described<Graph, sqrt_primitive>, x); root >= 0) return root;
        if (auto const tail = detail::read_tail(g, x); tail.f >= 0)
            return detail::know_by_tail(g, described<Graph, multiply_primitive>,
                                        g.insert(described<Graph, sqrt_primitive>, x), tail, 0.5, 0);
        if (g[x].op != described<Graph, add_primitive>) return -1;
        for (int j = 0; j < 2; ++j)
            if (int const c = g[x].argument(j), term = g[x].argument(1 - j);
                g.is_number(c) && g.value(c) > 0 && g.value(c) < 0x1p50 &&
                g[term].op == described<Graph, square_primitive>)
                return g.make(described<Graph, root_of_square_plus_primitive>, g[term].a, c);
        return -1;
    }
    static constexpr auto equations(auto x, auto, auto) { return table(stabilising(sqrt(square(x)), abs(x))); }
    static constexpr auto adjoint(auto, auto y, auto dy) { return 0.5_c * dy / y; }
};

}  // namespace ogive
