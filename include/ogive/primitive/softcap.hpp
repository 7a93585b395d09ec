#pragma once

#include <ogive/math/softcap.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// c tanh(x / c), c > 0.
struct softcap_primitive {
    static constexpr std::string_view name = "softcap"sv, text = "{1} * tanh({0} / {1})"sv;
    static constexpr std::string_view c99 = "return y * tanh{f}(x / y);"sv;
    static constexpr int binds = precedence::product;
    static constexpr bool bounded = true;
    static constexpr cost price{.transcendental = 1, .division = 4};

    static constexpr auto reads(auto x, auto cap) { return cap * tanh(x / cap); }
    OGIVE_INLINE static constexpr auto value(auto x, auto cap) { return math::softcap(x, cap); }
    static constexpr auto adjoint(auto x, auto cap, auto y, auto dy);
};

/// The derivative of c tanh(x / c) by x: sech^2(x / c), x / c in two parts.
struct softcap_derivative_primitive {
    static constexpr std::string_view name = "softcap'"sv, text = "sech({0} / {1})^2"sv,
                                      latex = R"(\operatorname{sech}^2\left(\frac{{0}}{{1}}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(-2 * fabs{f}(x / y));
        return 4 * e / ((1 + e) * (1 + e));)"sv;
    static constexpr bool bounded = true, decays = true;
    static constexpr cost price{.transcendental = 1, .division = 4};

    OGIVE_INLINE static constexpr auto value(auto x, auto cap) { return math::softcap_derivative(x, cap); }
    static constexpr auto adjoint(auto x, auto cap, auto y, auto dy);
};

namespace whole {
inline constexpr function<softcap_primitive> softcap{};
inline constexpr function<softcap_derivative_primitive> softcap_derivative{};
}  // namespace whole

constexpr auto softcap_primitive::adjoint(auto x, auto cap, auto y, auto dy) {
    auto const slope = whole::softcap_derivative(x, cap);
    return to_each(dy * slope, dy * ((y - x * slope) / cap));
}
constexpr auto softcap_derivative_primitive::adjoint(auto x, auto cap, auto y, auto dy) {
    auto const second = c<-2> * (whole::softcap(x, cap) / cap * y) / cap;
    return to_each(dy * second, -(dy * second * x / cap));
}

}  // namespace ogive
