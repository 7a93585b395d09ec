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

/// erf(softplus(x)) = e (2 / sqrt(pi) + e A(e)) for x up to 0, e = e^x, and 1 - e^-P(x) beyond.
template <class V>
OGIVE_INLINE constexpr exp_gate<V> split_serf(V x) {
    const V held = math::held_for_exp_gate(x, 4.6);
    return math::split_exp_gate(
        x, held,
        math::polynomial(held, 0x1.1e3018p+0, 0x1.1138bap+0, 0x1.dda0b4p-2, 0x1.b6011ap-4, 0x1.655e4p-8, -0x1.9c174ep-9,
                         -0x1.2427b6p-10, 0x1.0f29a2p-11, -0x1.dcbdbp-15));
}
/// e A(e), and what 2 / sqrt(pi) has lost as a float.
template <class V>
OGIVE_INLINE constexpr V serf_bend(V e) {
    return math::polynomial(e, -0x1.f7ac92p-25, -0x1.20dd74p-1, -0x1.108a88p-19, 0x1.20e894p-2, -0x1.47d1bep-2,
                            0x1.e695bp-3, -0x1.0e8f9ep-3, 0x1.b995dap-5, -0x1.d8444ep-7, 0x1.eec33p-10,
                            -0x1.e264d8p-18);
}

/// x erf(softplus(x)).
///
/// Domain      all reals        Range  [-0.348437, inf), minimum near x = -1.2
/// Derivative  erf(p) + 2 / sqrt(pi) x e^(-p^2) sigmoid(x), p = softplus(x)
/// Special     -inf -> -0; +inf -> +inf; -0 -> -0; NaN -> NaN; results below the normal range are rounded once
/// Cost        in float the reduced exponential, two polynomials; in double 1 exp, 1 softplus, 1 erf
template <class V>
OGIVE_INLINE constexpr V serf(V x) {
    using v = vocabulary<V>;
    const V slope = v::number(serf_slope);
    if constexpr (is_single<V>) {
        const auto gate = math::split_serf(x);
        const V e = gate.exponential();
        const V bend = math::serf_bend(e);
        const V factor = slope + bend;
        const V lost = (slope - factor) + bend;
        const V y = gate.product();
        const V near = v::fma(y, factor, v::fma(y, lost, V(gate.lost_of_product() * factor)));
        return v::copysign(gate.choose(near, v::fma(v::negate(gate.held), e, x)), x);
    } else {
        const V bounded = v::larger(v::number(-40), x);
        return v::select(x < v::number(-40), V(slope * math::times_exp(x)), V(bounded * math::erf(math::softplus(x))));
    }
}

/// Its derivative: e (2 / sqrt(pi) ((1 + x) - e (1/2 + x)) + e^2 (B(e) + x D(e))) for x up to 0; beyond, with h =
/// e^-P(x), 1 + h (x P'(x) - 1).
///
/// Domain      all reals        Range  [-0.1, 1.1]; root near x = -1.2
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Cost        that of serf, whose exponential it shares
template <class V>
OGIVE_INLINE constexpr V serf_derivative(V x) {
    using v = vocabulary<V>;
    const V one = v::number(1);
    const V slope = v::number(serf_slope);
    if constexpr (is_single<V>) {
        const auto gate = math::split_serf(x);
        const V e = gate.exponential();
        const V base = v::fma(v::negate(e), V(gate.held + v::number(0.5)), V(one + gate.held));
        const V turn =
            v::fma(gate.held,
                   math::polynomial(e, -0x1.973a3cp-19, 0x1.20e45ap+0, -0x1.9998aep+0, 0x1.6bdbdap+0, -0x1.d19572p-1,
                                    0x1.959614p-2, -0x1.45a516p-4, -0x1.95bc18p-6, 0x1.581d4cp-6, -0x1.1c563ap-8),
                   math::polynomial(e, -0x1.0cdb9ap-20, 0x1.20e53ep-2, -0x1.47bce4p-2, 0x1.e5ff68p-3, -0x1.0d445ap-3,
                                    0x1.b27e3ap-5, -0x1.c0b098p-7, 0x1.97b65ep-10, 0x1.e7771ap-15));
        // Near the root its parts are larger than they make up.
        const V high = base * slope;
        const V low = v::fma(base, v::number(-0x1.f7ac92p-25), V(gate.square() * turn));
        const V near = high + low;
        const V lost = V(low - V(near - high)) + v::fma(base, slope, v::negate(high));
        const V rise = math::polynomial(gate.held, 0x1.1138bcp+0, 0x1.dd9f94p-1, 0x1.48aa14p-2, 0x1.56f6eep-6,
                                        -0x1.bd3456p-7, -0x1.30420cp-7, 0x1.59a878p-8, -0x1.004ea4p-10, 0x1.0edbbap-14);
        return gate.choose(v::fma(gate.scaled, near, v::fma(gate.scaled, lost, V(gate.lost * near))),
                           v::fma(e, v::fma(gate.held, rise, v::number(-1)), one));
    } else {
        const V bounded = v::larger(v::number(-40), v::smaller(v::number(40), x));
        const V p = math::softplus(bounded);
        const V bell = V(slope * math::exp_of_minus_square(p)) * math::sigmoid(bounded);
        const V tail = v::negate(v::absolute(V(math::times_exp(x) + math::exp(x))));  // -0 at -inf
        return v::select(x < v::number(-40), V(slope * tail), v::fma(bounded, bell, math::erf(p)));
    }
}

}  // namespace ogive::math
