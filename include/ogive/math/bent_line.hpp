#pragma once
// A line bent by an exponential.

#include <ogive/math/exp.hpp>

namespace ogive::math {

/// n (e^x - 1) + z for an x below 0, where the two may cancel: half of n 2^k - n, which `plus` gives with z / 2 in two
/// parts, given what the difference rounds off, and only then what is left of e^x.
template <class V, class Plus>
OGIVE_INLINE constexpr V scaled_expm1_plus(V x, V n, Plus plus) {
    using v            = vocabulary<V>;
    const V    above   = v::larger(math::number<V>(-80, -700), x);
    const auto parts   = math::exp_parts_exact<rest_is::alone>(V(v::smaller(math::number<V>(88.9, 709.9), above)));
    const V    power   = math::exact_power_of_two<-1>(parts);
    const V    half    = n * v::number(0.5);
    const V    scaled  = v::multiply(n, power);
    const V    sum     = scaled - half;
    V          lost    = scaled - (sum + half);
    if constexpr (v::has_table) lost = lost + math::rest_of_product(n, power, scaled);
    const in_two_parts<V> with = plus(sum, lost);
    return v::multiply(V(with.high + v::fma(scaled, parts.rest, with.low)), v::number(2));
}

/// b x + n (e^x - 1 - x), below -3/4, where its terms may cancel, as (b - n) x + n (e^x - 1).
///
/// Domain      all reals        Range  all reals
/// Derivative  bent_line_slope(x, n, b), by n e^x - 1 - x, by b x
/// Special     for n > b > 0: +-inf -> +inf; NaN -> NaN
/// Cost        that of expm1, another polynomial, a dozen operations
template <class V>
OGIVE_INLINE constexpr V bent_line(V x, V n, V b) {
    using v         = vocabulary<V>;
    const V slope   = (b - n) * v::number(0.5);
    const V distant = math::scaled_expm1_plus(x, n, [&](V sum, V lost) OGIVE_INLINE_LAMBDA {
        if constexpr (v::exact_fma) {
            return in_two_parts<V>{v::fma(slope, x, sum), lost};
        } else {
            const V held = v::larger(v::number(-0x1p20), x);
            return in_two_parts<V>{sum + slope * x, lost + math::rest_of_product(slope, held, V(slope * held))};
        }
    });
    const V near    = v::fma(n, math::expm1_minus(x), V(b * x));
    return v::select(x < v::number(-0.75), distant, near);
}

/// b + n (e^x - 1).
///
/// Domain      all reals        Range  all reals
/// Derivative  n e^x, by n e^x - 1, by b 1
/// Special     -inf -> b - n; +inf -> +inf for n > 0; NaN -> NaN
/// Cost        that of expm1, half a dozen operations
template <class V>
OGIVE_INLINE constexpr V bent_line_slope(V x, V n, V b) {
    using v       = vocabulary<V>;
    const V half  = b * v::number(0.5);
    const V below = math::scaled_expm1_plus(
        x, n, [&](V sum, V lost) OGIVE_INLINE_LAMBDA { return in_two_parts<V>{sum + half, lost}; });
    return v::select(x > v::number(0), v::fma(n, math::expm1(x), b), below);
}

}  // namespace ogive::math
