#pragma once

#include <ogive/math/fast/normal.hpp>
#include <ogive/math/gelu.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x normal_cdf(x), in one approximation.
struct gelu_primitive {
    static constexpr std::string_view name = "gelu";
    static constexpr cost price{.transcendental = 1, .pack = 2};
    static constexpr bool woven = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::gelu(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::gelu(x); }
    static constexpr auto derivative(auto x, auto) { return whole::gelu_derivative(x); }
};

/// normal_cdf(x) + x normal_pdf(x), in one approximation that keeps its digits.
struct gelu_derivative_primitive {
    static constexpr std::string_view name = "gelu'", latex = R"(\operatorname{gelu}'\left({0}\right))";
    static constexpr cost price{.transcendental = 1, .pack = 2};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::gelu_derivative(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::gelu_derivative(x); }
    static constexpr auto derivative(auto x, auto) { return (2_c - x * x) * normal_pdf(x); }
};

}  // namespace ogive
