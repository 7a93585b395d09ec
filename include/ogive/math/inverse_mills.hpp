#pragma once
// The logarithm of normal_cdf and its derivatives, which keep their digits where normal_cdf has come to 0.

#include <ogive/math/log.hpp>
#include <ogive/math/normal.hpp>
#include <ogive/math/polynomial.hpp>
#include <ogive/math/quotient.hpp>

namespace ogive::math {

/// Of normal_pdf(a) / normal_cdf(-a) = a + q / a, beyond: the quotient q = above / below.
///
/// The continued fraction q = 1 / (1 + 2w / (1 + 3w / (1 + ...))), w = 1 / a^2, to 9w for float (error 2^-28.1) and 16w for
/// double (2^-55.3).
template <class V>
struct mills_far {
    V reciprocal;  ///< 1 / a
    V above, below;
};
template <class V>
OGIVE_INLINE constexpr V far_for_mills() {
    return math::number<V>(6, 8.5);
}
template <class V>
OGIVE_INLINE constexpr mills_far<V> mills_far_parts(V a) {
    using v   = vocabulary<V>;
    const V r = v::divide(v::number(1), v::larger(math::far_for_mills<V>(), a));
    const V w = r * r;
    if constexpr (is_single<V>)
        return {r, math::polynomial(w, 1, 42, 510, 1830, 945), math::polynomial(w, 1, 44, 588, 2640, 2895)};
    else
        return {r, math::polynomial(w, 1, 133, 6747, 166155, 2089395, 12873735, 33453945, 24137505),
                math::polynomial(w, 1, 135, 7007, 178893, 2386395, 16288965, 51450525, 58437855, 10321920)};
}

/// above / below is normal_pdf(x) / normal_cdf(x), below 0 without the exponential of both; far below q.
template <class V>
struct mills_parts {
    using condition = typename vocabulary<V>::condition;

    condition below_0, is_far;
    V held;               ///< |x|
    piece<V> tail;
    V pdf, cdf;           ///< where x is not below 0
    V reciprocal;         ///< 1 / |x|, far below
    V above, below;
};
template <class V>
OGIVE_INLINE constexpr mills_parts<V> split_mills(V x) {
    using v            = vocabulary<V>;
    const V    a       = v::absolute(x);
    const V    held    = math::held_for_bell(x);
    const auto parts   = math::normal_tail(held);
    const V    tail    = parts.value();
    const auto bell    = math::bell_parts(held);
    const V    peak    = math::peak_of_normal_pdf<V>();
    const auto far     = math::mills_far_parts(a);
    const auto below_0 = x < v::number(0);
    const auto is_far  = below_0 && a > math::far_for_mills<V>();
    const V    pdf     = math::times(peak, math::rest_of_peak<V>(), bell);
    const V    cdf     = v::number(1) - math::times(tail, parts.rest(tail), bell);
    return {below_0, is_far, held, parts, pdf, cdf, far.reciprocal,
            v::select(is_far, far.above, v::select(below_0, peak, pdf)),
            v::select(is_far, far.below, v::select(below_0, tail, cdf))};
}

/// normal_pdf(x) / normal_cdf(x).
///
/// Domain      all reals        Range  [0, inf)
/// Derivative  inverse_mills_derivative(x)
/// Special     -inf -> +inf; +inf -> 0; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 2.41 ULP, double 2.71
/// Cost        that of normal_cdf, 2 divisions, two polynomials
template <class V>
OGIVE_INLINE constexpr V inverse_mills(V x) {
    using v      = vocabulary<V>;
    const auto m = math::split_mills(x);
    const V    y = math::quotient(m.above, m.below);
    return v::select(m.is_far, v::fma(m.reciprocal, y, v::absolute(x)), y);
}

/// Its derivative, -y (x + y); the sum, which cancels far below 0, from the parts of both.
///
/// Domain      all reals        Range  [-1, 0]
/// Special     -inf -> -1; +inf -> -0; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 7.1 ULP, double 13.2, 19.3 without a fused multiply-add
/// Cost        that of normal_cdf, 2 divisions, two polynomials
template <class V>
OGIVE_INLINE constexpr V inverse_mills_derivative(V x) {
    using v      = vocabulary<V>;
    const auto m = math::split_mills(x);

    const V product = m.held * m.tail.constant;
    const V rest    = math::rest_of_product(m.held, m.tail.constant, product) - math::rest_of_peak<V>();
    const V excess  = (math::peak_of_normal_pdf<V>() - product) -
                     v::fma(V(m.held * m.tail.h), m.tail.slope_by_h, rest);  // tail (x + y)

    // y, of which the far one is q, and x + y, both times what divides them.
    const V second = v::select(m.below_0, excess, v::fma(m.held, m.cdf, m.pdf));
    const V y      = math::quotient(m.above, m.below);
    const V by_sum = y * math::quotient(second, m.below);
    const V of_far = m.reciprocal * y;
    return v::negate(v::select(m.is_far, v::fma(of_far, of_far, y), by_sum));
}

/// log(normal_cdf(x)): below 0 that of the tail without its exponential, less x^2 / 2.
///
/// Domain      all reals        Range  [-inf, 0]
/// Derivative  inverse_mills(x)
/// Special     -inf -> -inf; +inf -> -0; NaN -> NaN; results below the normal range are rounded twice
/// Accuracy    float 2.65 ULP, double 2.83
/// Cost        that of normal_cdf and log1p, 2 divisions, two polynomials
template <class V>
OGIVE_INLINE constexpr V log_normal_cdf(V x) {
    using v            = vocabulary<V>;
    const V    a       = v::absolute(x);
    const V    held    = math::held_for_bell(x);
    const V    near    = math::normal_tail(held).value();
    const auto far     = math::mills_far_parts(a);
    // Further out x^2 / 2 is all that counts.
    const V    at_most = v::smaller(math::number<V>(0x1p15, 0x1p30), a);
    const V    beyond  = math::peak_of_normal_pdf<V>() / v::fma(far.reciprocal, V(far.above / far.below), at_most);
    const V    tail    = v::select(a > math::far_for_mills<V>(), beyond, near);
    const auto below_0 = x < v::number(0);
    const V    from_1  = v::select(below_0, V(tail - v::number(1)),
                                   v::negate(math::times(near, math::bell_parts(held))));
    const V    squared = v::select(below_0, V(v::number(-0.5) * a * a), v::number(-0.0));
    return math::log1p(from_1) + squared;
}

}  // namespace ogive::math
