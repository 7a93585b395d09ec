#pragma once
// The logistic function and its derivative.

#include <ogive/math/logistic_parts.hpp>

namespace ogive::math {

/// sigmoid(x) = below/(below + e^-x below) with e^-x = 2^n above/below, above and below = R(f^2) +- f for -x = n ln 2 +
/// f ln 2, R of degree 2 (relative error of the quotient 2^-29.3). All is 2^-44 of itself where e^-x could leave the
/// range.
template <class V>
OGIVE_INLINE constexpr V logistic_by_quotient(V x) {
    using v              = vocabulary<V>;
    constexpr int shift  = -logistic_shift<V>;
    const V held         = v::negate(v::larger(v::number(-117.5), v::smaller(v::number(40), x)));
    const V last_is_unit = v::number(0x1.8p23 + v::format::bias + shift);
    const V digits       = math::digits_of_exponent(held, last_is_unit);
    const V n            = digits - last_is_unit;
    const V f            = v::fma(held, v::number(0x1.4ae0cp-26), v::fma(held, v::number(0x1.715476p0), v::negate(n)));
    const V below        = math::polynomial(V(f * f), 0x1.715476p1, 0x1.d93096p-4, -0x1.e41418p-11) - f;
    const V above        = below + V(f + f);  // so that the rounding of below counts half
    const V small        = v::template times_power<shift>(below);
    return small / v::fma(above, v::as_exponent(digits), small);
}

/// sigmoid(-minus) = unit/(unit + 2^n unit (1 + rest)), e^minus = 2^n (1 + rest). Both units are added before the rest is:
/// exactly up to n = 20, and with these digits within 2^-24.9 (2^-53.9) of themselves beyond. A power of two would lose
/// 2^-24 there.
///
/// Domain      minus: [-100, 117.5], [-100, 752]
template <class V>
OGIVE_INLINE constexpr V logistic_over_unit(V minus) {
    using v              = vocabulary<V>;
    const V unit         = math::number<V>(1.875 * 0x1p-44, 1.875 * 0x1p-96);
    const V last_is_unit = math::number<V>(0x1.8p23, 0x1.8p52);
    const V digits       = math::digits_of_exponent(minus, last_is_unit);
    const V n            = digits - last_is_unit;
    const V rest         = math::expm1_reduced<false>(math::less_low_ln2(n, math::less_high_ln2(n, minus)));
    const V power        = v::raised(unit, digits);
    return unit / v::fma(power, rest, V(unit + power));
}

/// sigmoid(x) = 1/(1 + e^-x), for x held where it comes to its limits; with a table, which is less exact where e^-x is
/// below 1, from sigmoid(-|x|). With AVX-512 where dividing is slow by sixteenths, else in float by a
/// quotient; of a number in float in octaves.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  sigmoid(x) * sigmoid(-x)
/// Special     -inf -> 0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 1.92 ULP, 1.90 by the quotient, 1.02 by sixteenths, 1.01 in octaves (all inputs), double 1.93,
///             1.00 by sixteenths (2^24 inputs); as a factor 1.3
/// Cost        the reduced exponential, one division
template <bool AsFactor = false, class V>
OGIVE_INLINE constexpr V sigmoid(V x) {
    using v      = vocabulary<V>;
    const V unit = math::logistic_unit<V>();
    if constexpr (logistic_by_sixteenths<V, AsFactor>) {
        const V held = v::larger(math::number<V>(-117.5, -752), v::smaller(v::number(45), x));
        return math::over_logistic(unit, math::split_logistic_by_sixteenths<true>(held));
    }
    if constexpr (logistic_has_octaves<V>) return math::mirrored(x, math::logistic_in_octaves(math::octave_below_0(x)));
    if constexpr (v::looks_up_at_once) return math::logistic_by_quotient(x);
    if constexpr (v::has_table) return math::mirrored(x, math::over_logistic(unit, math::split_logistic(x)));
    const V held = v::larger(math::number<V>(-117.5, -752), v::smaller(v::number(40), x));
    const V minus = v::negate(held);
    if constexpr (v::exact_fma && !AsFactor) return math::logistic_over_unit(minus);
    return math::over_logistic<AsFactor>(unit, math::split_logistic_of<AsFactor>(minus));
}

/// sigmoid(x), or sigmoid(-x), by what its derivative and silu are made of too: beside one of these, or of one another, it
/// costs next to nothing.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  sigmoid(x) * sigmoid(-x)
/// Special     as sigmoid
/// Accuracy    as sigmoid
/// Cost        that of sigmoid'
template <bool AsFactor, bool OfMinus, class V>
OGIVE_INLINE constexpr V sigmoid_in_parts(V x) {
    using v = vocabulary<V>;
    const V t = math::over_logistic<AsFactor>(math::logistic_unit<V>(), math::split_logistic<AsFactor>(x));
    const V other = v::number(1) - t;
    return OfMinus ? v::select(x < v::number(0), other, t) : v::select(x < v::number(0), t, other);
}

/// The derivative of sigmoid, sigmoid(x) * sigmoid(-x) = t (1 - t), t = sigmoid(-|x|).
///
/// Domain      all reals        Range  [0, 1/4]
/// Derivative  sigmoid'(x) * (1 - 2 sigmoid(x))
/// Special     even; +-inf -> 0; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 1.95 ULP, 1.54 by sixteenths (all inputs), double 1.89 (1500000 random inputs)
/// Cost        that of sigmoid, whose exponential and division it shares
template <class V>
OGIVE_INLINE constexpr V sigmoid_derivative(V x) {
    using v   = vocabulary<V>;
    const V t = math::over_logistic(math::logistic_unit<V>(), math::split_logistic(x));
    return v::fma(v::negate(t), t, t);
}

/// sigmoid(x) - t, as (1 - t) - sigmoid(-x) for x > 0: near its root with what 1 + e^|x| rounds off, where sigmoid itself
/// has fewer digits.
///
/// Domain      x: all reals; t: [0, 1]        Range  [-1, 1]
/// Derivative  by x sigmoid(x) * sigmoid(-x), by t -1
/// Special     +-inf -> 1 - t, -t; NaN -> NaN
/// Cost        that of sigmoid and four to ten operations
template <class V>
OGIVE_INLINE constexpr V sigmoid_less(V x, V t) {
    using v             = vocabulary<V>;
    const auto positive = x > v::number(0);
    const V    other    = v::number(1) - t;
    if constexpr (v::has_table || v::looks_up_at_once || v::prefers_tables) {
        const V s = math::sigmoid<true>(v::negate(v::absolute(x)));
        return v::select(positive, V(other - s), V(s - t));
    } else {
        const auto parts = math::split_logistic(x);
        const V    s     = math::over_logistic(math::logistic_unit<V>(), parts);
        const V    lost  = parts.low - (parts.below - parts.high);
        const V    more  = V(s * lost) * V(s * v::divide(v::number(1), math::logistic_unit<V>()));
        return v::select(positive, V(V(other - s) + more), V(V(s - t) - more));
    }
}

/// sigmoid(a - b), with what the difference rounds off.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  sigmoid(a - b) * sigmoid(b - a)
/// Special     infinities as a - b has them; NaN -> NaN
/// Cost        that of sigmoid and nine operations
template <class V>
OGIVE_INLINE constexpr V sigmoid_of_difference(V a, V b) {
    using v            = vocabulary<V>;
    const V difference = a - b;
    const V back       = difference - a;
    const V lost       = (a - (difference - back)) - (b + back);
    const V y          = math::sigmoid(difference);
    return v::select(v::absolute(lost) < v::number(1), v::fma(v::fma(v::negate(y), y, y), lost, y), y);
}

}  // namespace ogive::math
