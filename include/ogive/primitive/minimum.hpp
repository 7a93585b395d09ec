#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

/// The smaller of two; NaN if either is. At a tie each side gets half of the gradient.
struct minimum_primitive {
    static constexpr std::string_view name = "minimum"sv, text = "min({0}, {1})"sv,
                                      latex = R"(\min\left({0}, {1}\right))"sv;
    static constexpr std::string_view c99 = "return y != y || y < x ? y : x;"sv;
    static constexpr cost price{};
    static constexpr bool races = false, picks = true;
    static constexpr bool woven = true;

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return math::minimum(a, b); }
    static constexpr bool folds(double, double) { return true; }
    static constexpr auto adjoint(auto a, auto b, auto, auto dy) {
        auto const half_at_tie = dy * where(a == b, 0.5_c, 1_c);
        return to_each(when(a <= b, half_at_tie), when(b <= a, half_at_tie));
    }
    static constexpr auto equations(auto x, auto, auto) {
        return table(exact(minimum(x, x), x));
    }
};

}  // namespace ogive
