#pragma once

#include <ogive/math/trigonometric.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// sin(x) / x, 1 at 0.
struct sinc_primitive {
    static constexpr std::string_view name = "sinc"sv;
    static constexpr std::string_view c99 = "return isinf(x) ? 0 : x == 0 ? 1 : sin{f}(x) / x;"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool bounded = true;

    static constexpr auto reads(auto x) { return sin(x) / x; }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::sinc(x); }
    static constexpr auto derivative(auto x, auto);
};

/// (cos(x) - sinc(x)) / x, 0 at 0.
struct sinc_derivative_primitive {
    static constexpr std::string_view name = "sinc'"sv, text = "(cos({0}) - sinc({0})) / {0}"sv;
    static constexpr int binds = precedence::product;
    static constexpr std::string_view c99 = R"(
        {real} sum = 1;
        if (isinf(x)) return 0;
        if (fabs{f}(x) > 1) return (cos{f}(x) - sin{f}(x) / x) / x;
        for (int n = 18; n > 0; n -= 2) sum = 1 - sum * x * x / ({real})(n * (n + 3));
        return -x / 3 * sum;)"sv;
    static constexpr cost price{.transcendental = 2, .division = 2};
    static constexpr bool bounded = true;

    static constexpr auto reads(auto x) { return (cos(x) - sin(x) / x) / x; }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::sinc_derivative(x); }
    static constexpr auto derivative(auto x, auto y);
};

namespace whole {
inline constexpr function<sinc_primitive> sinc{};
inline constexpr function<sinc_derivative_primitive> sinc_derivative{};
}  // namespace whole

constexpr auto sinc_primitive::derivative(auto x, auto) { return whole::sinc_derivative(x); }
constexpr auto sinc_derivative_primitive::derivative(auto x, auto y) {
    // Near 0, where the terms cancel, and more in each further derivative, their series: of x^2m (-1)^(m+1) / ((2m+3) (2m)!).
    auto const s = x * x;
    auto const near = c<-1.0 / 3> + s * (c<1.0 / 10> + s * (c<-1.0 / 168> + s * (c<1.0 / 6480> + s * (c<-1.0 / 443520> +
                      s * (c<1.0 / 47174400> + s * (c<-1.0 / 7185024000> + s * c<1.0 / 1482030950400>))))));
    return where(numerical(abs(x) < 0.5_c), near, -whole::sinc(x) - 2_c * y / x);
}

}  // namespace ogive
