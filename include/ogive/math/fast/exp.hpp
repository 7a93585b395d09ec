#pragma once
// exp and expm1 in fewer digits.

#include <ogive/math/exp.hpp>

namespace ogive::math::fast {

/// e^x in parts as math::exp_parts, for |x| below 110: e^r = 1 + r P(r), P of degree 4 (relative error 2^-23.4);
/// ln 2 in one part where fma rounds once.
template <class V>
OGIVE_INLINE constexpr exponential<V> exp_parts(V x) {
    using v              = vocabulary<V>;
    const V last_is_unit = v::number(0x1.8p23);
    const V n            = math::digits_of_exponent(x, last_is_unit) - last_is_unit;
    V       r            = x;
    if constexpr (v::exact_fma) r = v::fma(n, v::number(-single_ln2), x);
    else r = math::less_low_ln2(n, math::less_high_ln2(n, x));
    return {n, r * math::polynomial(r, 0x1.fffff6p-1, 0x1.fffdc4p-2, 0x1.555a8p-3, 0x1.573afep-5, 0x1.0fa0ap-7)};
}

/// As math::exp, within 2^-21.3; without AVX-512 0 below -87: one power of two is enough then.
template <class V>
OGIVE_INLINE constexpr V exp(V x) {
    using v = vocabulary<V>;
    if constexpr (is_single<V> && v::scales_any) {
        return math::exp_of_any_by_sixteenths<false>(x);
    } else if constexpr (is_single<V>) {
        const auto parts = fast::exp_parts(V(v::smaller(v::number(89), v::larger(v::number(-87.5), x))));
        return v::multiply(math::digits_of(parts) * v::power_of_two(parts.exponent, -1), v::number(2));
    } else {
        return math::exp(x);
    }
}

/// As math::expm1, within 2^-21.3.
template <class V>
OGIVE_INLINE constexpr V expm1(V x) {
    using v = vocabulary<V>;
    if constexpr (is_single<V>) {
        auto    parts = fast::exp_parts(v::smaller(v::number(88.9), v::larger(v::number(-18), x)));
        const V s     = math::exact_power_of_two<-1>(parts);
        const V half  = v::fma(s, parts.rest, V(s - v::number(0.5)));
        return v::copysign(v::multiply(half, v::number(2)), x);
    } else {
        return math::expm1(x);
    }
}

}  // namespace ogive::math::fast
