#pragma once

#include <ogive/primitive/functions.hpp>

namespace ogive {

struct multiply_primitive {
    static constexpr std::string_view name = "multiply", text = "{0} * {1}", latex = R"({0} \, {1})";
    static constexpr int binds = precedence::product;
    static constexpr bool commutative = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a * b; }
    static constexpr bool folds(double, double) { return true; }
    static constexpr auto adjoint(auto a, auto b, auto, auto dy) { return to_each(dy * b, dy * a); }
    static constexpr auto equations(auto x, auto y, auto) {
        return table(exact(x * 1_c, x),
                     exact(x * c<-1>, -x),
                     exact(-x * -y, x * y),
                     exact(x * x, square(x)));
    }
};

}  // namespace ogive
