#pragma once
// The error function.

#include <ogive/math/erf_table.hpp>
#include <ogive/math/exp_parts.hpp>
#include <ogive/math/quotient.hpp>

namespace ogive::math {

/// erf(x) = 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x.
///
/// With a = |x|: below 0.5, erf(a) = a + a P(a^2), P of degree 4 for float (error 2^-28.2) and 8
/// for double (2^-56.3); beyond, erf(a) = 1 - erfc(a) with
///     erfc(a) = exp(-H(a)) for float, H of degree 6 (2^-27.3),
///     erfc(a) = exp(-a^2) A(a)/B(a) for double, degrees 6 and 7 (2^-60.9).
///
/// With a table, double is erf_by_table, sixteen polynomials of degree 13.
///
/// Domain      all reals        Range  [-1, 1]
/// Derivative  2/sqrt(pi) * exp(-x^2)
/// Special     odd; -0 -> -0; +-inf -> +-1; NaN -> NaN
/// Accuracy    float 1.37 ULP (every 7th of all inputs), double 2.21 (400000 random inputs), 1.95 by table
/// Cost        the reduced exponential, two polynomials, one division; with a table: one polynomial of degree 13
template <class V>
OGIVE_INLINE constexpr V erf(V x) {
    using v   = vocabulary<V>;
    if constexpr (v::has_table) return v::copysign(math::erf_by_table(v::absolute(x)), x);
    const V a = v::smaller(math::number<V>(4, 6), v::absolute(x));
    const V z = a * a;
    V       p = z;
    V       h = z;
    V       c = z;
    if constexpr (is_single<V>) {
        p = math::polynomial(z, 0x1.06eba8p-3, -0x1.812732p-2, 0x1.ce24f6p-4, -0x1.b6636ap-6, 0x1.352f86p-8);
        h = math::polynomial(a, -0x1.31967ap-15, 0x1.20f3b2p0, 0x1.4542d6p-1, 0x1.b120c4p-4, -0x1.7b9f76p-6,
                             0x1.b040bep-9, -0x1.d53b4ep-13);
        c = v::number(1);
    } else {
        p = math::polynomial_by_parity(z, V(z * z), 0x1.06eba8214db68p-3, -0x1.812746b0379b3p-2, 0x1.ce2f21a03d652p-4,
                                       -0x1.b82ce30f1cfa2p-6, 0x1.565bcbf55c534p-8, -0x1.c02d4e7bf3e27p-11,
                                       0x1.f98d8f24e376cp-14, -0x1.f2221044088aap-17, 0x1.8b34a80eb71c6p-20);
        const V above =
            math::polynomial_by_parity(a, z, 0x1.0000000039527p+0, 0x1.7eab2d8b200a7p+0, 0x1.1d8201c1f1c5bp+0,
                                       0x1.ff0b982269628p-2, 0x1.1da109c3824e9p-3, 0x1.790668afe97fep-6,
                                       0x1.cf6bdbc6b73f6p-10);
        const V below =
            math::polynomial_by_parity(a, z, 1, 0x1.4fc451498ee93p+1, 0x1.89a05238c0906p+1, 0x1.0c8fd386ff21cp+1,
                                       0x1.cf62fca2023b7p-1, 0x1.fd74ee8a65eb9p-3, 0x1.4e22367c62dd7p-5,
                                       0x1.9ab1d22f45016p-9);
        c = math::quotient(above, below);
    }
    const auto parts    = math::exp_parts_exact(v::negate(h));
    const V far       = v::fma(v::negate(math::exact_power_of_two(parts)), v::fma(parts.rest, c, c), v::number(1));
    const V near      = v::fma(a, p, a);
    return v::copysign(v::select(a < v::number(0.5), near, far), x);
}

}  // namespace ogive::math
