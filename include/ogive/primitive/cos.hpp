#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/trigonometric.hpp>

namespace ogive {

/// The cosine.
struct cos_primitive {
    static constexpr std::string_view name = "cos"sv, latex = R"(\cos\left({0}\right))"sv;
    static constexpr std::string_view c99 = "cos{f}({0})"sv;
    static constexpr cost price{.transcendental = 1};

    static constexpr bool woven = true, bounded = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::cos(x); }
    static constexpr bool folds(double x) { return x > -1e8 && x < 1e8; }
    static constexpr auto derivative(auto x, auto) { return -sin(x); }
    static constexpr auto equations(auto x, auto, auto) {
        return table(exact(cos(-x), cos(x)));
    }
};

}  // namespace ogive
