#pragma once
// The approximation of the Gaussian error linear unit by tanh, as a sigmoid.

#include <ogive/math/gelu.hpp>
#include <ogive/math/gelu_tanh_pieces.hpp>
#include <ogive/math/logistic_parts.hpp>

namespace ogive::math {

/// |x|, held where gelu_tanh and its derivative have come to their limits and are below 2^-160 (docs/design/0018); NaN
/// stays.
template <class V>
OGIVE_INLINE constexpr V held_for_gelu_tanh(V x) {
    return vocabulary<V>::smaller(math::number<V>(11.2, 21.8), vocabulary<V>::absolute(x));
}

/// a (c + Cubic d a^2), c = 2 sqrt(2/pi), d = 0.044715 c, for a from held_for_gelu_tanh: with Cubic = 1 what the
/// sigmoid is taken of, with 3 its derivative times a.
///
/// The high part of c has few digits, so that what the sum rounds off is exact.
template <int Cubic, class V>
OGIVE_INLINE constexpr in_two_parts<V> gelu_tanh_argument(V a) {
    using v            = vocabulary<V>;
    const V c          = math::number<V>(0x1.98845p0, 0x1.9884533d4368p0);
    const V d          = math::number<V>(Cubic * 0x1.2444fp-4, Cubic * 0x1.2444f2a4d8b4cp-4);
    const V rest_of_d  = math::number<V>(Cubic * 0x1.526c5ap-27, Cubic * -0x1.0b6421d14e8e4p-56);
    const V rest_of_c  = math::number<V>(0x1.9ea1b2p-23, -0x1.7b9781a61d7fap-47);
    const V square     = a * a;
    const V rest       = math::rest_of_product(a, a, square);
    const V factor     = v::fma(d, square, c);
    const V lost =
        math::cancelling_fma(d, square, V(c - factor)) + v::fma(d, rest, v::fma(rest_of_d, square, rest_of_c));
    const V high       = a * factor;
    return {high, v::fma(a, lost, math::rest_of_product(a, factor, high))};
}

/// sigmoid(-t) = 2^exponent / (below + lost) for t >= 0.
template <class V>
struct sigmoid_parts {
    V exponent;
    V power;  // 2^exponent, or next to nothing
    V below;
    V lost;
};

/// With e^t = 2^n (1 + q), sigmoid(-t) = 2^-n / ((1 + 2^-n) + q): nothing overflows, and 2^-n comes last.
template <class V>
OGIVE_INLINE constexpr sigmoid_parts<V> sigmoid_of_minus(in_two_parts<V> t) {
    using v           = vocabulary<V>;
    auto       e      = math::exp_parts_of_sum(t.high, t.low);
    const V    n      = v::negate(e.exponent);
    const V    power  = v::power_of_two(v::larger(v::number(-100), n));
    const V    sum    = v::number(1) + power;
    const V    rest   = e.rest + (power - (sum - v::number(1)));
    const V    below  = sum + rest;
    return {n, power, below, rest - (below - sum)};
}

/// gelu_tanh(x) = x sigmoid(t) = max(x, 0) - a sigmoid(-t(a)), a = |x|, t = 2 sqrt(2/pi) (a + 0.044715 a^3).
///
/// Domain      all reals        Range  [-0.170041, inf)
/// Derivative  gelu_tanh_derivative(x)
/// Special     -inf -> -0; +inf -> +inf; +-0 -> +-0; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 1.54 ULP (every 61st of all inputs), 0.93 by sixteenths (all), double 1.55 (600000 random inputs),
///             1.00 by sixteenths (2^20)
/// Cost        the reduced exponential, one division, two dozen operations
template <bool AsFactor = false, class V>
OGIVE_INLINE constexpr V gelu_tanh(V x) {
    using v      = vocabulary<V>;
    const V    a = math::held_for_gelu_tanh(x);
    const auto t = math::gelu_tanh_argument<1>(a);
    if constexpr (v::has_table || logistic_by_sixteenths<V, AsFactor> || (AsFactor && !v::exact_fma)) {
        const V y = math::over_logistic<AsFactor>(a, math::split_logistic_of<AsFactor>(t.high, t.low));
        return v::fma(v::negate(math::logistic_unit<V>()), y, math::positive_part(x));
    }
    const auto s = math::sigmoid_of_minus(t);
    const V    y = math::over_logistic<AsFactor>(a, logistic_parts<V>{a, s.below, s.below, s.lost});
    return math::positive_part(x) - v::lowered_positive(y, s.exponent);
}

/// s (1 - u (1 - s)), s = sigmoid(-t). What the quotient s rounds off and the low part of u are brought in last: beside the
/// root a rounding of 1 - u is a large one.
template <class V>
OGIVE_INLINE constexpr V slope_below(sigmoid_parts<V> s, in_two_parts<V> u) {
    using v          = vocabulary<V>;
    const V one      = v::number(1);
    const V ratio    = math::near_reciprocal(s.below);
    const V missing  = v::fma(v::negate(s.lost), ratio, math::cancelling_fma(v::negate(s.below), ratio, one));
    const V sigmoid  = ratio * s.power;
    const V factor   = v::fma(u.high, sigmoid, V(one - u.high));
    const V slope    = v::fma(u.high, sigmoid, factor);
    const V small    = v::fma(missing, slope, V(u.low * V(sigmoid - one)));
    return v::lowered(v::fma(ratio, small, V(ratio * factor)), s.exponent);
}

/// In pieces: 2^-(c a + d a^3), with c and d of few digits, times a polynomial that knows what c and d lack, one of sixteen of
/// degree 6 (error 2^-26.8), or where eight are looked up at once of eight of degree 8 (2^-27.8). They are 2^-64 of what they
/// stand for: so the power of two is a normal number.
template <class V>
OGIVE_INLINE constexpr V gelu_tanh_derivative_in_pieces(V x) {
    using v              = vocabulary<V>;
    const V a            = math::held_for_gelu_tanh(x);
    const V tail         = math::piece_of<gelu_tanh_derivative_pieces<pieces_of_bell<V>>>(a).value();
    const V c            = v::number(-0x1.26aecp1);
    const V d            = v::number(-0x1.a5a7dp-4);
    const V square       = a * a;
    const V factor       = v::fma(d, square, c);
    const V lost         = v::fma(d, math::rest_of_product(a, a, square), v::fma(d, square, V(c - factor)));
    const V last_is_unit = v::number(0x1.8p23 + 127 + 64);
    const V digits       = v::fma(a, factor, last_is_unit);
    const V n            = digits - last_is_unit;
    const V rest         = math::exp2m1_reduced(v::fma(a, lost, v::fma(a, factor, v::negate(n))));
    return math::mirrored(x, V(v::fma(tail, rest, tail) * v::as_exponent(digits)));
}

/// gelu_tanh'(x), or gelu_tanh'(-x), by what gelu_tanh(x) is made of: beside that it costs half as much as alone.
template <bool OfMinus = false, class V>
OGIVE_INLINE constexpr V gelu_tanh_derivative_by_quotient(V x) {
    using v       = vocabulary<V>;
    const V    a  = math::held_for_gelu_tanh(x);
    const auto t  = math::gelu_tanh_argument<1>(a), u = math::gelu_tanh_argument<3>(a);
    const V    of = OfMinus ? v::negate(x) : x;
    if constexpr (logistic_by_sixteenths<V>) {
        auto parts     = math::split_logistic_of(t.high, t.low);
        parts.distance = u.high;
        const V slope  = math::logistic_slope(parts, V(v::number(1) - u.high), math::near_reciprocal(parts.below), u.low);
        return math::mirrored(of, math::times_logistic_unit(slope));
    }
    return math::mirrored(of, math::slope_below(math::sigmoid_of_minus(t), u));
}

/// gelu_tanh'(x) = s (1 - u (1 - s)) with s = sigmoid(-t), u = a t'(a) for x = -a, and 1 less that for x = a; in float where
/// a table is looked up at once, in pieces.
///
/// Domain      all reals        Range  [-0.129, 1.129]
/// Derivative  s o (2 t' + x (t'' + t'^2 (o - s))), s = sigmoid(t), o = sigmoid(-t)
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 2.68 ULP in sixteen pieces, 3.04 in eight (all inputs), else 2.71 (every 61st, all in [-1.6, -0.2]), double
///             2.50, 3.00 below the normal range (eight million random inputs); between -0.85 and -0.65 within 2^-24
///             (2^-53) of sigmoid(t)
/// Cost        that of gelu_tanh and a dozen operations; in pieces no division
template <class V>
OGIVE_INLINE constexpr V gelu_tanh_derivative(V x) {
    using v = vocabulary<V>;
    if constexpr (v::looks_up_at_once || (v::looks_up_eight && v::exact_fma)) return math::gelu_tanh_derivative_in_pieces(x);
    else return math::gelu_tanh_derivative_by_quotient(x);
}

}  // namespace ogive::math
