#pragma once

#include <ogive/math/fast/normal.hpp>
#include <ogive/math/gelu_tanh.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x sigmoid(2 sqrt(2 / pi) (x + 0.044715 x^3)), in one approximation.
struct gelu_tanh_primitive {
    static constexpr std::string_view name = "gelu_tanh"sv;
    static constexpr std::string_view c99 = R"(
        const {real} a = x < -64 ? -64 : x, t = a * (1.5957691216057308{f} + 0.07135481627260025{f} * (a * a));
        return t > 0 ? x / (1 + exp{f}(-t)) : a * exp{f}(t) / (1 + exp{f}(t));)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, decays = true;
    static constexpr std::string_view family = "gelu_tanh"sv;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::gelu_tanh(x); }
    static constexpr auto as_factor = [](auto x) OGIVE_INLINE_LAMBDA { return math::gelu_tanh<true>(x); };
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::gelu_tanh(x); }
    static constexpr auto derivative(auto x, auto) { return whole::gelu_tanh_derivative(x); }
};

/// Its derivative, in one approximation that keeps its digits.
struct gelu_tanh_derivative_primitive {
    static constexpr std::string_view name = "gelu_tanh'"sv, latex = R"(\operatorname{gelu\_tanh}'\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} a = fabs{f}(x) > 64 ? copysign{f}(64.0{f}, x) : x, b = a * a;
        const {real} t = a * (1.5957691216057308{f} + 0.07135481627260025{f} * b);
        const {real} h = exp{f}(-0.5{f} * fabs{f}(t)), e = h * h;
        const {real} slope = a * (1.5957691216057308{f} + 0.21406444881780076{f} * b) / (1 + e);
        return x < 0 ? h / (1 + e) * (1 + slope) * h : (1 + slope * e) / (1 + e);)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, bounded = true, decays = true;
    static constexpr std::string_view family = "gelu_tanh"sv;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::gelu_tanh_derivative(x); }
    template <bool, bool OfMinus, class V>
    OGIVE_INLINE static constexpr V shared(V x) {
        return math::gelu_tanh_derivative_by_quotient<OfMinus>(x);
    }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::gelu_tanh_derivative(x); }
    // Of x s(t): s' (2 t' + x t'' + x t'^2 (1 - 2 s)).
    // Beyond 64 nothing is left, and its terms would overflow.
    static constexpr auto derivative(auto any, auto) {
        auto const x = clip(any, c<-64>, 64_c);
        auto const square_of = x * x;
        auto const t = x * (1.5957691216057308_c + 0.07135481627260025_c * square_of);
        auto const slope = 1.5957691216057308_c + 0.21406444881780076_c * square_of;
        return (2_c * slope + 0.4281288976356015_c * square_of + x * (slope * slope) * (1_c - 2_c * sigmoid(t))) *
               whole::sigmoid_derivative(t);
    }
};

}  // namespace ogive
