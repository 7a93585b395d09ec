#pragma once
// softplus and log_sigmoid.

#include <ogive/math/elementary.hpp>
#include <ogive/math/exp_parts.hpp>
#include <ogive/math/octave_tables.hpp>
#include <ogive/math/exp.hpp>
#include <ogive/math/log.hpp>
#include <ogive/math/log_parts.hpp>
#include <ogive/math/quotient.hpp>
#include <ogive/math/sigmoid.hpp>

namespace ogive::math {

/// log(1 + e^-a) for a >= 0 or NaN.
///
/// With z = e^-a: in float, where fma rounds once, log(1 + z) = z - z^2 P(z), P of degree 9 (error 2^-27.5). Else, with
/// s = z/(2 + z) and w = s^2, log(1 + z) = z - s (z - w P(w)), w in [0, 1/9], P of degree 4 for float (2^-31.6) and 9 for
/// double (2^-57.5); with a table, as log_by_table does it.
template <class V>
OGIVE_INLINE constexpr V log1p_of_exp_of_minus(V a) {
    using v           = vocabulary<V>;
    const V bounded   = v::smaller(math::number<V>(125, 760), a);
    const auto parts  = math::exp_parts_exact(v::negate(bounded));
    if constexpr (v::has_table) {
        // z = power (1 + rest): rounded, it would be what errs most.
        const V part  = v::template by_bits<0>(short_sixteenths_of_power, parts.digits);
        const V power = v::scale_positive(part, parts.exponent);
        const V z     = v::fma(power, parts.rest, power);
        const V sum   = v::fma(z, v::number(1 - 0x1p-52), v::number(1));  // below 2
        const V c     = v::template by_bits<48>(reciprocals_from_one, sum);
        const V r     = v::fma(V(c * power), parts.rest, v::fma(c, power, V(c - v::number(1))));
        return math::log1p_reduced(r, r) + v::template by_bits<48>(logs_from_one, sum);
    }
    const V z         = math::exact_value_of(parts);
    if constexpr (is_single<V> && v::exact_fma) {
        const V p = math::polynomial(z, 0.5, -0x1.55553p-2, 0x1.fff39cp-3, -0x1.98e11cp-3, 0x1.4ff538p-3, -0x1.0d21acp-3,
                                     0x1.7d99d4p-4, -0x1.a1ed8p-5, 0x1.2828dap-6, -0x1.88c46p-9);
        return v::fma(v::negate(z), V(z * p), z);  // z^2 would be below the normal range where z is not
    } else {
        const V s = math::quotient(z, V(v::number(2) + z));
        const V w = s * s;
        V       p = w;
        if constexpr (is_single<V>)
            p = math::polynomial(w, 0x1.555556p-1, 0x1.999866p-2, 0x1.24d76ep-2, 0x1.bb311ap-3, 0x1.e121cep-3);
        else
            p = math::polynomial_by_parity(w, V(w * w), 0x1.5555555555555p-1, 0x1.999999999a27ep-2, 0x1.24924923df5dep-2,
                                           0x1.c71c726c36cc1p-3, 0x1.745cf14e8e60ep-3, 0x1.3b18a7812b33bp-3,
                                           0x1.10acea7ea515dp-3, 0x1.eb8af4c05cd3cp-4, 0x1.688a701a048acp-4,
                                           0x1.4b02163f3800fp-3);
        V bend = v::fma(v::negate(w), p, z);
        if constexpr (!v::exact_fma) {
            // What is lost in the digits of z changes the result by s lost 2/((1 + s) digits).
            const V digits = math::digits_of(parts);
            const V lost   = parts.rest - V(digits - v::number(1));
            bend           = z - V(w * p + lost * v::number(1.375));
        }
        return v::fma(v::negate(s), bend, z);
    }
}

/// softplus(x) = log(1 + e^x) = max(x, 0) + log(1 + e^-|x|); or that of -x, of which the logarithm is the same.
///
/// Domain      all reals        Range  [0, inf)
/// Derivative  sigmoid(x)
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 1.80 ULP, 1.10 in octaves (every 61st and all inputs), double 1.91, 1.55 with a table (2^24 random
///             inputs, a million from 0.4 to 0.5)
/// Cost        the reduced exponential, a polynomial; for double without a table a division
template <bool OfMinus = false, class V>
OGIVE_INLINE constexpr V softplus(V x) {
    using v      = vocabulary<V>;
    const V line = v::larger(v::number(0), OfMinus ? v::negate(x) : x);
    if constexpr (v::looks_up_at_once) {
        auto at = math::octave_below_0(x);
        return line + v::scale_positive(math::in_octave(softplus_octaves, at), at.n);
    }
    return line + math::log1p_of_exp_of_minus(v::absolute(x));
}

/// log_sigmoid(x) = log(sigmoid(x)) = -softplus(-x).
///
/// Domain      all reals        Range  (-inf, 0]
/// Derivative  sigmoid(-x)
/// Special     -inf -> -inf; +inf -> -0; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    that of softplus
/// Cost        the reduced exponential, a polynomial; for double without a table a division
template <class V>
OGIVE_INLINE constexpr V log_sigmoid(V x) {
    using v = vocabulary<V>;
    return v::negate(math::softplus(v::negate(x)));
}

/// log(e^a + e^b) = max(a, b) + log(1 + e^-|a - b|).
///
/// Domain      all reals        Range  all reals
/// Derivative  sigmoid(a - b), by b sigmoid(b - a)
/// Special     +inf if one is; the other if one is -inf; NaN if one is NaN
/// Cost        that of softplus
template <class V>
OGIVE_INLINE constexpr V log_add_exp(V a, V b) {
    using v           = vocabulary<V>;
    const V most      = math::maximum(a, b);
    const V infinity  = v::number(std::numeric_limits<double>::infinity());
    return v::select(v::absolute(most) == infinity, most, most + math::log1p_of_exp_of_minus(v::absolute(V(a - b))));
}

/// log(1 - e^x), by whichever of expm1 and log1p keeps the digits.
///
/// Domain      x <= 0        Range  [-inf, 0]
/// Derivative  -1 / expm1(-x)
/// Special     -inf -> -0; 0 -> -inf; NaN -> NaN and above 0
/// Cost        those of exp and log1p
template <class V>
OGIVE_INLINE constexpr V log_of_one_minus_exp(V x) {
    using v           = vocabulary<V>;
    const V e         = math::expm1(x);
    return v::select(x > v::number(-0.69314718), math::log(v::negate(e)), math::log1p(v::negate(math::exp(x))));
}

/// log(cosh(x)) = log(1 + t^2 / (2 (1 + t))), t = e^|x| - 1, and |x| - ln 2 where that is it to the last digit.
///
/// Domain      all reals        Range  [0, inf)
/// Derivative  tanh(x)
/// Special     even; +-inf -> +inf; NaN -> NaN
/// Cost        those of expm1 and log1p, one division
template <class V>
OGIVE_INLINE constexpr V log_cosh(V x) {
    using v        = vocabulary<V>;
    const V a      = v::absolute(x);
    const V t      = math::expm1(v::smaller(v::number(20), a));  // NaN stays
    const V excess = V(v::number(0.5) * V(t * t)) / V(v::number(1) + t);
    return v::select(a > v::number(20), V(a - v::number(0x1.62e42fefa39efp-1)), math::log1p(excess));
}

/// log(softplus(x)), below where softplus(x) is e^x as x.
///
/// Domain      all reals        Range  all reals
/// Derivative  sigmoid(x) / softplus(x)
/// Special     -inf -> -inf; +inf -> +inf; NaN -> NaN
/// Cost        that of softplus and log
template <class V>
OGIVE_INLINE constexpr V log_softplus(V x) {
    using v = vocabulary<V>;
    return v::select(x < v::number(-37), x, math::log(math::softplus(x)));
}

/// Its derivative, sigmoid(x) / softplus(x), 1 where both come to 0.
///
/// Domain      all reals        Range  [0, 1]
/// Special     -inf -> 1; +inf -> 0; NaN -> NaN
/// Cost        those of sigmoid and softplus, one division
template <class V>
OGIVE_INLINE constexpr V log_softplus_derivative(V x) {
    using v = vocabulary<V>;
    return v::select(x < v::number(-37), v::number(1), V(math::sigmoid(x) / math::softplus(x)));
}

}  // namespace ogive::math
