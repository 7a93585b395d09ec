#pragma once
// The standard normal distribution.

#include <ogive/math/bell.hpp>
#include <ogive/math/normal_pieces.hpp>
#include <ogive/math/pieces.hpp>

namespace ogive::math {

/// normal_cdf(-a) = exp(-a^2/2) (constant + h slope_by_h), for a from held_for_bell.
///
/// Sixteen polynomials, of degree 6 for float (error 2^-27.6) and 14 for double (2^-57.6), chosen by the leading bits
/// of 1 + a (1 + a/2.6). What the constant of each rounds off is next to nothing.
template <class V>
struct normal_tail {
    V constant;
    V slope_by_h;
    V h;

    OGIVE_INLINE constexpr V value() const { return vocabulary<V>::fma(h, slope_by_h, constant); }
};

template <class V>
OGIVE_INLINE constexpr normal_tail<V> normal_tail_parts(V a) {
    using v      = vocabulary<V>;
    using pieces = normal_pieces<typename v::scalar>;
    V chosen     = a + v::number(1);
    if constexpr (!is_single<V>) chosen = v::fma(a, v::number(pieces::unit), v::number(1));
    const V h = a - v::template by_bits<pieces::position>(pieces::middles, chosen);
    return {v::template by_bits<pieces::position>(pieces::coefficients[0], chosen),
            math::polynomial_in_pieces<pieces::position, 1>(h, chosen, pieces::coefficients), h};
}

/// The cumulative distribution function of the standard normal distribution.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  normal_pdf(x)
/// Special     -inf -> 0; +inf -> 1; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 1.68 ULP (every 101st of all inputs), double 1.60 (a million random inputs)
/// Cost        the reduced exponential, one polynomial in pieces
template <class V>
OGIVE_INLINE constexpr V normal_cdf(V x) {
    using v       = vocabulary<V>;
    const V a     = math::held_for_bell(x);
    const V below = math::times(math::normal_tail_parts(a).value(), math::bell_parts(a));
    return v::select(x > v::number(0), V(v::number(1) - below), below);
}

/// 1/sqrt(2 pi) in two parts.
template <class V>
OGIVE_INLINE constexpr V peak_of_normal_pdf() {
    return math::number<V>(0x1.988454p-2, 0x1.9884533d43651p-2);
}
template <class V>
OGIVE_INLINE constexpr V rest_of_peak() {
    return math::number<V>(-0x1.857936p-27, -0x1.cbc0d30ebfd15p-56);
}

/// e^(-x^2 / 2), the square in two parts.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  -x exp(-x^2 / 2)
/// Special     +-inf -> 0; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    that of exp
/// Cost        the reduced exponential, half a dozen operations
template <class V>
OGIVE_INLINE constexpr V bell(V x) {
    return math::times(vocabulary<V>::number(1), math::bell_parts(math::held_for_bell(x)));
}

/// The complementary error function, 1 - erf(x) = 2 normal_cdf(-sqrt(2) x), without cancellation.
///
/// Domain      all reals        Range  [0, 2]
/// Derivative  -2/sqrt(pi) * exp(-x^2)
/// Special     -inf -> 2; +inf -> 0; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 2.4 ULP, double 2.4
/// Cost        that of normal_cdf
template <class V>
OGIVE_INLINE constexpr V erfc(V x) {
    using v       = vocabulary<V>;
    const V a     = v::smaller(math::number<V>(10.59, 27.36), v::absolute(x));
    const V minus = v::negate(V(a * a));
    const auto e  = math::exp_parts_of_sum(minus, v::negate(math::rest_of_product(a, a, v::negate(minus))));
    const V tail  = math::normal_tail_parts(V(a * v::number(1.4142135623730951))).value();
    const V above = math::times(V(tail + tail), e);
    return v::select(x < v::number(0), V(v::number(2) - above), above);
}

/// The density of the standard normal distribution, exp(-x^2/2)/sqrt(2 pi).
///
/// Domain      all reals        Range  [0, 0.398943]
/// Derivative  -x * normal_pdf(x)
/// Special     +-inf -> 0; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 1.03 ULP (every 101st of all inputs), double 1.04 (a million random inputs)
/// Cost        the reduced exponential, half a dozen operations
template <class V>
OGIVE_INLINE constexpr V normal_pdf(V x) {
    const V a = math::held_for_bell(x);
    return math::times(math::peak_of_normal_pdf<V>(), math::rest_of_peak<V>(), math::bell_parts(a));
}

}  // namespace ogive::math
