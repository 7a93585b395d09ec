#pragma once

#include <ogive/primitive/functions.hpp>

namespace ogive {

struct add_primitive {
    static constexpr std::string_view name = "add"sv, text = "{0} + {1}"sv, latex = text;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::sum;
    static constexpr bool commutative = true;
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr unsigned vanishes_with_all = 0b11;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a + b; }
    static constexpr bool folds(double, double) { return true; }
    static constexpr auto adjoint(auto, auto, auto, auto dy) { return to_each(dy, dy); }
    static constexpr auto equations(auto x, auto y, auto) {
        return table(exact(x + -y, x - y),
                     exact(x + c<-0.0>, x),
                     exact(x + x, 2_c * x));
    }
};

}  // namespace ogive
