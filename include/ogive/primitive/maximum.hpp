#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

/// The larger of two; NaN if either is. At a tie each side gets half of the gradient.
struct maximum_primitive {
    static constexpr std::string_view name = "maximum"sv, text = "max({0}, {1})"sv,
                                      latex = R"(\max\left({0}, {1}\right))"sv;
    static constexpr std::string_view c99 = "return y != y || y > x ? y : x;"sv;
    static constexpr cost price{};
    static constexpr bool races = false, picks = true;
    static constexpr bool woven = true;

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return math::maximum(a, b); }
    static constexpr bool folds(double, double) { return true; }
    static constexpr auto adjoint(auto a, auto b, auto, auto dy) {
        auto const half_at_tie = dy * where(a == b, 0.5_c, 1_c);
        return to_each(when(a >= b, half_at_tie), when(b >= a, half_at_tie));
    }
    static constexpr auto equations(auto x, auto, auto) {
        return table(exact(maximum(x, x), x),
                     stabilising(maximum(x, -x), abs(x)));
    }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(x * maximum(x, 0_c), square(maximum(x, 0_c))));  // at -inf too
    }
};

}  // namespace ogive
