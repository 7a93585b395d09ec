#pragma once
// What is made of the logarithm of normal_cdf.

#include <ogive/math/inverse_mills.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// log(normal_cdf(x)), also where normal_cdf has come to 0.
struct log_normal_cdf_primitive {
    static constexpr std::string_view name = "log_normal_cdf"sv, latex = R"(\ln\Phi\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} a = -x, y = a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 5 / (a + 6 / (a + 7 / (a + 8 / a)))))));
        return x < -10 ? -0.5{f} * a * a - 0.91893853320467274{f} - log{f}(y)
             : x < 0 ? log{f}(ogive_normal_cdf{f}(x)) : log1p{f}(-ogive_normal_cdf{f}(a));)"sv;
    using c99_calls = normal_cdf_primitive;
    static constexpr cost price{.transcendental = 2, .division = 2, .pack = 2};
    static constexpr bool woven = true, decays = true;

    static constexpr auto reads(auto x) { return log(normal_cdf(x)); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::log_normal_cdf(x); }
    static constexpr auto derivative(auto x, auto) { return whole::inverse_mills(x); }
};

/// normal_pdf(x) / normal_cdf(x), also where both have come to 0.
struct inverse_mills_primitive {
    static constexpr std::string_view name = "inverse_mills"sv, text = "normal_pdf({0}) / normal_cdf({0})"sv,
                                      latex = R"(\frac{\varphi\left({0}\right)}{\Phi\left({0}\right)})"sv;
    static constexpr std::string_view c99 = R"(
        const {real} a = -x, square = x * x, rest = 0.5{f} * fma{f}(x, x, -square);
        if (x < -10) return a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 5 / (a + 6 / (a + 7 / (a + 8 / a)))))));
        return square > 1600 ? 0 : 0.39894228040143268{f} * exp{f}(-0.5{f} * square) * (1 - rest) / ogive_normal_cdf{f}(x);)"sv;
    using c99_calls = normal_cdf_primitive;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.transcendental = 1, .division = 2, .pack = 2};
    static constexpr bool woven = true, decays = true;

    static constexpr auto reads(auto x) { return normal_pdf(x) / normal_cdf(x); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::inverse_mills(x); }
    static constexpr auto derivative(auto x, auto) { return whole::inverse_mills_derivative(x); }
};

/// -y (x + y), y = normal_pdf(x) / normal_cdf(x), in one approximation that keeps its digits.
struct inverse_mills_derivative_primitive {
    static constexpr std::string_view name = "inverse_mills'"sv,
                                      latex = R"(\left(\frac{\varphi}{\Phi}\right)'\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} a = -x, more = 1 / (a + 2 / (a + 3 / (a + 4 / (a + 5 / (a + 6 / (a + 7 / (a + 8 / a)))))));
        const {real} y = ogive_inverse_mills{f}(x);
        return x < -10 ? (isinf(x) ? -1 : -more * (a + more)) : y == 0 ? -0.0{f} : -y * (x + y);)"sv;
    using c99_calls = inverse_mills_primitive;
    static constexpr cost price{.transcendental = 1, .division = 2, .pack = 2};
    static constexpr bool woven = true, bounded = true, decays = true;

    static constexpr auto reads(auto x) { return -(whole::inverse_mills(x) * (x + whole::inverse_mills(x))); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::inverse_mills_derivative(x); }
    static constexpr auto derivative(auto x, auto y) {
        auto const m = whole::inverse_mills(x);
        return -(y * (x + m) + m * (1_c + y));
    }
};

}  // namespace ogive
