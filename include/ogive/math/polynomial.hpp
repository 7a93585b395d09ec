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

/// (y + w + d) y + e, y = x w + c, w = a x + b: a polynomial of degree 4, its first coefficient a^2, in three products.
/// What it rounds off is some ten times what Horner's rule does, so it is for what counts little beside a larger term.
template <class V>
OGIVE_INLINE constexpr V quartic(V x, double a, double b, double c, double d, double e) {
    using v   = vocabulary<V>;
    const V w = v::fma(x, v::number(a), v::number(b));
    const V y = v::fma(x, w, v::number(c));
    return v::fma(V(V(w + v::number(d)) + y), y, v::number(e));
}

}  // namespace ogive::math
