#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

/// |x|; its subgradient at 0 is 0.
struct absolute_primitive {
    static constexpr std::string_view name = "abs"sv, latex = R"(\left|{0}\right|)"sv;
    static constexpr std::string_view c99 = "fabs{f}({0})"sv;
    static constexpr unsigned vanishes_with = 0b1;
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::absolute(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto) { return sign(x); }
    static constexpr auto equations(auto x, auto, auto) {
        return table(exact(abs(-x), abs(x)),
                     exact(abs(abs(x)), abs(x)),
                     exact(abs(square(x)), square(x)));
    }
};

}  // namespace ogive
