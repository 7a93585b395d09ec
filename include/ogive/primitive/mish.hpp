#pragma once

#include <ogive/math/fast/mish.hpp>
#include <ogive/math/mish.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x tanh(softplus(x)), in one approximation.
struct mish_primitive {
    static constexpr std::string_view name = "mish"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(x), n = e * (e + 2);
        return x > 20 ? x : n == 0 ? -0.0{f} : x * (n / (n + 2));)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::mish(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::mish(x); }
    static constexpr auto derivative(auto x, auto) { return whole::mish_derivative(x); }
};

/// tanh(softplus(x)) + x sech^2(softplus(x)) sigmoid(x), in one approximation that keeps its digits.
struct mish_derivative_primitive {
    static constexpr std::string_view name = "mish'"sv, latex = R"(\operatorname{mish}'\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(x), n = e * (e + 2), d = n + 2;
        return x > 20 ? 1 : n == 0 ? -0.0{f} : n / d + 4 * x * e * (1 + e) / (d * d);)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::mish_derivative(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::mish_derivative(x); }
    static constexpr auto derivative(auto x, auto) {
        auto const p = softplus_of(x);
        auto const s = sigmoid(x);
        return (2_c + x * (1_c - s) - 2_c * x * tanh(p) * s) * (whole::sech2(p) * s);
    }
};

}  // namespace ogive
