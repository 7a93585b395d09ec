#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

struct sqrt_primitive {
    static constexpr std::string_view name = "sqrt"sv, latex = R"(\sqrt{{0}})"sv;
    static constexpr std::string_view c99 = "sqrt{f}({0})"sv;
    static constexpr unsigned vanishes_with = 0b1;
    static constexpr bool woven = true;
    static constexpr cost price{.division = 1};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::sqrt(x); }
    static constexpr bool folds(double x) { return x >= 0; }
    static constexpr auto adjoint(auto, auto y, auto dy) { return 0.5_c * dy / y; }
};

}  // namespace ogive
