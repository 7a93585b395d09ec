#pragma once

#include <ogive/math/tanhexp.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x tanh(e^x), in one approximation.
struct tanhexp_primitive {
    static constexpr std::string_view name = "tanhexp"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(0.5{f} * x);
        return x > -40 ? x * tanh{f}(exp{f}(x)) : e == 0 ? -0.0{f} : x * e * e;)"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::tanhexp(x); }
    static constexpr auto derivative(auto x, auto) { return whole::tanhexp_derivative(x); }
};

/// tanh(e^x) + x e^x sech^2(e^x), in one approximation that keeps its digits.
struct tanhexp_derivative_primitive {
    static constexpr std::string_view name = "tanhexp'"sv, latex = R"(\operatorname{tanhexp}'\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} h = exp{f}(0.5{f} * x), e = exp{f}(x), c = cosh{f}(e);
        return x > 4 ? 1 : x > -40 ? tanh{f}(e) + x * e / (c * c) : h == 0 ? -0.0{f} : (1 + x) * h * h;)"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::tanhexp_derivative(x); }
    static constexpr auto derivative(auto x, auto) {
        auto const e = exp(x);
        return (2_c + x * (1_c - 2_c * (e * tanh(e)))) * (whole::sech2(e) * e);
    }
};

}  // namespace ogive
