#pragma once
// Mish and its derivative.

#include <ogive/math/exp_parts.hpp>
#include <ogive/math/octave_tables.hpp>
#include <ogive/math/quotient.hpp>

namespace ogive::math {

/// 2^-40 (2^-64): e^x times its reciprocal is a normal number down to where x e^x rounds to 0.
template <class V>
inline constexpr int mish_shift = is_single<V> ? 40 : 64;
template <class V>
OGIVE_INLINE constexpr V mish_unit() {
    return math::number<V>(0x1p-40, 0x1p-64);
}

/// e^x over the unit, and in parts, for x held where mish(x) rounds to 0 and from above where it is x.
template <class V>
struct mish_parts {
    V held;
    V power;
    V rest;
    V scaled;
};
template <class V>
OGIVE_INLINE constexpr mish_parts<V> split_mish(V x) {
    using v            = vocabulary<V>;
    const V    held    = v::smaller(math::number<V>(12, 24), v::larger(math::number<V>(-108.7, -752), x));
    auto       parts   = math::exp_parts_exact(held);
    const V    power   = math::exact_power_of_two<mish_shift<V>>(parts);
    return {held, power, parts.rest, v::fma(power, parts.rest, power)};
}

/// x times tanh(softplus(x)) in octaves, moved by 2^-24: so that of 0 begins with a number of 24 digits, and the lowest,
/// of -23, serves all below too, where tanh(softplus(x)) is no longer 2^-24 less than e^x. The highest is 1 where x is
/// held.
template <class V>
OGIVE_INLINE constexpr V mish_in_octaves(V x) {
    using v      = vocabulary<V>;
    const V held = v::larger(v::number(-117.5), x);
    auto    at   = math::octave_of<8>(v::smaller(v::number(8.58), held));
    at.rest      = at.rest + v::select(at.n < v::number(-23), v::number(0), v::number(-0x1p-24));
    return v::scale(V(held * math::in_octave(mish_octaves, at)), at.n);
}

/// mish(x) = x tanh(softplus(x)) = x w/(w + 2) with w = e (e + 2), e = e^x.
///
/// In float where a table is looked up at once, in octaves. Elsewhere e, w and w + 2 each keep what their rounding
/// lost; the quotient is corrected by it once.
///
/// Domain      all reals        Range  [-0.308843, inf), minimum near x = -1.192431
/// Derivative  e (4 (x + 1) + e (4 x + 6 + e (4 + e)))/(w + 2)^2
/// Special     -inf -> -0; +inf -> +inf; -0 -> -0; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 1.94 ULP in octaves, else 1.73 (all inputs), double 1.85 (four million random inputs)
/// Cost        the reduced exponential, one division, a dozen operations
template <class V>
OGIVE_INLINE constexpr V mish(V x) {
    using v          = vocabulary<V>;
    if constexpr (v::looks_up_at_once) return math::mish_in_octaves(x);
    auto       parts = math::split_mish(x);
    const V    unit  = math::mish_unit<V>();
    const V    two   = v::number(2);
    const V    e     = parts.scaled * unit;
    const V    twice = parts.scaled + parts.scaled;
    const V    lost  = v::fma(parts.power, parts.rest, V(parts.power - parts.scaled));

    const V w          = v::fma(e, parts.scaled, twice);
    const V lost_of_w  = v::fma(lost, v::fma(two, e, two), v::fma(e, parts.scaled, V(twice - w)));
    const V d          = v::fma(w, unit, two);
    const V lost_of_d  = v::fma(lost_of_w, unit, v::fma(w, unit, V(two - d)));
    const V reciprocal = math::near_reciprocal(d);
    const V y          = w * reciprocal;
    const V excess     = v::fma(y, lost_of_d, V(math::cancelling_fma(y, d, v::negate(w)) - lost_of_w));
    // Beyond 2^30 (2^60), where x would overflow, x - 1 is x; elsewhere it is below mish(x).
    const V bounded = v::smaller(math::number<V>(0x1p30, 0x1p60), v::larger(math::number<V>(-108.7, -752), x));
    return v::larger(V(V(bounded * v::fma(v::negate(excess), reciprocal, y)) * unit), V(x - v::number(1)));
}

/// The derivative of mish in octaves, from 7/2 ln 2 on twice as wide: 2^n (slope x + level) P_n, the line 0 at the root
/// in the octaves below 0, 1 + x in the lowest, of -24, and 1 from 0 on.
template <class V>
OGIVE_INLINE constexpr V mish_derivative_in_octaves(V x) {
    using v          = vocabulary<V>;
    const V held     = v::smaller(v::number(10.5), v::larger(v::number(-117.5), x));
    const V turned   = v::fma(held, v::number(0.5), v::number(0x1.3687aap0));
    const auto at    = math::octave_of<7>(v::smaller(turned, held));
    const V line     = math::polynomial_in_pieces<0>(held, at.chosen, mish_derivative_lines);
    return v::scale(V(line * math::in_octave(mish_derivative_octaves, at)), at.n);
}

/// The derivative of mish: for x < 0 e (4 (x + 1) + e (4 x + 6 + e (4 + e)))/(w + 2)^2,
/// elsewhere 1 + 4 (e (x - 1) + e^2 (x - 1/2) - 1)/(w + 2)^2, which is the same.
///
/// (w + 2)^2 = 4 + e (8 + e (8 + e (4 + e))): where e is small, what e and its powers round off counts little.
/// The quotient is corrected by the last roundings of both. It counts most just below 1/2: there the product with e spares a
/// rounding, with a table that by 2^(k/16), without a fused multiply-add that of the quotient, where the one before the last
/// of (w + 2)^2 is brought in too.
///
/// Domain      all reals        Range  [-0.1131, 1.0885]; root near x = -1.192431
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 2.95 ULP in octaves (all inputs), else 3.82 (every 61st, all in [-4, -0.03]), without a fused
///             multiply-add 3.23, double 3.80 and 3.62 (60 million random inputs in [-0.2, -0.15], four million
///             anywhere); between -1.4 and -1 within 2^-24 (2^-53) of tanh(softplus(x))
/// Cost        that of mish, whose exponential it shares
template <class V>
OGIVE_INLINE constexpr V mish_derivative(V x) {
    using v            = vocabulary<V>;
    if constexpr (v::looks_up_at_once) return math::mish_derivative_in_octaves(x);
    auto       parts   = math::split_mish(x);
    const auto left    = x < v::number(0);
    const V    four    = v::number(4);
    const V    e       = parts.scaled * math::mish_unit<V>();
    const V    times_4 = parts.held * four;

    const V slope      = v::fma(e, v::select(left, V(e + four), V(times_4 - v::number(2))),
                                v::select(left, V(times_4 + v::number(6)), V(times_4 - four)));
    const V base       = v::select(left, V(times_4 + four), v::number(-4));
    const V above      = v::fma(e, slope, base);
    const V lost_above = math::cancelling_fma(e, slope, V(base - above));
    const V rise       = math::polynomial(e, 8, 8, 4, 1);
    const V below      = v::fma(e, rise, four);
    V       lost_below = v::fma(e, rise, V(four - below));
    if constexpr (!v::exact_fma) {
        const V risen = e * math::polynomial(e, 8, 4, 1);
        lost_below    = v::fma(e, V(risen - (rise - v::number(8))), lost_below);
    }

    const V reciprocal = math::near_reciprocal(below);
    const V y          = above * reciprocal;
    const V excess     = v::fma(y, lost_below, V(math::cancelling_fma(y, below, v::negate(above)) - lost_above));
    const V quotient   = v::fma(v::negate(excess), reciprocal, y);
    V       falling;
    if constexpr (v::has_table) {
        const V lost = v::fma(parts.power, parts.rest, V(parts.power - parts.scaled));
        falling      = v::fma(parts.scaled, quotient, V(lost * quotient));
    } else if constexpr (v::exact_fma) {
        const V scaled = parts.power * quotient;
        falling        = v::fma(scaled, parts.rest, scaled);
    } else {
        const V scaled = parts.power * y;
        falling        = scaled + (scaled * parts.rest - parts.scaled * (excess * reciprocal));
    }
    falling = falling * math::mish_unit<V>();
    return v::select(left, falling, V(quotient + v::number(1)));
}

}  // namespace ogive::math
