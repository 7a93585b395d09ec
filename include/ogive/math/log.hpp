#pragma once
// log and log1p.

#include <ogive/math/log_parts.hpp>

namespace ogive::math {

/// exponent * ln 2 + log(1 + f), for f in [-0.25, 0.5].
///
/// With s = f/(2 + f) and z = s^2: log(1 + f) = f - s (f - z P(z)), P of degree 2 for float (error
/// 2^-26.6) and 6 for double (2^-54.0).
template <class V>
OGIVE_INLINE constexpr V log_of_parts(V f, V exponent) {
    using v   = vocabulary<V>;
    const V s = f / (v::number(2) + f);
    const V z = s * s;
    V       p = z;
    if constexpr (is_single<V>) {
        p = math::polynomial(z, 0x1.555566p-1, 0x1.99616cp-2, 0x1.32dc28p-2);
    } else {
        p = math::polynomial(z, 0x1.555555555556ep-1, 0x1.999999997c136p-2, 0x1.2492495269121p-2,
                             0x1.c71c3c8201e3dp-3, 0x1.746bcac9a4ba9p-3, 0x1.390136dca763ap-3, 0x1.35ac3f7b84bc6p-3);
    }
    const V bent = v::fma(v::negate(z), p, f);
    const V low  = v::fma(exponent, math::number<V>(-0x1.7f7d1cp-20, -0x1.ef35793c7673p-45), V(s * bent));
    return v::fma(exponent, math::number<V>(0x1.62e4p-1, 0x1.62e42fefa38p-1), V(f - low));
}

/// exponent * ln 2 + log(fraction + lost), for a fraction in [0.75, 1.5) and a lost last part.
///
/// With c near 1/fraction: -log(c) + log(1 + r), 1 + r = c (fraction + lost).
template <class V, class... Lost>
OGIVE_INLINE constexpr V log_by_table(V fraction, V exponent, Lost... lost) {
    using v      = vocabulary<V>;
    const V c    = v::template by_bits<48>(reciprocals_of_fraction, fraction);
    V       r    = v::fma(c, fraction, v::number(-1));
    if constexpr (sizeof...(Lost) != 0) r = v::fma(c, lost..., r);
    const V low  = math::log1p_reduced(r, v::fma(exponent, v::number(0x1.ef35793c7673p-45), r));
    const V high = v::fma(exponent, v::number(0x1.62e42fefa38p-1),
                          v::template by_bits<48>(logs_of_fraction, fraction));
    return high + low;
}

/// The natural logarithm.
///
/// Domain      x >= 0           Range  all reals
/// Derivative  1 / x
/// Special     +-0 -> -inf; below 0 -> NaN; 1 -> 0; +inf -> +inf; NaN -> NaN; denormals as any other
/// Accuracy    float 1.08 ULP (every 7th of all inputs), double 1.10 (400000 random inputs)
/// Cost        one division; with a table: none
template <class V>
OGIVE_INLINE constexpr V log(V x) {
    using v = vocabulary<V>;
    if constexpr (std::floating_point<V>) {
        if (std::is_constant_evaluated()) {
            if (x == 0) return -v::infinity;
            if (!(x > 0)) return std::numeric_limits<V>::quiet_NaN();
            if (x == v::infinity) return x;
        }
    }
    const auto [fraction, exponent] = v::split(x);
    if constexpr (v::has_table) return math::log_by_table(V(fraction), V(exponent));
    else return math::log_of_parts(V(fraction - v::number(1)), V(exponent));
}

/// log(1 + x), without cancellation near 0.
///
/// Domain      x >= -1          Range  all reals
/// Derivative  1 / (1 + x)
/// Special     -0 -> -0; -1 -> -inf; below -1 -> NaN; +inf -> +inf; NaN -> NaN; denormals unchanged
/// Accuracy    float 1.08 ULP (every 7th of all inputs), double 1.10 (400000 random inputs)
/// Cost        one division; with a table: none
template <class V>
OGIVE_INLINE constexpr V log1p(V x) {
    using v = vocabulary<V>;
    if constexpr (std::floating_point<V>) {
        if (std::is_constant_evaluated()) {
            if (x == -1) return -v::infinity;
            if (!(x > -1)) return std::numeric_limits<V>::quiet_NaN();
            if (x == v::infinity) return x;
        }
    }
    const V one  = v::number(1);
    const V sum  = one + x;
    const V back = sum - one;
    const V lost = (one - (sum - back)) + (x - back);  // 1 + x = sum + lost, exactly

    const auto [fraction, exponent] = v::split(sum);
    const V shifted = v::select(lost == v::number(0), lost, v::scale(lost, v::negate(exponent)));
    V y             = x;
    if constexpr (v::has_table) y = math::log_by_table(V(fraction), V(exponent), shifted);
    else y = math::log_of_parts(V((fraction - one) + shifted), V(exponent));
    return v::select(x < v::number(std::numeric_limits<double>::infinity()), v::copysign(y, x), x);
}

/// log(1 + x^2), beyond where 1 does not count as 2 log(1 + |x|).
///
/// Domain      all reals        Range  [0, inf)
/// Derivative  2 x / (1 + x^2)
/// Special     even; +-inf -> +inf; NaN -> NaN
/// Cost        that of log1p and four operations
template <class V>
OGIVE_INLINE constexpr V log1p_of_square(V x) {
    using v         = vocabulary<V>;
    const V    a    = v::absolute(x);
    const auto far  = a > math::number<V>(0x1p40, 0x1p300);
    const V    half = math::log1p(v::select(far, a, V(a * a)));
    return v::select(far, half + half, half);
}

}  // namespace ogive::math
