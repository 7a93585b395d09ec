#pragma once

#include <ogive/primitive/functions.hpp>

namespace ogive {

/// Its argument, as a constant to every derivative.
struct stop_gradient_primitive {
    static constexpr std::string_view name = "stop_gradient"sv;
    static constexpr std::string_view c99 = "{0}"sv;
    static constexpr bool differentiable = false;
    static constexpr cost price{};
    static constexpr bool races = false;

    static constexpr auto reads(auto x) { return x; }
    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    static constexpr bool folds(double) { return true; }
    static constexpr auto equations(auto x, auto, auto) {
        return table(exact(stop_gradient(stop_gradient(x)), stop_gradient(x)));
    }
};

}  // namespace ogive
