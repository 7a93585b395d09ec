#pragma once
// c tanh(x / c) and its derivative.

#include <ogive/math/polynomial.hpp>
#include <ogive/math/tanh.hpp>

namespace ogive::math {

/// c tanh(u), u > 1, from 1 - tanh(u) = 2 e/(1 + e), e = exp(-2 u), whose error counts a third at most.
template <class V>
OGIVE_INLINE constexpr V far_from_its_cap(V u, V cap) {
    using v = vocabulary<V>;
    if constexpr (v::looks_up_at_once) return cap * math::tanh(u);
    auto    parts = math::tanh_parts<rest_is::beside_1>(u);
    const V s     = math::exact_power_of_two<tanh_shift<V>>(parts);
    const V e     = v::fma(s, parts.rest, s);
    return cap - math::quotient(V(cap * V(e + e)), V(e + math::number<V>(0x1p44, 0x1p60)));
}

/// c tanh(x / c): near 0, where the error of tanh would count twice, x + x g with g = tanh(u)/u - 1, u = x / c.
///
/// g = u^2 G(u^2), G of degree 7 for float (error of g 2^-27.6) and 14 for double (2^-56.4).
///
/// Domain      c > 0        Range  [-c, c]
/// Derivative  by x softcap_derivative
/// Special     -0 -> -0; +-inf -> +-c; NaN -> NaN; denormals unchanged
/// Cost        that of tanh, one division, a polynomial
template <class V>
OGIVE_INLINE constexpr V softcap(V x, V cap) {
    using v   = vocabulary<V>;
    const V u = v::divide(x, cap);
    const V z = v::multiply(u, u);
    V       g = z;
    if constexpr (is_single<V>)
        g = math::polynomial(z, -0x1.55553ep-2, 0x1.110ca6p-3, -0x1.b98914p-5, 0x1.61a8fp-6, -0x1.0cf86cp-7,
                             0x1.5d4906p-9, -0x1.404fe8p-11, 0x1.22e34cp-14);
    else
        g = math::polynomial_by_parity(z, V(z * z), -0x1.5555555555517p-2, 0x1.111111110dd81p-3, -0x1.ba1ba1b83c719p-5,
                                       0x1.664f483c1b918p-6, -0x1.226e2f26f91e5p-7, 0x1.d6d319e35ff1ep-9,
                                       -0x1.7d9c1f31c82aap-10, 0x1.352327ba871ccp-11, -0x1.f346b16af3925p-13,
                                       0x1.8dacd8c5ec0f7p-14, -0x1.2f20507676796p-15, 0x1.9f5837cae75c8p-17,
                                       -0x1.cd74bbf376a5cp-19, 0x1.6251450d23cap-21, -0x1.106753e78457bp-24);
    const V a = v::absolute(u);
    return v::copysign(v::select(a < math::number<V>(1.2, 1), v::fma(x, V(z * g), x), math::far_from_its_cap(a, cap)), x);
}

/// Its derivative, sech^2(x / c): the rounding of x / c alone would be as many ULP as that is large.
///
/// Domain      c > 0        Range  [0, 1]
/// Special     +-inf -> 0; NaN -> NaN
/// Cost        that of tanh and sech2, whose exponential they share, a division; 1 / c once for a loop
template <class V>
OGIVE_INLINE constexpr V softcap_derivative(V x, V cap) {
    using v         = vocabulary<V>;
    const V u       = v::divide(x, cap);
    const V product = u * cap;
    const V lost    = V((x - product) - math::rest_of_product(u, cap, product)) * v::divide(v::number(1), cap);
    const V rest    = v::select(v::absolute(u) < math::number<V>(53, 374), lost, v::number(0));
    return math::sech2(u) * v::fma(V(rest * v::number(-2)), math::tanh<rest_is::beside_1>(u), v::number(1));
}

}  // namespace ogive::math
