#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/elementary.hpp>

namespace ogive {

/// -1, 0 or 1; zeros keep their sign.
struct sign_primitive {
    static constexpr std::string_view name = "sign"sv, latex = R"(\operatorname{sign}\left({0}\right))"sv;
    static constexpr std::string_view c99 = "return x > 0 ? 1 : x < 0 ? -1 : x;"sv;
    static constexpr bool differentiable = false;
    static constexpr cost price{};
    static constexpr bool bounded = true;
    static constexpr bool woven = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::sign(x); }
    static constexpr bool folds(double) { return true; }
};

}  // namespace ogive
