#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/erf.hpp>

namespace ogive {

/// The error function.
struct erf_primitive {
    static constexpr std::string_view name = "erf", latex = R"(\operatorname{erf}\left({0}\right))";
    static constexpr cost price{.transcendental = 1};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::erf(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto) { return 1.1283791670955126_c * exp(-(x * x)); }
};

}  // namespace ogive
