#pragma once
// The Gaussian error linear unit.

#include <ogive/math/normal.hpp>

namespace ogive::math {

/// gelu(x) = x normal_cdf(x) = max(x, 0) - a normal_cdf(-a), a = |x|; the product is kept in two parts, and
/// what normal_cdf(-a) rounds off is in the second.
///
/// Domain      all reals        Range  [-0.169971, inf)
/// Derivative  gelu_derivative(x)
/// Special     -inf -> -0; +inf -> +inf; +-0 -> +-0; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 1.57 ULP (every 61st of all inputs), double 1.52 (a million random inputs)
/// Cost        that of normal_cdf, half a dozen operations
template <class V>
OGIVE_INLINE constexpr V gelu(V x) {
    using v         = vocabulary<V>;
    const V    a    = math::held_for_bell(x);
    const auto tail = math::normal_tail_parts(a);
    const V    high = a * tail.value();
    const V    low  = v::fma(V(a * tail.h), tail.slope_by_h, v::fma(a, tail.constant, v::negate(high)));
    return math::positive_part(x) - math::times(high, low, math::bell_parts(a));
}

/// gelu'(x) = normal_cdf(x) + x normal_pdf(x); with a = |x|, normal_cdf(-a) - a normal_pdf(a) or 1 less that.
///
/// The difference, which is 0 near 0.752, is built of the parts of both terms, before the exponential joins.
///
/// Domain      all reals        Range  [-0.128904, 1.128904]
/// Derivative  (2 - x^2) normal_pdf(x)
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 2.39 ULP (every 31st of all inputs), double 2.98 (a million random inputs); beside the root
///             below 2^-24 (2^-53) of normal_cdf(x)
/// Cost        that of normal_cdf, three operations
template <class V>
OGIVE_INLINE constexpr V gelu_derivative(V x) {
    using v          = vocabulary<V>;
    const V    a     = math::held_for_bell(x);
    const auto tail  = math::normal_tail_parts(a);
    const V    peak  = math::peak_of_normal_pdf<V>();
    V          high  = a;
    V          lost  = a * math::rest_of_peak<V>();
    if constexpr (v::exact_fma) {
        high = v::fma(v::negate(a), peak, tail.constant);
    } else {
        const V head = v::head(a);
        high         = tail.constant - head * v::head(peak);
        lost         = lost + (head * (peak - v::head(peak)) + (a - head) * peak);
    }
    const V low   = v::fma(tail.h, tail.slope_by_h, v::negate(lost));
    const V below = math::times(V(high + low), math::bell_parts(a));
    return v::select(x > v::number(0), V(v::number(1) - below), below);
}

}  // namespace ogive::math
