#pragma once

#include <ogive/math/sigmoid.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// e^x / (e^x + e^y), which neither overflows nor loses what x - y rounds off.
struct sigmoid_of_difference_primitive {
    static constexpr std::string_view name = "sigmoid_of_difference"sv, text = "exp({0}) / (exp({0}) + exp({1}))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} z = x - y, back = z - x, e = exp{f}(-fabs{f}(z)), s = (z < 0 ? e : 1) / (1 + e);
        return isinf(x) || isinf(y) ? s : s + s * (1 - s) * ((x - (z - back)) - (y + back));)"sv;
    static constexpr int binds = precedence::product;
    static constexpr bool woven = true, bounded = true, decays = true;
    static constexpr cost price{.transcendental = 1, .division = 1};

    static constexpr auto reads(auto x, auto y) { return exp(x) / (exp(x) + exp(y)); }
    OGIVE_INLINE static constexpr auto value(auto x, auto y) { return math::sigmoid_of_difference(x, y); }
    static constexpr auto adjoint(auto x, auto y, auto s, auto dy) {
        auto const slope = s * whole::sigmoid_of_difference(y, x);
        return to_each(dy * slope, -(dy * slope));
    }
};

}  // namespace ogive
