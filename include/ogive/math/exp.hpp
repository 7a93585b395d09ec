#pragma once
// exp and expm1.

#include <ogive/math/exp_parts.hpp>

namespace ogive::math {

/// e^x by sixteenths of an exponent, for any x.
template <bool Exact, class V>
OGIVE_INLINE constexpr V exp_of_any_by_sixteenths(V x) {
    using v      = vocabulary<V>;
    const auto e = math::exp_by_sixteenths<sixteenths_of{.any_x = true, .exact = Exact}>(x);
    return v::scale_positive(v::fma(e.power, e.rest, e.power), e.exponent);
}

/// e^x; with AVX-512 by sixteenths of an exponent, in double where dividing is slow, and else in parts of such.
///
/// Domain      all reals        Range  [0, inf)
/// Derivative  exp(x)
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 1.02 ULP (every 7th of all inputs; 0.87 by sixteenths), double 1.00 (400000 random inputs), 1.13
///             with a table, 0.83 by sixteenths (32 million)
/// Cost        the reduced exponential, one scaling by an exponent
template <class V>
OGIVE_INLINE constexpr V exp(V x) {
    using v = vocabulary<V>;
    if constexpr (v::scales_any && (is_single<V> || v::divides_slowly)) return math::exp_of_any_by_sixteenths<true>(x);
    else if constexpr (v::scales_any) return math::value_of(math::exp_parts_of_any(x));
    const V above = v::larger(math::number<V>(-125, -760), x);
    return math::value_of(math::exp_parts(V(v::smaller(math::number<V>(90, 711), above))));
}

/// e^x - 1, without cancellation near 0.
///
/// Domain      all reals        Range  [-1, inf)
/// Derivative  exp(x)
/// Special     -inf -> -1; +inf -> +inf; -0 -> -0; NaN -> NaN; denormals unchanged
/// Accuracy    float 1.51 ULP (every 7th of all inputs), double 1.98 (400000 random inputs), 1.05 with a table
/// Cost        the reduced exponential, half a dozen operations
template <class V>
OGIVE_INLINE constexpr V expm1(V x) {
    using v           = vocabulary<V>;
    const V above     = v::larger(math::number<V>(-18, -38), x);
    const V bounded   = v::smaller(math::number<V>(88.9, 709.9), above);
    auto       parts    = math::exp_parts_exact<rest_is::alone>(bounded);
    // Half the result, since 2^n itself may be too large by one.
    const V s    = math::exact_power_of_two<-1>(parts);
    const V half = v::fma(s, parts.rest, V(s - v::number(0.5)));
    const V y    = v::multiply(half, v::number(2));
    return v::select(v::absolute(x) < v::number(1e-20), x, y);
}

/// e^(a + b), with what the sum rounds off.
///
/// Domain      all reals        Range  [0, inf]
/// Derivative  itself
/// Special     infinities as a + b has them; NaN -> NaN; results below the normal range are rounded once
/// Cost        that of exp and ten operations
template <class V>
OGIVE_INLINE constexpr V exp_of_sum(V a, V b) {
    using v      = vocabulary<V>;
    const V sum  = a + b;
    const V back = sum - a;
    const V lost = (a - (sum - back)) + (b - back);
    const V y    = math::exp(sum);
    return v::select(y < v::number(std::numeric_limits<double>::infinity()) && v::absolute(lost) < v::number(1),
                     v::fma(y, lost, y), y);
}

/// e^(a b), with what the product rounds off. An infinity is the largest number: 1 where the other is 0.
///
/// Domain      all reals        Range  [0, inf]
/// Derivative  by a b times it, by b a times it
/// Special     as a b; NaN -> NaN; results below the normal range are rounded once
/// Cost        that of exp and some fifteen operations
template <class V>
OGIVE_INLINE constexpr V exp_of_product(V a, V b) {
    using v         = vocabulary<V>;
    const V most    = v::number(static_cast<double>(std::numeric_limits<typename v::scalar>::max()));
    const V held    = v::smaller(most, v::larger(v::negate(most), b));
    const V product = v::multiply(a, held);
    const V rest    = math::rest_of_product(a, held, product);
    return math::exp_of_sum(product, v::select(v::absolute(product) < v::number(1e4), rest, v::number(0)));
}

/// The root of y, which falls as e^x: e^(x / 2) where y is e^x to the last digit.
template <class V>
OGIVE_INLINE constexpr V root_of(V y, V x) {
    using v = vocabulary<V>;
    return v::select(x < v::number(-37), math::exp(v::multiply(x, v::number(0.5))), v::sqrt(y));
}

/// e^(-x^2), the square in two parts.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  -2 x exp(-x^2)
/// Special     even; +-inf -> 0; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    that of exp
/// Cost        that of exp and four operations
template <class V>
OGIVE_INLINE constexpr V exp_of_minus_square(V x) {
    using v        = vocabulary<V>;
    const V a      = v::smaller(math::number<V>(10.7, 27.6), v::absolute(x));
    return math::times(v::number(1), math::exp_parts_of_minus_square<1>(a));
}

/// Its derivative, -2 x exp(-x^2), with the digits that exp(-x^2) itself loses below the normal range.
///
/// Domain      all reals        Range  [-0.857764, 0.857764]
/// Derivative  (4 x^2 - 2) exp(-x^2)
/// Special     odd; +-inf -> -+0; NaN -> NaN; results below the normal range are rounded once
/// Cost        that of exp and six operations
template <class V>
OGIVE_INLINE constexpr V exp_of_minus_square_derivative(V x) {
    using v        = vocabulary<V>;
    const V a      = v::smaller(math::number<V>(10.7, 27.6), v::absolute(x));
    return v::copysign(math::times(V(a + a), math::exp_parts_of_minus_square<1>(a)), v::negate(x));
}

/// x e^x, with the digits that e^x itself loses below the normal range.
///
/// Domain      all reals        Range  [-1 / e, inf)
/// Derivative  (1 + x) exp(x)
/// Special     -inf -> -0; +inf -> +inf; -0 -> -0; NaN -> NaN; results below the normal range are rounded once
/// Cost        that of exp and two operations
template <class V>
OGIVE_INLINE constexpr V times_exp(V x) {
    using v         = vocabulary<V>;
    const V above   = v::larger(math::number<V>(-125, -765), x);
    auto    parts   = math::exp_parts(v::smaller(math::number<V>(90, 711), above));
    return v::scale(v::multiply(above, math::digits_of(parts)), parts.exponent);
}

/// e^x - 1 - x, without cancellation near 0.
///
/// Near 0 in float x^2 / 2 + x^3 P(x), in double from g(x/4), g(2 r) being (e^r - 1)^2 + 2 g(r): sums of what is
/// positive.
///
/// Domain      all reals        Range  [0, inf)
/// Derivative  expm1(x)
/// Special     +-inf -> +inf; +-0 -> 0; NaN -> NaN
/// Cost        that of expm1, another polynomial
template <class V>
OGIVE_INLINE constexpr V expm1_minus(V x) {
    using v          = vocabulary<V>;
    const V    far   = math::expm1(x) - v::smaller(v::number(0x1p100), x);
    if constexpr (is_single<V>) {
        const V a    = v::larger(v::number(-2), v::smaller(v::number(2), x));
        const V z    = a * a;
        const V rest = v::fma(a, a, v::negate(z));  // 0 without exact_fma
        const V p    = math::polynomial(a, 0x1.555556p-3, 0x1.555556p-5, 0x1.1110dep-7, 0x1.6c1686p-10, 0x1.a02a7ep-13,
                                        0x1.a027cep-16, 0x1.6fcef4p-19, 0x1.26837p-22, 0x1.e22b28p-26, 0x1.3d1258p-29);
        const V near = v::fma(z, v::number(0.5), v::fma(z, V(a * p), V(rest * v::number(0.5))));
        return v::select(v::absolute(x) < v::number(1.75), near, far);
    }
    const V    two   = v::number(2);
    const V    r     = v::larger(v::number(-0.3125), v::smaller(v::number(0.3125), V(x * v::number(0.25))));
    const V    g     = math::expm1_reduced<false>(r, v::number(0));
    const V    rise  = r + g;
    const V    g2    = v::fma(rise, rise, V(g + g));
    const V    rise2 = v::fma(r, two, g2);
    const V    g4    = v::fma(rise2, rise2, V(g2 + g2));
    return v::select(v::absolute(x) < v::number(1.25), g4, far);
}

}  // namespace ogive::math
