#pragma once

#include <ogive/primitive/damped.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

struct multiply_primitive {
    static constexpr std::string_view name = "multiply"sv, text = "{0} * {1}"sv, latex = R"({0} \, {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::product;
    static constexpr bool commutative = true;
    static constexpr bool woven = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a * b; }
    static constexpr unsigned vanishes_with = 0b11;
    static constexpr bool folds(double, double) { return true; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int a, int b, int) {
        bool const by_a = outruns(g[a], g[b]), by_b = outruns(g[b], g[a]);
        return by_a && by_b ? g.make(described<Graph, mutually_damped_primitive>, a, b)
               : by_b       ? g.make(described<Graph, damped_primitive>, a, b)
               : by_a       ? g.make(described<Graph, damped_primitive>, b, a)
                            : -1;
    }
    /// Whether `falls` does so with a name that the other grows with, and with none that it grows as fast with: what
    /// e^2x e^-x comes to is not said by e^-x being 0. What grows as e^e^x has both marks, races and collapses.
    static constexpr bool outruns(auto const& falls, auto const& other) {
        auto const at_least_as_fast = other.races & (other.collapses | ~falls.collapses);
        return (falls.decays & other.grows) && !(falls.decays & at_least_as_fast);
    }
    static constexpr auto adjoint(auto a, auto b, auto, auto dy) { return to_each(dy * b, dy * a); }
    static constexpr auto equations(auto x, auto y, auto) {
        return table(exact(x * 1_c, x),
                     exact(x * c<-1>, -x),
                     exact(-x * -y, x * y),
                     exact(x * x, square(x)),
                     stabilising(-x * x, -square(x)),
                     stabilising(0.5_c * (2_c * x), x),
                     stabilising(0.5_c * (x * (2_c * y)), x * y),
                     stabilising(0.5_c * x * (2_c * y), x * y));
    }
};

}  // namespace ogive
