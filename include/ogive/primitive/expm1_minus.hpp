#pragma once

#include <ogive/math/exp.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// e^x - 1 - x, without cancellation near 0.
struct expm1_minus_primitive {
    static constexpr std::string_view name = "expm1_minus"sv;
    static constexpr std::string_view c99 = R"(
        {real} sum = 1;
        if (fabs{f}(x) > 0.5{f}) return expm1{f}(x) - x;
        for (int n = 14; n > 2; --n) sum = 1 + sum * x / ({real})n;
        return 0.5{f} * x * x * sum;)"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true;
    static constexpr bool races = true;
    static constexpr unsigned vanishes_with = 0b1;

    static constexpr auto reads(auto x) { return exp(x) - 1_c - x; }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::expm1_minus(x); }
    static constexpr auto derivative(auto x, auto) { return expm1(x); }
};

namespace whole {
inline constexpr function<expm1_minus_primitive> expm1_minus{};
}

}  // namespace ogive
