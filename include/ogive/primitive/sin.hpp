#pragma once

#include <ogive/math/trigonometric.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/sinc.hpp>

namespace ogive {

/// The sine.
struct sin_primitive {
    static constexpr std::string_view name = "sin"sv, latex = R"(\sin\left({0}\right))"sv;
    static constexpr std::string_view c99 = "sin{f}({0})"sv;
    static constexpr cost price{.transcendental = 1};

    static constexpr bool woven = true, bounded = true;
    static constexpr unsigned vanishes_with = 0b1;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::sin(x); }
    static constexpr bool folds(double x) { return x > -1e8 && x < 1e8; }
    static constexpr auto derivative(auto x, auto) { return cos(x); }
    static constexpr auto above(auto x, auto, auto) { return table(stabilising(sin(x) / x, whole::sinc(x))); }
};

}  // namespace ogive
