#pragma once
// x erf(softplus(x)) and its derivative.

#include <ogive/math/erf.hpp>
#include <ogive/math/exp.hpp>
#include <ogive/math/exp_gate.hpp>
#include <ogive/math/sigmoid.hpp>
#include <ogive/math/softplus.hpp>

namespace ogive::math {

/// 2 / sqrt(pi).
inline constexpr double serf_slope = 0x1.20dd750429b6dp+0;
/// What that has lost as a float, or a double.
template <class V>
OGIVE_INLINE constexpr V lost_of_serf_slope() {
    return math::number<V>(-0x1.f7ac92p-25, 0x1.1ae3a914fed8p-56);
}

/// erf(softplus(x)) = e (2 / sqrt(pi) + e A(e)) for x up to 0, e = e^x; beyond, in float, 1 - e^-P(x).
template <class V>
OGIVE_INLINE constexpr exp_gate<V> split_serf(V x) {
    using v = vocabulary<V>;
    const V held = math::held_for_exp_gate(x, is_single<V> ? 4.6 : 7);
    V argument = held;
    if constexpr (is_single<V>) {
        const V fall = math::polynomial(held, 0x1.1e3018p+0, 0x1.1138bap+0, 0x1.dda0b4p-2, 0x1.b6011ap-4, 0x1.655e4p-8,
                                        -0x1.9c174ep-9, -0x1.2427b6p-10, 0x1.0f29a2p-11, -0x1.dcbdbp-15);
        argument = v::select(v::number(0) < x, v::negate(fall), held);
    }
    return math::split_exp_gate(x, held, argument);
}
/// e A(e), and what 2 / sqrt(pi) has lost; A of degree 9, in double 19 (2^-60.1).
template <class V>
OGIVE_INLINE constexpr V serf_bend(V e) {
    if constexpr (!is_single<V>)
        return math::polynomial_by_parity(e, V(e * e), 0x1.fa83106e3a131p-57, -0x1.20dd750429b6p-1, -0x1.e886ab81e2806p-43,
                                          0x1.20dd750462515p-2, -0x1.4761628320f4ep-2, 0x1.e17119674aa64p-3,
                                          -0x1.f688af157e92cp-4, 0x1.e7e035c17f72fp-6, 0x1.ea010449bd1ddp-6,
                                          -0x1.e63cd751f70b6p-5, 0x1.1306a3618ab03p-4, -0x1.fad4eb822ea04p-5,
                                          0x1.9a9d2af7ff7c8p-5, -0x1.29cf78fdabb86p-5, 0x1.7f7e185eb5982p-6,
                                          -0x1.ab411a2a5cccep-7, 0x1.8bfa3cfe1e917p-8, -0x1.21706cbad5942p-9,
                                          0x1.3567fc2589d2bp-11, -0x1.aa48d12edad98p-14, 0x1.1a25b21a6c882p-17);
    else
        return math::polynomial(e, -0x1.f7ac92p-25, -0x1.20dd74p-1, -0x1.108a88p-19, 0x1.20e894p-2, -0x1.47d1bep-2,
                            0x1.e695bp-3, -0x1.0e8f9ep-3, 0x1.b995dap-5, -0x1.d8444ep-7, 0x1.eec33p-10,
                            -0x1.e264d8p-18);
}

/// x erf(softplus(x)).
///
/// Domain      all reals        Range  [-0.348437, inf), minimum near x = -1.2
/// Derivative  erf(p) + 2 / sqrt(pi) x e^(-p^2) sigmoid(x), p = softplus(x)
/// Special     -inf -> -0; +inf -> +inf; -0 -> -0; NaN -> NaN; results below the normal range are rounded once
/// Cost        in float the reduced exponential, two polynomials; in double 1 exp, a polynomial, 1 softplus, 1 erf
template <class V>
OGIVE_INLINE constexpr V serf(V x) {
    using v = vocabulary<V>;
    const V slope = v::number(serf_slope);
    const auto gate = math::split_serf(x);
    const V e = gate.exponential();
    const V bend = math::serf_bend(e);
    const V factor = slope + bend;
    const V lost = (slope - factor) + bend;
    const V y = gate.product();
    const V near = v::fma(y, factor, v::fma(y, lost, V(gate.lost_of_product() * factor)));
    V far = x;
    if constexpr (is_single<V>) far = v::fma(v::negate(gate.held), e, x);
    else far = v::multiply(x, math::erf(math::softplus(x)));
    return v::copysign(gate.choose(near, far), x);
}

/// Its derivative: e (2 / sqrt(pi) ((1 + x) - e (1/2 + x)) + e^2 (B(e) + x D(e))) for x up to 0; beyond, in float with
/// h = e^-P(x), 1 + h (x P'(x) - 1). In double B and D are of degree 18 and 19 (2^-58).
///
/// Domain      all reals        Range  [-0.1, 1.1]; root near x = -1.2
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Cost        that of serf, whose exponential it shares; in double a sigmoid and an exp more
template <class V>
OGIVE_INLINE constexpr V serf_derivative(V x) {
    using v = vocabulary<V>;
    const V one = v::number(1);
    const V slope = v::number(serf_slope);
    const auto gate = math::split_serf(x);
    const V e = gate.exponential();
    const V base = v::fma(v::negate(e), V(gate.held + v::number(0.5)), V(one + gate.held));
    V b = e;
    V d = e;
    if constexpr (is_single<V>) {
        b = math::polynomial(e, -0x1.0cdb9ap-20, 0x1.20e53ep-2, -0x1.47bce4p-2, 0x1.e5ff68p-3, -0x1.0d445ap-3,
                             0x1.b27e3ap-5, -0x1.c0b098p-7, 0x1.97b65ep-10, 0x1.e7771ap-15);
        d = math::polynomial(e, -0x1.973a3cp-19, 0x1.20e45ap+0, -0x1.9998aep+0, 0x1.6bdbdap+0, -0x1.d19572p-1,
                             0x1.959614p-2, -0x1.45a516p-4, -0x1.95bc18p-6, 0x1.581d4cp-6, -0x1.1c563ap-8);
    } else {
        b = math::polynomial_by_parity(e, V(e * e), -0x1.ecb7bf7a6b5aap-45, 0x1.20dd750441ddp-2, -0x1.4761627ffe707p-2,
                                       0x1.e171190682ae9p-3, -0x1.f688a72f86e08p-4, 0x1.e7df4a7f067b6p-6,
                                       0x1.ea0611fd777e4p-6, -0x1.e6475b0e426ap-5, 0x1.131778aa5754bp-4,
                                       -0x1.fb28bea454dadp-5, 0x1.9b40588e64a1p-5, -0x1.2ac7ecd2e7521p-5,
                                       0x1.81caf45d682d9p-6, -0x1.af731843d2f7p-7, 0x1.91bf78dcabbeep-8,
                                       -0x1.2739c1bd7045bp-9, 0x1.3d62ff21f0859p-11, -0x1.b7d03ccf24f4bp-14,
                                       0x1.24c5284d8216ep-17);
        d = math::polynomial_by_parity(e, V(e * e), -0x1.03922215ea758p-43, 0x1.20dd7504378f4p0, -0x1.9939bb1d9bb6ep0,
                                       0x1.6914d27f0db92p0, -0x1.b7b788c1ca59bp-1, 0x1.e7dd935de24acp-3,
                                       0x1.13aa5798c729ep-2, -0x1.300106d1a0b3bp-1, 0x1.7a9ab5d76a3cep-1,
                                       -0x1.7d90b4fdb226fp-1, 0x1.51464f82f7521p-1, -0x1.0bd341901293bp-1,
                                       0x1.7e03e61fe3e0ep-2, -0x1.e1a9c36b377ep-3, 0x1.0507089f9a206p-3,
                                       -0x1.d3f77dd92b4f3p-5, 0x1.498271ae3be81p-6, -0x1.5298f9064b518p-8,
                                       0x1.c02ad05c5924ap-11, -0x1.1d1a6be5c4322p-14);
    }
    // Near the root its parts are larger than they make up.
    const V high = base * slope;
    const V low = v::fma(base, math::lost_of_serf_slope<V>(), V(gate.square() * v::fma(gate.held, d, b)));
    const V near = high + low;
    const V lost = V(low - V(near - high)) + v::fma(base, slope, v::negate(high));
    V far = x;
    if constexpr (is_single<V>) {
        const V rise = math::polynomial(gate.held, 0x1.1138bcp+0, 0x1.dd9f94p-1, 0x1.48aa14p-2, 0x1.56f6eep-6,
                                        -0x1.bd3456p-7, -0x1.30420cp-7, 0x1.59a878p-8, -0x1.004ea4p-10, 0x1.0edbbap-14);
        far = v::fma(e, v::fma(gate.held, rise, v::number(-1)), one);
    } else {
        const V p = math::softplus(gate.held);
        far = v::fma(gate.held, V(V(slope * math::exp_of_minus_square(p)) * math::sigmoid(gate.held)), math::erf(p));
    }
    return gate.choose(v::fma(gate.scaled, near, v::fma(gate.scaled, lost, V(gate.lost * near))), far);
}

}  // namespace ogive::math
