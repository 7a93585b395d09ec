#pragma once

#include <ogive/math/elementary.hpp>
#include <ogive/primitive/factored.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

struct subtract_primitive {
    static constexpr std::string_view name = "subtract"sv, text = "{0} - {1}"sv, latex = text;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::sum;
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr unsigned vanishes_with_all = 0b11;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b) {
        return math::difference(a, b);
    }
    static constexpr bool folds(double, double) { return true; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int a, int b, int) {
        return g.stabilises() ? detail::factored(g, described<Graph, subtract_primitive>, a, b) : -1;
    }
    static constexpr auto adjoint(auto, auto, auto, auto dy) { return to_each(dy, -dy); }
    static constexpr auto equations(auto x, auto y, auto) {
        return table(exact(x - 0_c, x),
                     exact(x - -y, x + y),
                     // 0 where x is y: of two squares only one would be rounded in a fused loop.
                     stabilising(square(x) - square(y), (x - y) * (x + y)),
                     stabilising(1_c - square(tanh(x)), whole::sech2(x)));
    }
};

}  // namespace ogive
