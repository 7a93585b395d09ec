#pragma once

#include <ogive/math/exp.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// e^(-x^2), the square in two parts.
struct exp_of_minus_square_primitive {
    static constexpr std::string_view name = "exp_of_minus_square", text = "exp(-{0}^2)", latex = R"(e^{-{0}^2})";
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::exp_of_minus_square(x); }
    static constexpr auto derivative(auto x, auto y) { return -(2_c * x * y); }
};

}  // namespace ogive
