#pragma once

#include <ogive/math/swish.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x sigmoid(beta x), in one approximation.
struct swish_primitive {
    static constexpr std::string_view name = "swish"sv;
    static constexpr std::string_view c99 = R"(
        const {real} t = x * y, e = exp{f}(-fabs{f}(t));
        return t > 0 ? x / (1 + e) : e == 0 ? copysign{f}(0.0{f}, x) : x * (e / (1 + e));)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x, auto beta) { return math::swish(x, beta); }
    static constexpr auto as_factor = [](auto x, auto beta) OGIVE_INLINE_LAMBDA { return math::swish<true>(x, beta); };
    static constexpr auto adjoint(auto x, auto beta, auto, auto dy) {
        return to_each(dy * whole::swish_derivative(x, beta), dy * whole::swish_by_beta(x, beta));
    }
};

/// The derivative of x sigmoid(beta x) by x, in one approximation that keeps its digits.
struct swish_derivative_primitive {
    static constexpr std::string_view name = "swish'"sv, latex = R"(\operatorname{swish}'\left({0}, {1}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} t = x * y, e = exp{f}(-fabs{f}(t)), s = (t < 0 ? e : 1) / (1 + e);
        return e == 0 ? (t < 0 ? -0.0{f} : 1) : s + t * e / ((1 + e) * (1 + e));)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x, auto beta) { return math::swish_derivative(x, beta); }
    // Of silu'(beta x): silu''(beta x) times beta and times x.
    static constexpr auto adjoint(auto x, auto beta, auto, auto dy) {
        auto const z = beta * x;
        auto const second = (2_c + z * (1_c - 2_c * sigmoid(z))) * whole::sigmoid_derivative(z);
        return to_each(dy * beta * second, dy * (x * second));
    }
};

/// The derivative of x sigmoid(beta x) by beta: x^2 sigmoid'(beta x).
struct swish_by_beta_primitive {
    static constexpr std::string_view name = "swish_by_beta"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(-fabs{f}(x * y));
        return e == 0 ? 0 : x * (x * (e / ((1 + e) * (1 + e))));)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x, auto beta) { return math::swish_by_beta(x, beta); }
    static constexpr auto adjoint(auto x, auto beta, auto, auto dy) {
        auto const z = beta * x;
        auto const first = whole::sigmoid_derivative(z);
        auto const second = first * (1_c - 2_c * sigmoid(z));
        return to_each(dy * (2_c * x * first + x * (z * second)), dy * (x * (x * (x * second))));
    }
};

}  // namespace ogive
