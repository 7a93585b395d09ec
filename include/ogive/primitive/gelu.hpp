#pragma once

#include <ogive/math/fast/normal.hpp>
#include <ogive/math/gelu.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x normal_cdf(x), in one approximation.
struct gelu_primitive {
    static constexpr std::string_view name = "gelu"sv;
    static constexpr std::string_view c99 = R"(
        const {real} p = ogive_normal_cdf{f}(x);
        return p == 0 ? -0.0{f} : x * p;)"sv;
    using c99_calls = normal_cdf_primitive;
    static constexpr cost price{.transcendental = 1, .pack = 2};
    static constexpr bool woven = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::gelu(x); }
    static constexpr auto as_factor = [](auto x) OGIVE_INLINE_LAMBDA { return math::gelu<true>(x); };
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::gelu(x); }
    static constexpr auto derivative(auto x, auto) { return whole::gelu_derivative(x); }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(x - whole::gelu(x), -whole::gelu(-x)));
    }
};

/// normal_cdf(x) + x normal_pdf(x), in one approximation that keeps its digits.
struct gelu_derivative_primitive {
    static constexpr std::string_view name = "gelu'"sv, latex = R"(\operatorname{gelu}'\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} square = x * x, rest = 0.5{f} * fma{f}(x, x, -square);
        const {real} slope = 0.39894228040143268{f} * x * exp{f}(-0.5{f} * square) * (1 - rest);
        return square > 1600 ? (x < 0 ? -0.0{f} : 1) : ogive_normal_cdf{f}(x) + slope;)"sv;
    using c99_calls = normal_cdf_primitive;
    static constexpr cost price{.transcendental = 1, .pack = 2};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::gelu_derivative(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::gelu_derivative(x); }
    static constexpr auto derivative(auto x, auto) { return (2_c - x * x) * normal_pdf(x); }
};

}  // namespace ogive
