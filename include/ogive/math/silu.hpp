#pragma once
// The sigmoid linear unit and its derivative.

#include <ogive/math/logistic_parts.hpp>

namespace ogive::math {

/// silu(x) = x * sigmoid(x) = max(x, 0) - |x| * sigmoid(-|x|).
///
/// Domain      all reals        Range  [-0.278465, inf), minimum near x = -1.278465
/// Derivative  sigmoid(x) * (1 + x * sigmoid(-x))
/// Special     -inf -> -0; +inf -> +inf; -0 -> -0; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 1.80 ULP (every 61st of all inputs, all in [-104, -60]), double 2.00 (1500000 random inputs)
/// Cost        the reduced exponential, one division
template <class V>
OGIVE_INLINE constexpr V silu(V x) {
    using v = vocabulary<V>;
    auto [distance, below] = math::split_logistic(x);
    return v::fma(v::negate(math::logistic_unit<V>()), math::quotient(distance, below), math::positive_part(x));
}

/// The derivative of silu: t ((1 - |x|) + |x| t) for x < 0, t = sigmoid(-|x|), and 1 minus that elsewhere.
///
/// Domain      all reals        Range  [-0.0998, 1.0998]; root near x = -1.278465
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 3.21 ULP, double 2.98 (2000000 and 1000000 random inputs); between -1.6 and -1.1 within 2^-24
///             (2^-53) of sigmoid(x)
/// Cost        that of sigmoid, whose exponential and division it shares
template <class V>
OGIVE_INLINE constexpr V silu_derivative(V x) {
    using v = vocabulary<V>;
    auto [distance, below] = math::split_logistic(x);
    const V one = v::number(1);
    const V y   = math::logistic_slope(distance, V(one - distance), below, math::near_reciprocal(below));
    return math::mirrored(x, V(y * math::logistic_unit<V>()));
}

}  // namespace ogive::math
