#pragma once

#include <ogive/math/normal.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// 1 - erf(x), without cancellation.
struct erfc_primitive {
    static constexpr std::string_view name = "erfc"sv, latex = R"(\operatorname{erfc}\left({0}\right))"sv;
    static constexpr std::string_view c99 = "erfc{f}({0})"sv;
    static constexpr cost price{.transcendental = 1, .pack = 2};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::erfc(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto) { return c<-1.1283791670955126> * exp(-(x * x)); }
    static constexpr auto equations(auto x, auto, auto) {
        return table(stabilising(erfc(x / 1.4142135623730951_c), 2_c * normal_cdf(-x)),
                     stabilising(erfc(0.7071067811865476_c * x), 2_c * normal_cdf(-x)),
                     stabilising(erfc(-(x / 1.4142135623730951_c)), 2_c * normal_cdf(x)),
                     stabilising(erfc(-(0.7071067811865476_c * x)), 2_c * normal_cdf(x)));
    }
};

}  // namespace ogive
