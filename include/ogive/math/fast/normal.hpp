#pragma once
// The normal distribution and its like, to 2^-21 of the larger of 1 and the result; for double, those of full accuracy.

#include <ogive/math/erf.hpp>
#include <ogive/math/fast/pieces.hpp>
#include <ogive/math/fast/sigmoid.hpp>
#include <ogive/math/gelu.hpp>
#include <ogive/math/gelu_tanh.hpp>
#include <ogive/math/normal.hpp>

namespace ogive::math::fast {

/// y for x <= 0, 1 - y for x > 0.
template <class V>
OGIVE_INLINE constexpr V mirrored(V x, V y) {
    using v = vocabulary<V>;
    return v::select(x > v::number(0), V(v::number(1) - y), y);
}

/// All of this file:
///
/// Special     those of the functions of full accuracy, but derivatives are 0 of any sign at -inf; denormals kept
/// Accuracy    2^-21.7 of the larger of 1 and the result (every 601st of all inputs), in seven pieces gelu 2^-21.9;
///             derivatives 2^-23.1, in seven pieces 2^-22.0, gelu_tanh's by a quotient 2^-22.2; normal_cdf 2^-22.7 and
///             2^-21.7, erf 2^-21.9 and 2^-22.7
/// Cost        a dozen operations, no exponential; gelu_tanh 18 where a look-up of sixteen is several instructions, with a
///             division; where one of eight is, too, gelu two dozen and gelu_tanh's derivative some 25
///
/// gelu is x / (1 + 2^(x P(x^2))) there, x P(x^2) the binary logarithm of normal_cdf(-x) / normal_cdf(x), held at 5.5 (error of
/// the quotient 2^-23.8).
template <class V>
OGIVE_INLINE constexpr V gelu(V x) {
    using v = vocabulary<V>;
    if constexpr (!is_single<V>) {
        return math::gelu(x);
    } else if constexpr (v::looks_up_at_once || v::looks_up_eight) {
        return math::positive_part(x) - fast::in_pieces_of_width<gelu_pieces, gelu_wide_pieces>(x);
    } else {
        const V p = math::polynomial(v::smaller(v::number(30.25), V(x * x)), -0x1.26aebap1, -0x1.ad6b38p-4, 0x1.90f232p-14,
                                     0x1.4e4388p-13, -0x1.80479ap-17, 0x1.9d7052p-22, -0x1.6605a2p-28);
        return fast::over_one_and_exp2(x, V(x * p));
    }
}

template <class V>
OGIVE_INLINE constexpr V gelu_derivative(V x) {
    if constexpr (!is_single<V>) return math::gelu_derivative(x);
    else return fast::mirrored(x, fast::in_pieces_of_width<gelu_derivative_pieces, gelu_derivative_wide_pieces>(x));
}

/// -(c x + d x^3) of gelu_tanh's sigmoid, in base 2.
template <class V>
OGIVE_INLINE constexpr V log2_for_gelu_tanh(V x, V square) {
    return x * math::polynomial(square, -0x1.26aec2p1, -0x1.a5a7dp-4);
}

/// Likewise x / (1 + e^-(c x + d x^3)).
template <class V>
OGIVE_INLINE constexpr V gelu_tanh(V x) {
    using v = vocabulary<V>;
    if constexpr (!is_single<V>) return math::gelu_tanh(x);
    else if constexpr (v::looks_up_at_once) return math::positive_part(x) - fast::at_distance_in_pieces<gelu_tanh_pieces>(x);
    else return fast::over_one_and_exp2(x, fast::log2_for_gelu_tanh(x, V(x * x)));
}

/// q (1 - u (1 - q)) for -|x|, q = 1 / (1 + e^(c |x| + d |x|^3)), u = c |x| + 3 d |x|^3.
template <class V>
OGIVE_INLINE constexpr V gelu_tanh_derivative(V x) {
    using v = vocabulary<V>;
    if constexpr (!is_single<V>) {
        return math::gelu_tanh_derivative(x);
    } else if constexpr (v::looks_up_at_once || v::looks_up_eight) {
        return fast::mirrored(
            x, fast::in_pieces_of_width<gelu_tanh_derivative_pieces, gelu_tanh_derivative_wide_pieces>(x));
    } else {
        const V a = v::smaller(v::number(12), v::absolute(x)), square = a * a;
        const V u = a * math::polynomial(square, 0x1.988454p0, 0x1.b6676cp-3);
        const auto [above, below] = fast::exp2_ratio(fast::log2_for_gelu_tanh(a, square));
        const V q = v::divide(above, V(above + below));
        return fast::mirrored(x, V(q * v::fma(v::negate(u), V(v::number(1) - q), v::number(1))));
    }
}

template <class V>
OGIVE_INLINE constexpr V normal_cdf(V x) {
    using v = vocabulary<V>;
    if constexpr (!is_single<V>) return math::normal_cdf(x);
    else return v::number(0.5) + v::copysign(fast::in_pieces_of_width<normal_cdf_pieces, normal_cdf_wide_pieces>(x), x);
}

template <class V>
OGIVE_INLINE constexpr V erf(V x) {
    if constexpr (!is_single<V>) return math::erf(x);
    else return vocabulary<V>::copysign(fast::in_pieces_of_width<erf_pieces, erf_wide_pieces>(x), x);
}

}  // namespace ogive::math::fast
