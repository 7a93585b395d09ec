#pragma once
// x erf(softplus(x)) and its derivative.

#include <ogive/math/exp_gate.hpp>

namespace ogive::math {

/// erfc(log 2).
inline constexpr double serf_start = 0x1.4ece439ecaf3bp-2;

/// erf(softplus(x)) = e F(e) for x up to 0, e = e^x; beyond, 1 - erfc(log 2) e^(-x P(x)), P of degree 7, in double 25
/// (2^-59.7).
template <class V>
OGIVE_INLINE constexpr exp_gate<V> split_serf(V x) {
    using v = vocabulary<V>;
    const V held = math::held_for_exp_gate(x, is_single<V> ? 4.6 : 6.25);
    V fall = held;
    if constexpr (is_single<V>)
        fall = math::polynomial(held, 0x1.113886p+0, 0x1.ddaabap-2, 0x1.b5514cp-4, 0x1.7bf68p-8, -0x1.ccb22ap-9,
                                -0x1.d837fp-11, 0x1.dd030ap-12, -0x1.a09984p-15);
    else
        fall = math::polynomial_by_parity(held, V(held * held), 0x1.113891510566bp+0, 0x1.dda833b1d1bdfp-2,
                                          0x1.b5795f2dbbad1p-4, 0x1.79ab86589e74fp-8, -0x1.d984ede895b8ep-9,
                                          -0x1.4b572f7f8827ap-11, 0x1.947d712c35657p-13, 0x1.091fd65d7ea9fp-14,
                                          -0x1.6c7a0e75c998dp-17, -0x1.9f1360495967ep-18, 0x1.5ff9ad91939acp-21,
                                          0x1.a1bf4a092aa44p-22, 0x1.27386483732f9p-22, -0x1.91c7afefb21cap-22,
                                          0x1.20d900c5daf75p-22, -0x1.7c0561c19ec8cp-23, 0x1.a38d352240391p-24,
                                          -0x1.619eaa5a8563ap-25, 0x1.bece734ec7177p-27, -0x1.a8c49eaafe603p-29,
                                          0x1.2fff1e22c324dp-31, -0x1.4415a5185049p-34, 0x1.f4d71c742d7bap-38,
                                          -0x1.09be5aba3bdf7p-41, 0x1.5b169a6153ae9p-46, -0x1.a52fe74a65279p-52);
    return math::split_exp_gate(x, held, v::select(v::number(0) < x, V(v::negate(held) * fall), held));
}

/// F and F' are polynomials of e - 9/16: those of e, to which -1, where F is infinite, is as near as 1, have terms that
/// cancel.
template <class V>
OGIVE_INLINE constexpr V serf_offset(exp_gate<V> const& gate) {
    return vocabulary<V>::fma(gate.scaled, math::exp_gate_unit<V>(), vocabulary<V>::number(-0.5625));
}
/// F(9/16) in half the digits, and F less that, of degree 10, in double 20 (2^-59).
template <class V>
OGIVE_INLINE constexpr V serf_middle() {
    return math::number<V>(0x1.adap-1, 0x1.adaca98p-1);
}
template <class V>
OGIVE_INLINE constexpr V serf_bend(V offset) {
    if constexpr (is_single<V>)
        return math::polynomial(offset, 0x1.95296cp-14, -0x1.c27d68p-2, 0x1.28ef94p-3, -0x1.0df846p-7, -0x1.f88086p-6,
                                0x1.ead364p-6, -0x1.3f1338p-6, 0x1.52f42p-7, -0x1.483ae2p-8, 0x1.fe4682p-10,
                                0x1.db8396p-14);
    else
        return math::polynomial_by_parity(offset, V(offset * offset), -0x1.93f6c38c1a0ebp-28, -0x1.c27d690e7dfb4p-2,
                                          0x1.28ef8b3adcecep-3, -0x1.0df18bf72fd1cp-7, -0x1.f874eb6f0f35bp-6,
                                          0x1.ea9f0076d686cp-6, -0x1.3fc0689bf43c3p-6, 0x1.5565571de5ec3p-7,
                                          -0x1.376b490b1593dp-8, 0x1.d9101ac26975fp-10, -0x1.f8b21af9a8f9p-12,
                                          -0x1.2a4bbce6d8f7ep-16, 0x1.3fc1809d00b6p-13, -0x1.3c25f4c344061p-13,
                                          0x1.d3a0cfcc8b467p-14, -0x1.2fc28fba1e37ep-14, 0x1.7d533de3db52fp-15,
                                          -0x1.b226b35b7519ap-16, 0x1.3d9375b48bd3ep-17, -0x1.da25fe0dae7a3p-18,
                                          0x1.191c436fc38f1p-17);
}

/// F'(9/16), and F' less that, of degree 8, in double 20, over e - 9/16.
template <class V>
OGIVE_INLINE constexpr V serf_slope() {
    return math::number<V>(-0x1.c27d68p-2, -0x1.c27d690e7dfb3p-2);
}
template <class V>
OGIVE_INLINE constexpr V serf_slope_bend(V offset) {
    if constexpr (is_single<V>)
        return math::polynomial(offset, 0x1.28ef92p-2, -0x1.94f05ap-6, -0x1.f87df4p-4, 0x1.32b554p-3, -0x1.ded3acp-4,
                                0x1.29976ap-4, -0x1.44cce4p-5, 0x1.141314p-6);
    else
        return math::polynomial_by_parity(offset, V(offset * offset), 0x1.28ef8b3adcee5p-2, -0x1.94ea51f2cb6e1p-6,
                                          -0x1.f874eb6f16654p-4, 0x1.32a3604a8a50cp-3, -0x1.dfa09ce737617p-4,
                                          0x1.2ab8ac1cea56ep-4, -0x1.376b49fee33e7p-5, 0x1.0a191b3eac316p-6,
                                          -0x1.3b6e953b767d7p-8, -0x1.9a80354c54dcfp-13, 0x1.df779c5b452f8p-10,
                                          -0x1.00b30aeae1424p-9, 0x1.9aa3df973f4a2p-10, -0x1.1e1fd1c8ec28bp-10,
                                          0x1.6e08b16ab87c9p-11, -0x1.c8dd3e61a8421p-12, 0x1.0990a42e1e854p-12,
                                          -0x1.a80c75f4135f7p-14, 0x1.207d95a8f619cp-14, -0x1.475315fe86cd6p-14);
}

/// x erf(softplus(x)).
///
/// Domain      all reals        Range  [-0.348437, inf), minimum near x = -1.2
/// Derivative  erf(p) + 2 / sqrt(pi) x e^(-p^2) sigmoid(x), p = softplus(x)
/// Special     -inf -> -0; +inf -> +inf; -0 -> -0; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 1.51 ULP, 1.68 without a fused multiply-add (every 13th, every 5th of all inputs), double 1.46
///             (2^24 random inputs)
/// Cost        the reduced exponential, two polynomials
template <class V>
OGIVE_INLINE constexpr V serf(V x) {
    using v = vocabulary<V>;
    const V middle = math::serf_middle<V>();
    const auto gate = math::split_serf(x);
    const V bend = math::serf_bend(math::serf_offset(gate));
    const V product = gate.product();
    V y = product;
    V factor = middle + bend;
    if constexpr (!v::exact_fma) {
        y = v::head(y);
        factor = v::head(factor);
    }
    const V lost = (middle - factor) + bend;
    const V near = v::fma(y, factor, v::fma(product, lost, V(gate.lost_of_product(y) * factor)));
    const V far = v::fma(V(gate.held * v::number(-serf_start)), gate.exponential(), x);
    return v::copysign(gate.choose(near, far), x);
}

/// Its derivative, e ((1 + x) F(e) + x e F'(e)) for x up to 0, terms that are small where they cancel; beyond, with
/// h = 1 - erf(softplus(x)), 1 + h (x (x P(x))' - 1).
///
/// Domain      all reals        Range  [-0.1, 1.1]; root near x = -1.2
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 1.87 ULP (every 13th of all inputs), double 2.01 (2^24 random inputs); near the root 0.97 units
/// Cost        that of serf, whose exponential it shares, and two polynomials
template <class V>
OGIVE_INLINE constexpr V serf_derivative(V x) {
    using v = vocabulary<V>;
    const V one = v::number(1);
    const V middle = math::serf_middle<V>();
    const auto gate = math::split_serf(x);
    const V e = gate.exponential();
    const V offset = math::serf_offset(gate);
    const V sum = one + gate.held;
    const V rising = gate.held * e;
    const V bend = v::fma(V(rising * offset), math::serf_slope_bend(offset), V(sum * math::serf_bend(offset)));
    const V low = v::fma(rising, math::serf_slope<V>(), bend);
    // What sum and product round off is more than the bound near the root.
    V near = low;
    if constexpr (v::exact_fma) {
        near = v::fma(sum, middle, low);
        const V lost = low + v::fma(sum, middle, v::negate(near));
        near = v::fma(gate.scaled, near, v::fma(gate.scaled, lost, V(gate.lost * near)));
    } else {
        const V head = v::head(sum);
        near = gate.times(V(head * middle), v::fma(V(sum - head), middle, low));
    }
    V rise = e;
    if constexpr (is_single<V>)
        rise = math::polynomial(gate.held, 0x1.1138bcp+0, 0x1.dd9f94p-1, 0x1.48aa14p-2, 0x1.56f6eep-6, -0x1.bd3456p-7,
                                -0x1.30420cp-7, 0x1.59a878p-8, -0x1.004ea4p-10, 0x1.0edbbap-14);
    else
        rise = math::polynomial_by_parity(gate.held, V(gate.held * gate.held), 0x1.1138915105655p+0,
                                          0x1.dda833b1d388bp-1, 0x1.481b0761bb226p-2, 0x1.79ab87001d398p-6,
                                          -0x1.27f31b8c423bbp-6, -0x1.f10156a000a6fp-9, 0x1.61e0667470752p-10,
                                          0x1.0979b79a95aa4p-11, -0x1.a1204641e4ce9p-14, -0x1.eb4b4d0154137p-15,
                                          0x1.28110ebe953b3p-19, 0x1.6855ca43849dfp-17, -0x1.3a7bdc1c75f28p-19,
                                          -0x1.308c0a22a84cdp-21, 0x1.15d2f92b125f3p-20, -0x1.52589a21f1fddp-20,
                                          0x1.09d40fdaf046cp-20, -0x1.110fcdb6a7cffp-21, 0x1.86ec8bf852c9ap-23,
                                          -0x1.960c6699c9097p-25, 0x1.37202229114efp-27, -0x1.5eab7b7a3f9d6p-30,
                                          0x1.1c098dac8931ap-33, -0x1.3a01e994f976p-37, 0x1.a93a5f92a9f48p-42,
                                          -0x1.0a7dbceac4d77p-47);
    const V far = v::fma(V(e * v::number(serf_start)), v::fma(gate.held, rise, v::number(-1)), one);
    return gate.choose(near, far);
}

}  // namespace ogive::math
