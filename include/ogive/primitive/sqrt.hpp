#pragma once

#include <ogive/primitive/algebraic.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/power_of_softmax.hpp>
#include <ogive/primitive/tail.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

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
        if (int const root = detail::power_of_softmax(g, described<Graph, sqrt_primitive>, x, g.constant(0.5)); root >= 0)
            return root;
        if (auto const tail = detail::read_tail(g, x); tail.f >= 0)
            return detail::know_by_tail(g, described<Graph, multiply_primitive>,
                                        g.insert(described<Graph, sqrt_primitive>, x), tail, g.constant(0.5), 0);
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
