#pragma once
// Steps of Horner's rule, and what they round off.

#include <ogive/math/elementary.hpp>

namespace ogive::math {

/// x p + a, the product rounded and then the sum. A fused multiply-add's one rounding may be no number of V, and compilers
/// that join a product and a sum leave alone what has been added to -0.
template <class V>
OGIVE_INLINE constexpr V horner_step(V x, V p, V a) {
    using v = vocabulary<V>;
    if constexpr (v::exact_fma) return math::sum(v::fma(x, p, v::number(-0.0)), a);
    else return math::sum(V(x * p), a);
}

/// What horner_step(x, p, a) is too small by.
template <class V>
OGIVE_INLINE constexpr V rest_of_step(V x, V p, V a) {
    using v          = vocabulary<V>;
    const V sum      = math::horner_step(x, p, a);
    const V back     = sum - a;
    const V lost     = a - (sum - back);
    if constexpr (v::exact_fma) {
        return v::fma(x, p, v::negate(back)) + lost;
    } else {
        const V product = x * p;
        return ((product - back) + lost) + math::rest_of_product(x, p, product);
    }
}

/// What a + |b| rounded is too small by, of a b that is too small by `low`.
template <class V>
OGIVE_INLINE constexpr V rest_of_sum_with_magnitude(V a, V b, V low) {
    using v          = vocabulary<V>;
    const V size     = v::absolute(b);
    const V sum      = a + size;
    const V back     = sum - size;
    const V lost     = (a - back) + (size - (sum - back));
    return v::fma(v::copysign(v::number(1), b), low, lost);
}

/// p - y q, of a y near p / q.
template <class V>
OGIVE_INLINE constexpr V rest_of_quotient(V y, V q, V p) {
    using v = vocabulary<V>;
    if constexpr (v::exact_fma) {
        return v::fma(v::negate(y), q, p);
    } else {
        const V product = y * q;
        return (p - product) - math::rest_of_product(y, q, product);
    }
}

/// s y + s c for a c that is small beside y; s y where c is no number, since y is infinite.
template <class V>
OGIVE_INLINE constexpr V times_sum(V s, V y, V c) {
    using v          = vocabulary<V>;
    const V product  = v::multiply(s, y);
    const V low      = v::multiply(s, c);
    V       whole;
    if constexpr (v::exact_fma) whole = v::fma(s, y, low);
    else whole = product + (low + math::rest_of_product(s, y, product));
    return v::select(whole == whole, whole, product);
}

}  // namespace ogive::math
