#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/erf.hpp>
#include <ogive/math/fast/normal.hpp>
#include <ogive/primitive/erfc.hpp>

namespace ogive {

/// The error function.
struct erf_primitive {
    static constexpr std::string_view name = "erf"sv, latex = R"(\operatorname{erf}\left({0}\right))"sv;
    static constexpr std::string_view c99 = "erf{f}({0})"sv;
    static constexpr cost price{.transcendental = 1};

    static constexpr bool woven = true, bounded = true;
    static constexpr unsigned vanishes_with = 0b1;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::erf(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::erf(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto) { return 1.1283791670955126_c * exp(-(x * x)); }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(1_c + erf(x), erfc(-x)),
                     stabilising(1_c - erf(x), erfc(x)),
                     stabilising(x * erf(softplus_of(x)), whole::serf(x)));
    }
};

}  // namespace ogive
