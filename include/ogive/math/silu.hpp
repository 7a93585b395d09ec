#pragma once
// The sigmoid linear unit and its derivative.

#include <ogive/math/logistic_parts.hpp>

namespace ogive::math {

/// silu and its derivative in octaves, the derivative as 2^n (slope x + level) P_n of -|x|, the line 0 at the root,
/// 1 + x from octave -25 down.
template <class V>
OGIVE_INLINE constexpr V silu_in_octaves(V x) {
    using v       = vocabulary<V>;
    const auto at = math::octave_below_0(x);
    const V    y  = math::logistic_distance(x) * math::in_octave(sigmoid_octaves, at);
    return math::positive_part(x) - v::scale_positive(y, at.n);
}
template <class V>
OGIVE_INLINE constexpr V silu_derivative_in_octaves(V x) {
    using v       = vocabulary<V>;
    const auto at = math::octave_below_0(x);
    const V line  = math::polynomial_in_pieces<0>(math::held_below_0(x), at.chosen, silu_derivative_lines);
    return math::mirrored(x, v::scale(V(line * math::in_octave(silu_derivative_octaves, at)), at.n));
}

/// silu(x) = x * sigmoid(x) = max(x, 0) - |x| * sigmoid(-|x|).
///
/// Domain      all reals        Range  [-0.278465, inf), minimum near x = -1.278465
/// Derivative  sigmoid(x) * (1 + x * sigmoid(-x))
/// Special     -inf -> -0; +inf -> +inf; -0 -> -0; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 0.94 ULP by sixteenths, 1.69 in octaves (all inputs), else 1.80 (every 61st, all in
///             [-104, -60]), double 2.00 (1500000 random inputs), 1.00 by sixteenths (2^20)
/// Cost        the reduced exponential, one division
template <bool AsFactor = false, class V>
OGIVE_INLINE constexpr V silu(V x) {
    using v = vocabulary<V>;
    if constexpr (logistic_has_octaves<V>) return math::silu_in_octaves(x);
    const auto parts = math::split_logistic<AsFactor>(x);
    return v::fma(v::negate(math::logistic_unit<V>()), math::over_logistic<AsFactor>(parts.distance, parts),
                  math::positive_part(x));
}

/// The derivative of silu: t ((1 - |x|) + |x| t) for x < 0, t = sigmoid(-|x|), and 1 minus that elsewhere.
///
/// Domain      all reals        Range  [-0.0998, 1.0998]; root near x = -1.278465
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 2.39 ULP, 2.84 in octaves, without a fused multiply-add 2.72 (all inputs), double 2.75 (2^24
///             random inputs); between -1.6 and -1.1 within 2^-24 (2^-53) of sigmoid(x)
/// Cost        that of sigmoid, whose exponential and division it shares
template <class V>
OGIVE_INLINE constexpr V silu_derivative(V x) {
    using v = vocabulary<V>;
    if constexpr (logistic_has_octaves<V>) return math::silu_derivative_in_octaves(x);
    const auto parts = math::split_logistic(x);
    const V    y     = math::logistic_slope(parts, V(v::number(1) - parts.distance), math::near_reciprocal(parts.below));
    return math::mirrored(x, math::times_logistic_unit(y));
}

}  // namespace ogive::math
