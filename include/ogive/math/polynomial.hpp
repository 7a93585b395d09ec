#pragma once
// Polynomials.

#include <ogive/math/vocabulary.hpp>

namespace ogive::math {

/// c0 + x (c1 + x (c2 + ...)), coefficients lowest degree first.
///
/// Cost   one fma for each coefficient but the first
template <class V>
OGIVE_INLINE constexpr V polynomial(V /*x*/, double c0) {
    return vocabulary<V>::number(c0);
}
template <class V, class... Rest>
OGIVE_INLINE constexpr V polynomial(V x, double c0, Rest... rest) {
    return vocabulary<V>::fma(x, math::polynomial(x, rest...), vocabulary<V>::number(c0));
}

/// c0 + c2 z + c4 z^2 + ...: every second coefficient.
template <class V>
OGIVE_INLINE constexpr V even_terms(V /*z*/, double c0) {
    return vocabulary<V>::number(c0);
}
template <class V>
OGIVE_INLINE constexpr V even_terms(V /*z*/, double c0, double /*c1*/) {
    return vocabulary<V>::number(c0);
}
template <class V, class... Rest>
OGIVE_INLINE constexpr V even_terms(V z, double c0, double /*c1*/, Rest... rest) {
    return vocabulary<V>::fma(z, math::even_terms(z, rest...), vocabulary<V>::number(c0));
}

/// The same polynomial in two chains, x^2 given: half the latency and half the roundings.
template <class V, class... Rest>
OGIVE_INLINE constexpr V polynomial_by_parity(V x, V square, double c0, Rest... rest) {
    return vocabulary<V>::fma(x, math::even_terms(square, rest...), math::even_terms(square, c0, rest...));
}

}  // namespace ogive::math
