#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/fast/normal.hpp>
#include <ogive/math/normal.hpp>

namespace ogive {

/// The distribution function of the standard normal: (1 + erf(x / sqrt 2)) / 2, without cancellation
/// in the negative tail.
struct normal_cdf_primitive {
    static constexpr std::string_view name = "normal_cdf", latex = R"(\Phi\left({0}\right))";
    static constexpr cost price{.transcendental = 1, .pack = 2};

    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::normal_cdf(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::normal_cdf(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto) { return normal_pdf(x); }
    static constexpr auto above(auto x, auto, auto) { return table(stabilising(x * normal_cdf(x), whole::gelu(x))); }
};

}  // namespace ogive
