#pragma once
// The bell exp(-a^2/2), shared by everything that is made of the normal distribution.

#include <ogive/math/exp_parts.hpp>

namespace ogive::math {

/// |x|, held where every function of the normal distribution has come to its limit, and as far out as the pieces of
/// float go (docs/design/0018); NaN stays.
template <class V>
OGIVE_INLINE constexpr V held_for_bell(V x) {
    return vocabulary<V>::smaller(math::number<V>(14.99, 38.7), vocabulary<V>::absolute(x));
}

/// exp(-a^2/2) in parts, for a from held_for_bell; the square is kept in two.
template <class V>
OGIVE_INLINE constexpr exponential<V, false> bell_parts(V a) {
    using v      = vocabulary<V>;
    const V half = a * v::number(-0.5);
    const V high = half * a;
    return math::exp_parts_of_sum(high, math::rest_of_product(half, a, high));
}

/// y times 2^exponent (1 + rest), rounded once more below the normal range.
template <class V>
OGIVE_INLINE constexpr V times(V y, const exponential<V, false>& e) {
    return vocabulary<V>::scale(vocabulary<V>::fma(e.rest, y, y), e.exponent);
}

/// The same for y = high + low > 0.
template <class V>
OGIVE_INLINE constexpr V times(V high, V low, const exponential<V, false>& e) {
    return vocabulary<V>::scale_positive(V(high + vocabulary<V>::fma(e.rest, high, low)), e.exponent);
}

}  // namespace ogive::math
