#pragma once

#include <ogive/primitive/functions.hpp>
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
    static constexpr auto above(auto x, auto, auto) { return table(stabilising(exp(x) - 1_c, expm1(x)),
                     stabilising(1_c - exp(x), -expm1(x))); }
    static constexpr auto equations(auto x, auto, auto) {
        return table(stabilising(exp(-square(x)), whole::exp_of_minus_square(x)));
    }
};

}  // namespace ogive
