#pragma once
// A line bent by an exponential: the asymmetric loss of Varian (1975), LINEX, is that of b = 0.

#include <ogive/math/bent_line.hpp>
#include <ogive/primitive/expm1_minus.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// b x + n (e^x - 1 - x), without cancellation near 0, its terms added in more digits below -3/4.
struct bent_line_primitive {
    static constexpr std::string_view name = "bent_line"sv, text = "{2} * {0} + {1} * (exp({0}) - 1 - {0})"sv;
    static constexpr std::string_view c99 = R"(
        {real} sum = 1;
        if (fabs{f}(x) > 0.5{f}) return y * expm1{f}(x) + (z - y) * x;
        for (int n = 14; n > 2; --n) sum = 1 + sum * x / ({real})n;
        return z * x + 0.5{f} * y * x * x * sum;)"sv;
    static constexpr int binds = precedence::sum;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, races = true;
    static constexpr unsigned vanishes_with = 0b1;

    static constexpr auto reads(auto x, auto n, auto b) { return b * x + n * (exp(x) - 1_c - x); }
    OGIVE_INLINE static constexpr auto value(auto x, auto n, auto b) { return math::bent_line(x, n, b); }
    static constexpr auto adjoint(auto x, auto n, auto b, auto y, auto dy);
};

/// b + n (e^x - 1), its terms added in more digits.
struct bent_line_slope_primitive {
    static constexpr std::string_view name = "bent_line'"sv, text = "{2} + {1} * (exp({0}) - 1)"sv;
    static constexpr std::string_view c99 = "return z + y * expm1{f}(x);"sv;
    static constexpr int binds = precedence::sum;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, races = true;

    static constexpr auto reads(auto x, auto n, auto b) { return b + n * (exp(x) - 1_c); }
    OGIVE_INLINE static constexpr auto value(auto x, auto n, auto b) { return math::bent_line_slope(x, n, b); }
    static constexpr auto adjoint(auto x, auto n, auto, auto, auto dy) {
        return to_each(dy * (n * exp(x)), dy * expm1(x), dy);
    }
};

namespace whole {
inline constexpr function<bent_line_primitive> bent_line{};
inline constexpr function<bent_line_slope_primitive> bent_line_slope{};
}  // namespace whole

constexpr auto bent_line_primitive::adjoint(auto x, auto n, auto b, auto, auto dy) {
    return to_each(dy * whole::bent_line_slope(x, n, b), dy * whole::expm1_minus(x), dy * x);
}

}  // namespace ogive
