#pragma once

#include <ogive/primitive/bell.hpp>
#include <ogive/primitive/exp_of_sum.hpp>
#include <ogive/primitive/exponential_quotient.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/negate.hpp>
#include <ogive/math/exp.hpp>
#include <ogive/math/fast/exp.hpp>

namespace ogive {

/// The exponential function.
struct exp_primitive {
    static constexpr std::string_view name = "exp"sv, latex = R"(e^{{0}})"sv;
    static constexpr std::string_view c99 = "exp{f}({0})"sv;
    static constexpr cost price{.transcendental = 1};

    static constexpr bool woven = true, decays = true, races = true, soars = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::exp(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::exp(x); }
    static constexpr bool folds(double x) { return x > -700 && x < 700; }
    static constexpr auto derivative(auto, auto y) { return y; }
    static constexpr auto logarithmic_derivative = [](auto) { return 1_c; };
    /// e^(-x^2 / 2) in all its spellings; and the sign of -2 x before the product, where the equations look for it.
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int, int) {
        if (!g.stabilises()) return -1;
        if (auto const s = detail::scaled_square_of(g, x); s.x >= 0 && s.factor == -0.5)
            return g.make(described<Graph, bell_primitive>, s.x);
        int const outside = detail::with_sign_outside(g, x);
        return outside < 0 ? -1 : g.make(described<Graph, exp_primitive>, outside);
    }
    template <class Graph>
    static constexpr sums_of_exponentials known = detail::known_of_exponentials<Graph>;
    static constexpr auto above(auto x, auto y, auto) {
        return table(stabilising(exp(x) - 1_c, expm1(x)),
                     stabilising(1_c - exp(x), -expm1(x)),
                     stabilising(exp(x) * exp(y), whole::exp_of_sum(x, y)));
    }
    static constexpr auto equations(auto x, auto, auto) {
        return table(stabilising(exp(-square(x)), whole::exp_of_minus_square(x)));
    }
};

}  // namespace ogive
