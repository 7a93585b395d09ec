#pragma once

#include <ogive/primitive/exponential_quotient.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/math/exp.hpp>
#include <ogive/math/fast/exp.hpp>

namespace ogive {

/// e^x - 1 without cancellation near 0. The rule keeps its digits where y + 1 would cancel.
struct expm1_primitive {
    static constexpr std::string_view name = "expm1"sv;
    static constexpr std::string_view c99 = "expm1{f}({0})"sv;
    static constexpr cost price{.transcendental = 1};

    static constexpr bool woven = true, races = true, soars = true;
    static constexpr unsigned vanishes_with = 0b1;

    static constexpr auto reads(auto x) { return exp(x) - 1_c; }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::expm1(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::expm1(x); }
    static constexpr bool folds(double x) { return x > -700 && x < 700; }
    static constexpr auto derivative(auto x, auto) { return exp(x); }
    template <class Graph>
    static constexpr sums_of_exponentials known = detail::known_of_exponentials<Graph>;
    static constexpr auto above(auto x, auto y, auto) {
        return table(stabilising(where(x > 0_c, x, expm1(x)), whole::elu(x)),
                     stabilising(where(x > 0_c, y, expm1(x)), where(x > 0_c, y, whole::elu(x))));
    }
};

}  // namespace ogive
