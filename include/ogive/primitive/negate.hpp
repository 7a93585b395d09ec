#pragma once

#include <ogive/math/elementary.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

struct negate_primitive {
    static constexpr std::string_view name = "negate"sv, text = "-{0}"sv, latex = text;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::sign;
    static constexpr unsigned vanishes_with = 0b1, proportional_to = 0b1;
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::negate(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto adjoint(auto, auto, auto dy) { return -dy; }
    static constexpr auto equations(auto x, auto, auto) {
        return table(exact(-(-x), x));
    }
};

namespace detail {

/// -(2 x) in place of -2 x; -1: z is no product with a negative number.
template <class Graph>
constexpr int with_sign_outside(Graph& g, int z) {
    auto const n = g[z];
    if (n.op != described<Graph, multiply_primitive>) return -1;
    for (int j = 0; j < 2; ++j)
        if (int const number = n.argument(j); g.is_number(number) && g.value(number) < 0)
            return g.make(described<Graph, negate_primitive>,
                          g.make(n.op, g.constant(-g.value(number)), n.argument(1 - j)));
    return -1;
}

}  // namespace detail

}  // namespace ogive
