#pragma once

#include <ogive/math/serf.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x erf(softplus(x)), in one approximation.
struct serf_primitive {
    static constexpr std::string_view name = "serf"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(0.5{f} * x);
        if (x > 20) return x;
        return x > -40 ? x * erf{f}(log1p{f}(exp{f}(x))) : e == 0 ? -0.0{f} : 1.1283791670955126{f} * x * e * e;)"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::serf(x); }
    static constexpr auto derivative(auto x, auto) { return whole::serf_derivative(x); }
};

/// erf(p) + 2 / sqrt(pi) x e^(-p^2) sigmoid(x), p = softplus(x), in one approximation that keeps its digits.
struct serf_derivative_primitive {
    static constexpr std::string_view name = "serf'"sv, latex = R"(\operatorname{serf}'\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} c = 1.1283791670955126{f}, h = exp{f}(0.5{f} * x), e = exp{f}(x), p = log1p{f}(e);
        if (x > 20) return 1;
        if (x > -40) return erf{f}(p) + c * x * exp{f}(-p * p) * (e / (1 + e));
        return h == 0 ? -0.0{f} : c * (1 + x) * h * h;)"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::serf_derivative(x); }
    static constexpr auto derivative(auto x, auto) {
        auto const p = softplus_of(x);
        auto const s = sigmoid(x);
        return (2_c + x * (1_c - s) - 2_c * x * p * s) * (1.1283791670955126_c * exp(-(p * p)) * s);
    }
};

}  // namespace ogive
