#pragma once

#include <ogive/math/exp.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// e^(-x^2), the square in two parts.
struct exp_of_minus_square_primitive {
    static constexpr std::string_view name = "exp_of_minus_square"sv, text = "exp(-{0}^2)"sv, latex = R"(e^{-{0}^2})"sv;
    static constexpr std::string_view c99 = R"(
        const {real} square = x * x;
        return square > 800 ? 0 : exp{f}(-square) * (1 - fma{f}(x, x, -square));)"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::exp_of_minus_square(x); }
    static constexpr auto derivative(auto x, auto) { return whole::exp_of_minus_square_derivative(x); }
    static constexpr auto logarithmic_derivative = [](auto x) { return c<-2> * x; };
};

/// -2 x e^(-x^2), scaled last.
struct exp_of_minus_square_derivative_primitive {
    static constexpr std::string_view name = "exp_of_minus_square'"sv, text = "-2 * {0} * exp(-{0}^2)"sv,
                                      latex = R"(-2 \, {0} \, e^{-{0}^2})"sv;
    static constexpr std::string_view c99 = R"(
        const {real} square = x * x, root = exp{f}(-0.5{f} * square);
        return square > 1600 ? -copysign{f}(0.0{f}, x) : -2 * x * (1 - fma{f}(x, x, -square)) * root * root;)"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::exp_of_minus_square_derivative(x); }
    static constexpr auto derivative(auto x, auto y) { return -(2_c * (whole::exp_of_minus_square(x) + x * y)); }
};

}  // namespace ogive
