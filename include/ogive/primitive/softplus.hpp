#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/softplus.hpp>

namespace ogive {

/// ln(1 + e^x), which never overflows.
struct softplus_primitive {
    static constexpr std::string_view name = "softplus",
                                      latex = R"(\operatorname{softplus}\left({0}\right))";
    static constexpr cost price{.transcendental = 2};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::softplus(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto) { return sigmoid(x); }
};

}  // namespace ogive
