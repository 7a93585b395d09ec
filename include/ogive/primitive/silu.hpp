#pragma once

#include <ogive/math/fast/sigmoid.hpp>
#include <ogive/math/silu.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x sigmoid(x), in one approximation.
struct silu_primitive {
    static constexpr std::string_view name = "silu"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(-fabs{f}(x));
        return x > 0 ? x / (1 + e) : e == 0 ? -0.0{f} : x * e / (1 + e);)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, decays = true;
    static constexpr std::string_view family = "logistic"sv;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::silu(x); }
    static constexpr auto as_factor = [](auto x) OGIVE_INLINE_LAMBDA { return math::silu<true>(x); };
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::silu(x); }
    static constexpr auto derivative(auto x, auto) { return whole::silu_derivative(x); }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(x - whole::silu(x), -whole::silu(-x)));
    }
};

/// sigmoid(x) + x sigmoid(x) (1 - sigmoid(x)), in one approximation that keeps its digits.
struct silu_derivative_primitive {
    static constexpr std::string_view name = "silu'"sv, latex = R"(\operatorname{silu}'\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(-fabs{f}(x)), s = (x < 0 ? e : 1) / (1 + e);
        return e == 0 ? (x < 0 ? -0.0{f} : 1) : s + x * e / ((1 + e) * (1 + e));)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, bounded = true, decays = true;
    static constexpr std::string_view family = "logistic"sv;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::silu_derivative(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::silu_derivative(x); }
    static constexpr auto derivative(auto x, auto) {
        return (2_c + x * (1_c - 2_c * sigmoid(x))) * whole::sigmoid_derivative(x);
    }
};

}  // namespace ogive
