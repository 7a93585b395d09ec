#pragma once
// The hyperbolic tangent and its derivative.

#include <ogive/math/exp_parts.hpp>
#include <ogive/math/logistic_parts.hpp>
#include <ogive/math/pieces.hpp>
#include <ogive/math/quotient.hpp>
#include <ogive/math/tanh_pieces.hpp>

namespace ogive::math {

template <class V>
inline constexpr int tanh_shift = is_single<V> ? 44 : 60;

/// e^r - 1 - r for |r| <= ln 2 / 2, in more digits than expm1_reduced has: r^2 (1/2 + r P(r)), P of degree 4 for float
/// (error of e^r - 1 2^-29.6) and 9 for double (2^-59.9).
template <class V>
OGIVE_INLINE constexpr V tanh_bend(V r) {
    using v   = vocabulary<V>;
    const V s = r * r;
    V       p = r;
    if constexpr (is_single<V>)
        p = math::polynomial(r, 0x1.555556p-3, 0x1.555518p-5, 0x1.110f7ep-7, 0x1.6d12bp-10, 0x1.a37c14p-13);
    else
        p = math::polynomial_by_parity(r, s, 0x1.5555555555556p-3, 0x1.5555555555556p-5, 0x1.1111111110702p-7,
                                       0x1.6c16c16c15f35p-10, 0x1.a01a01a90a8f4p-13, 0x1.a01a01a8a6e0fp-16,
                                       0x1.71de0a1a4e699p-19, 0x1.27e4d63594edp-22, 0x1.af3f5b2f0bb23p-26,
                                       0x1.1f7cce1a4ded9p-29);
    return s * v::fma(r, p, v::number(0.5));
}

/// e^(-2 |x|), held where that is below 2^-160 (docs/design/0018), in parts.
template <rest_is Use, class V>
OGIVE_INLINE constexpr exponential<V> tanh_parts(V x) {
    using v         = vocabulary<V>;
    const V bounded = v::larger(math::number<V>(-58, -373.5), v::negate(v::absolute(x)));
    const V y       = bounded + bounded;
    if constexpr (v::has_table) {
        return math::exp_parts_exact<Use>(y);
    } else if constexpr (Use == rest_is::alone_and_exact && !(is_single<V> && v::exact_fma)) {
        const V last_is_unit = math::number<V>(0x1.8p23, 0x1.8p52);
        const V n            = math::digits_of_exponent(y, last_is_unit) - last_is_unit;
        if constexpr (v::exact_fma) {
            // y and n ln 2, of 53 digits, differ by a multiple of 2^-53: this is exact.
            const V r = v::fma(n, v::number(-0x1.62e42fefa39efp-1), y);
            return {n, r + v::fma(n, v::number(-0x1.abc9e3b39803fp-56), math::tanh_bend(r))};
        } else {
            const V r   = math::less_high_ln2(n, y);
            const V low = math::less_low_ln2(n, v::number(0));
            return {n, r + V(low + math::tanh_bend(V(r + low)))};
        }
    } else {
        return math::exp_parts_rough(y);
    }
}

/// |tanh(x)| from e = e^(-2 |x|) in parts, s the power of two, or of a sixteenth, in e, times 2^44 (2^60) like e.
template <class V, class Parts>
OGIVE_INLINE constexpr V tanh_by_quotient(const Parts& parts, V s) {
    using v       = vocabulary<V>;
    const V one   = math::number<V>(0x1p44, 0x1p60);
    const V above = v::fma(v::negate(s), parts.rest, V(one - s));
    if constexpr (v::has_table) {
        // 1 - s is rounded where s is small; of what above rounds off little is left in above/(above + 2 e) then.
        const V e = v::fma(s, parts.rest, s);
        return math::quotient(above, v::fma(e, v::number(2), above));
    } else {
        return math::quotient(above, v::fma(s, parts.rest, V(one + s)));
    }
}

/// tanh(x) from |x| and the sign of x: in float where a table is looked up at once one of sixteen polynomials, but not
/// beside sech2; elsewhere (1 - e)/(1 + e) with e = exp(-2 |x|).
///
/// Numerator and denominator are built from e = s (1 + q) as (1 - s) - s q and (1 + s) + s q, so that
/// neither cancels nor inherits the rounding of e; with a table, the denominator as the numerator + 2 e.
/// Both carry 2^44 (2^60), to keep e and tiny x normal. Beside 1: in fewer digits, from the exponential of sech2.
///
/// Domain      all reals        Range  [-1, 1]
/// Derivative  sech2(x)
/// Special     odd; -0 -> -0; +-inf -> +-1; NaN -> NaN; denormals unchanged
/// Accuracy    float 1.12 ULP in pieces (every 61st of all inputs), else 1.97 (all from 0.05 to 10 without a fused
///             multiply-add); double 1.99 with a table (2^24 random inputs), else 1.94, 2.00 of as many around 0.5
/// Cost        one polynomial in pieces; or the reduced exponential, one division
template <rest_is Use = rest_is::alone_and_exact, bool BesideSech2 = false, class V>
OGIVE_INLINE constexpr V tanh(V x) {
    using v = vocabulary<V>;
    if constexpr (v::looks_up_at_once && !BesideSech2) {
        return v::copysign(math::in_pieces<tanh_pieces>(v::absolute(x)), x);
    }
    auto    parts = math::tanh_parts<Use>(x);
    const V s     = math::exact_power_of_two<tanh_shift<V>>(parts);
    return v::copysign(math::tanh_by_quotient(parts, s), x);
}

/// The derivative of tanh, 1 - tanh(x)^2 = 4 e/(1 + e)^2 with e = exp(-2 |x|).
///
/// With (1 + e)^2 = 1 + e (2 + e) the rounding of e nearly cancels where e is near 1. By sixteenths 4 t (1 - t), t =
/// sigmoid(-2 |x|).
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  -2 tanh(x) sech2(x)
/// Special     even; +-inf -> 0; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 2.36 ULP (every 61st of all inputs), 1.54 by sixteenths (all), double 2.35 (1500000 random inputs),
///             1.44 by sixteenths (2^20)
/// Cost        that of tanh
template <class V>
OGIVE_INLINE constexpr V sech2(V x) {
    using v          = vocabulary<V>;
    if constexpr (logistic_by_sixteenths<V>) {
        const V t = math::over_logistic(V(math::logistic_unit<V>() * v::number(4)), math::split_logistic(V(x + x)));
        return v::fma(v::negate(t), V(t * v::number(0.25)), t);
    }
    auto       parts = math::refined(math::tanh_parts<rest_is::beside_1>(x));
    const V    s     = math::exact_power_of_two<tanh_shift<V>>(parts);
    const V    above = v::fma(s, parts.rest, s);
    const V    e     = v::larger(v::number(0x1p-60), above) * math::number<V>(0x1p-44, 0x1p-60);  // less is 0 beside 1
    const V    below = v::fma(e, V(e + v::number(2)), v::number(1));
    const V    y     = math::quotient(above, below);
    if constexpr (is_single<V> && v::scales_any) return v::scale_positive(y, v::number(2 - tanh_shift<V>));
    else return y * math::number<V>(0x1p-42, 0x1p-58);
}

/// sech2 by what tanh beside it is made of: e (1 + y)^2, e = exp(-2 |x|), y = |tanh(x)|, for 1 + y = 2/(1 + e).
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  -2 tanh(x) sech2(x)
/// Special     as sech2
/// Accuracy    float 3.80 ULP (all inputs), double 3.57 (2^22 random inputs)
/// Cost        that of tanh, beside which it takes five operations, seven in double without a table
template <class V>
OGIVE_INLINE constexpr V sech2_beside_tanh(V x) {
    using v       = vocabulary<V>;
    auto    parts = math::tanh_parts<rest_is::alone_and_exact>(x);
    const V s     = math::exact_power_of_two<tanh_shift<V>>(parts);
    const V y     = math::tanh_by_quotient(parts, s);
    const V unit  = math::number<V>(0x1p-44, 0x1p-60);  // s is too large by its reciprocal
    V       first = unit, rest = parts.rest;
    // What tanh_parts leaves out: by one part of ln 2 where e is small and (1 + y)^2 is 4, by two what bends their second.
    if constexpr (one_part_of_ln2<V>)
        first = v::fma(parts.exponent, v::number(0x1p-42 * excess_of_single_ln2), unit);
    else if constexpr (v::exact_fma && !v::has_table)
        rest = v::fma(rest, V(parts.exponent * v::number(-0x1.abc9e3b39803fp-56)), rest);
    return v::fma(s, rest, s) * v::fma(y, v::fma(y, unit, V(unit + unit)), first);
}

}  // namespace ogive::math
