#pragma once
// The standard normal distribution.

#include <ogive/math/exp_parts.hpp>

namespace ogive::math {

/// 2^(k/16 + Offset) * 2/sqrt(2 pi).
template <int Offset>
inline constexpr table16 sixteenths_of_bell = [] {
    table16 t{0x1.9884533d43651p-1, 0x1.aa9a7de112a9p-1,  0x1.bd7da73c593e6p-1, 0x1.d136e2bd7fc06p-1,
              0x1.e5cfaab0e879ap-1, 0x1.fb51e4ced6fep-1,  0x1.08e3f37e7b1e4p0,  0x1.149e3e22e30aep0,
              0x1.20dd750429b6dp0,  0x1.2da77ab15c5c6p0,  0x1.3b02746d00a35p0,  0x1.48f4cd2113849p0,
              0x1.5785387480b39p0,  0x1.66bab6038de94p0,  0x1.769c94bcc6397p0,  0x1.873276640323ep0};
    for (double& entry : t.entry) entry *= vocabulary<double>::power_of_two(Offset);
    return t;
}();

/// 2 normal_pdf(a) = 2/sqrt(2 pi) exp(-a^2/2) in parts, for 0 <= a below 40 or NaN.
///
/// The square is kept in two parts. The factor joins as its logarithm after the reduction by ln 2; with a
/// table it is a factor of the entries, those of sixteenths_of_bell.
template <bool Table, class V>
OGIVE_INLINE constexpr exponential<V> twice_normal_pdf_parts(V a) {
    using v      = vocabulary<V>;
    const V half = a * v::number(0.5);
    const V high = half * a;
    V       low  = high;
    if constexpr (v::exact_fma) {
        low = v::fma(v::negate(half), a, high);
    } else {
        const V head = v::head(a);
        const V tail = a - head;
        low          = (high - head * head * v::number(0.5)) - tail * (head + tail * v::number(0.5));
    }
    if constexpr (Table) {
        const V digits = v::fma(high, v::number(-0x1.71547652b82fep+0), v::number(0x1.8p48));
        const V m      = digits - v::number(0x1.8p48);
        const V b      = v::fma(m, v::number(-0x1.62e42fefa38p-1), v::negate(high));
        return {m, math::expm1_reduced<true>(V(v::fma(m, v::number(-0x1.ef35793c7673p-45), b) + low)), digits};
    }
    const V n = v::round(v::fma(high, v::number(-0x1.71547652b82fep+0), v::number(-0x1.4d90e6931bbefp-2)));
    const V r = v::fma(n, math::number<V>(-0x1.62e4p-1, -0x1.62e42fefa38p-1), v::negate(high));
    const V s = v::fma(n, math::number<V>(-0x1.7f7d1cp-20, -0x1.ef35793c7673p-45), r);
    return {n, math::expm1_reduced<false>(V(s + (low + v::number(-0x1.ce6bb25aa1316p-3)))), n};
}

/// The cumulative distribution function of the standard normal distribution.
///
/// With a = |x|: below 1, normal_cdf(-a) = 1/2 - a N(a^2), N of degree 5 for float (error 2^-26.4) and 9 for
/// double (2^-54.9); beyond, normal_cdf(-a) = normal_pdf(a) P(a)/(Q(a) + a P(a)), degrees 4 and 3 for float
/// (2^-28.2), 9 and 8 for double (2^-57.4): a P(a) outweighs Q(a), so that what P rounds off cancels. All
/// coefficients of P and Q are positive.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  normal_pdf(x)
/// Special     -inf -> 0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 2.64 ULP (every 7th of all inputs), double 2.54 (400000 random inputs)
/// Cost        the reduced exponential, three polynomials, one division
template <class V>
OGIVE_INLINE constexpr V normal_cdf(V x) {
    using v   = vocabulary<V>;
    const V a = v::smaller(math::number<V>(14.5, 38.7), v::absolute(x));
    const V z = a * a;
    V       m = z;
    V       p = z;
    V       t = z;
    if constexpr (is_single<V>) {
        m = math::polynomial(z, 0x1.988454p-2, -0x1.10587p-4, 0x1.46d91cp-7, -0x1.37c2b8p-10, 0x1.e8555ep-14,
                                -0x1.24b7fcp-17);
        p = math::polynomial_by_parity(a, z, 0x1.40e3ecp+0, 0x1.497d28p+0, 0x1.3cac66p-1, 0x1.49bd50p-3,
                                             0x1.61ce0ep-6);
        t = math::polynomial_by_parity(a, z, 1, 0x1.24e38ep-1, 0x1.4a174cp-3, 0x1.61be0ap-6);
    } else {
        m = math::polynomial_by_parity(z, V(z * z), 0x1.9884533d4365p-2, -0x1.1058377e2ce0dp-4, 0x1.46d042975e6e8p-7,
                                                    -0x1.37403f67da051p-10, 0x1.e42b0be50b5abp-14,
                                                    -0x1.3ce8d21d6ed41p-17, 0x1.6584870b72824p-21,
                                                    -0x1.61a65c7fd7501p-25, 0x1.31e4bb81e335bp-29,
                                                    -0x1.8bac4d2234529p-34);
        p = math::polynomial_by_parity(a, z, 0x1.40d931fb343b8p+0, 0x1.0b8e5b1982d2ap+1, 0x1.b71188a12c2dbp+0,
                                             0x1.ca2f75afa1700p-1, 0x1.4cd7d6a11c73cp-2, 0x1.5c99485fb8171p-4,
                                             0x1.07f410d70e251p-6, 0x1.18d866de1811bp-9, 0x1.82bf484352cc1p-13,
                                             0x1.100fd67a91bf5p-17);
        t = math::polynomial_by_parity(a, z, 1, 0x1.365e251be9bf0p+0, 0x1.7db3f2c39e0edp-1, 0x1.2dbca84c4fc01p-2,
                                             0x1.4b60cb4d8c141p-4, 0x1.01e9133231d6ep-6, 0x1.16b84745fd539p-9,
                                             0x1.82bf483f5bc14p-13, 0x1.100fd67ae89a4p-17);
    }
    const V one       = v::number(1);
    const auto [n, q, digits] = math::twice_normal_pdf_parts<false>(a);
    const V near      = v::fma(v::negate(a), m, v::number(0.5));
    const V far       = v::scale(V(v::fma(q, p, p) / v::fma(a, p, t)), V(n - one));
    const V below     = v::select(a < one, near, far);
    return v::select(x > v::number(0), V(one - below), below);
}

/// The density of the standard normal distribution, exp(-x^2/2)/sqrt(2 pi).
///
/// Domain      all reals        Range  [0, 0.398943]
/// Derivative  -x * normal_pdf(x)
/// Special     +-inf -> 0; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 1.34 ULP (every 7th of all inputs), double 1.24 (400000 random inputs)
/// Cost        the reduced exponential, half a dozen operations
template <class V>
OGIVE_INLINE constexpr V normal_pdf(V x) {
    using v           = vocabulary<V>;
    const V a         = v::smaller(math::number<V>(14.7, 39), v::absolute(x));
    const auto [n, q, digits] = math::twice_normal_pdf_parts<v::has_table>(a);
    V       half              = v::number(0.5);
    if constexpr (v::has_table) half = v::template by_bits<0>(sixteenths_of_bell<-1>, digits);
    return v::scale(v::fma(q, half, half), n);
}

}  // namespace ogive::math
