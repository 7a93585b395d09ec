#pragma once

#include <ogive/math/power.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

struct square_primitive {
    static constexpr std::string_view name = "square"sv, text = "{0}^2"sv, latex = "{0}^{2}"sv;
    static constexpr std::string_view c99 = "({0} * {0})"sv;
    static constexpr int binds = precedence::power;
    static constexpr unsigned vanishes_with = 0b1;
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::square(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto) { return 2_c * x; }
    static constexpr auto equations(auto x, auto, auto) {
        return table(exact(square(-x), square(x)),
                     exact(square(abs(x)), square(x)));
    }
};

}  // namespace ogive
