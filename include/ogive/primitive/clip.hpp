#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

/// min(max(x, low), high); NaN stays. At a bound the gradient is x's; where low > high it is high's.
struct clip_primitive {
    static constexpr std::string_view name = "clip"sv, latex = R"(\operatorname{clip}\left({0}, {1}, {2}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} raised = y != y || y > x ? y : x;
        return z != z || z < raised ? z : raised;)"sv;
    static constexpr cost price{};
    static constexpr bool races = false, picks = true;
    static constexpr bool woven = true;

    OGIVE_INLINE static constexpr auto value(auto x, auto low, auto high) {
        return math::minimum(math::maximum(x, low), high);
    }
    static constexpr bool folds(double, double, double) { return true; }
    static constexpr auto adjoint(auto x, auto low, auto high, auto, auto dy) {
        return to_each(when(x >= low && x <= high, dy), when(x < low && low <= high, dy),
                       when(x > high || low > high, dy));
    }
};

}  // namespace ogive
