#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/normal.hpp>

namespace ogive {

/// The density of the standard normal: e^(-x^2 / 2) / sqrt(2 pi).
struct normal_pdf_primitive {
    static constexpr std::string_view name = "normal_pdf"sv, latex = R"(\varphi\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} square = x * x, rest = 0.5{f} * fma{f}(x, x, -square);
        return square > 1600 ? 0 : 0.39894228040143268{f} * exp{f}(-0.5{f} * square) * (1 - rest);)"sv;
    static constexpr cost price{.transcendental = 1};

    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::normal_pdf(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto y) { return -(x * y); }
    static constexpr auto logarithmic_derivative = [](auto x) { return -x; };
    static constexpr auto equations(auto x, auto, auto) { return table(exact(normal_pdf(-x), normal_pdf(x))); }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(log(normal_pdf(x)), c<-0.91893853320467274> - 0.5_c * square(x)));
    }
};

}  // namespace ogive
