#pragma once
// The Gaussian error linear unit.

#include <ogive/math/bell.hpp>
#include <ogive/math/gelu_pieces.hpp>
#include <ogive/math/normal.hpp>
#include <ogive/math/pieces.hpp>

namespace ogive::math {

/// a exp(a^2/2) normal_cdf(-a) in two parts, for a from held_for_bell: in float sixteen polynomials of degree 6 of its own
/// (error 2^-28.7), where eight are looked up at once eight of degree 8 (2^-30.1), the first of which is rounded as often as
/// a polynomial: not for a factor.
template <bool AsFactor, class V>
OGIVE_INLINE constexpr in_two_parts<V> gelu_tail(V a) {
    if constexpr (is_single<V> && !(AsFactor && vocabulary<V>::looks_up_eight)) {
        const auto tail = math::piece_of<gelu_pieces<pieces_of_bell<V>>>(a);
        const V    high = tail.value();
        return {high, tail.rest(high)};
    } else {
        const auto tail  = math::normal_tail(a);
        const V    value = tail.value();
        const V    high  = a * value;
        return {high, vocabulary<V>::fma(a, tail.rest(value), math::rest_of_product(a, value, high))};
    }
}

/// gelu(x) = x normal_cdf(x) = max(x, 0) - a normal_cdf(-a), a = |x|.
///
/// Domain      all reals        Range  [-0.169971, inf)
/// Derivative  gelu_derivative(x)
/// Special     -inf -> -0; +inf -> +inf; +-0 -> +-0; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 1.68 ULP, 1.22 by sixteenths of an exponent (all inputs), double 1.81 (two million
///             random inputs)
/// Cost        the reduced exponential, one polynomial in pieces
template <bool AsFactor = false, class V>
OGIVE_INLINE constexpr V gelu(V x) {
    using v         = vocabulary<V>;
    const V    a    = math::held_for_bell(x);
    const auto tail = math::gelu_tail<AsFactor>(a);
    if constexpr (AsFactor && !v::scales_any) {
        V          lost;
        const auto bell = math::bell_parts(a, lost);
        V          low  = v::fma(lost, tail.high, tail.low);
        // The bell multiplies the low part too: less than matters in float, where the tail is not a product.
        if constexpr (!is_single<V> || v::looks_up_eight) low = v::fma(bell.rest, tail.low, low);
        if constexpr (!v::exact_fma) low = low + math::rest_of_product(bell.rest, tail.high, V(bell.rest * tail.high));
        return math::positive_part(x) - math::times(tail.high, low, bell);
    }
    return math::positive_part(x) - math::times<AsFactor>(tail.high, tail.low, math::bell_parts(a));
}

/// gelu'(x) = normal_cdf(x) + x normal_pdf(x); with a = |x|, normal_cdf(-a) - a normal_pdf(a) or 1 less that.
///
/// The difference, which is 0 near 0.752, is sixteen polynomials of degree 5 for float (error 2^-26.8 of the sum), or
/// eight of degree 7 (2^-29.0), and sixteen of degree 14 for double (2^-55.5), times exp(-a^2/2).
///
/// Domain      all reals        Range  [-0.128904, 1.128904]
/// Derivative  (2 - x^2) normal_pdf(x)
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 2.17 ULP, 2.32 in eight pieces, 2.69 by sixteenths of an exponent (all inputs), double 2.48, 3.05 (six
///             million random inputs in [-1.3, 0], four million anywhere); beside the root below 2^-24 (2^-53) of normal_cdf(x)
/// Cost        that of gelu
template <class V>
OGIVE_INLINE constexpr V gelu_derivative(V x) {
    using v       = vocabulary<V>;
    const V a     = math::held_for_bell(x);
    const V tail  = math::piece_of<gelu_derivative_pieces<typename v::scalar, pieces_of_bell<V>>>(a).value();
    const V below = math::times(tail, math::bell_parts(a));
    return v::select(x > v::number(0), V(v::number(1) - below), below);
}

}  // namespace ogive::math
