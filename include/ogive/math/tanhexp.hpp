#pragma once
// x tanh(e^x) and its derivative.

#include <ogive/math/exp.hpp>
#include <ogive/math/exp_gate.hpp>
#include <ogive/math/tanh.hpp>

namespace ogive::math {

/// tanh(e^x) = e (1 - z A(z)) for x up to 0, e = e^x and z = e^2, and 1 - e^-P(x) beyond.
template <class V>
OGIVE_INLINE constexpr exp_gate<V> split_tanhexp(V x) {
    const V held = math::held_for_exp_gate(x, 2.5);
    return math::split_exp_gate(
        x, held,
        math::polynomial(held, 0x1.6f0c42p+0, 0x1.c2f84cp+0, 0x1.1730f2p+0, 0x1.988a94p-2, 0x1.a7ad4ap-5, 0x1.499e3cp-6,
                         -0x1.77ec28p-5, 0x1.d871cp-5, -0x1.940fbap-6, 0x1.faa2c2p-9));
}
/// A(z).
template <class V>
OGIVE_INLINE constexpr V tanhexp_bend(V z) {
    return math::polynomial(z, 0x1.55553ep-2, -0x1.110c34p-3, 0x1.b96a72p-5, -0x1.603b1p-6, 0x1.04f5b8p-7,
                            -0x1.2f5deap-9, 0x1.7bd9dap-12);
}

/// x tanh(e^x).
///
/// Domain      all reals        Range  [-0.353286, inf), minimum near x = -1.1
/// Derivative  tanh(e^x) + x e^x sech^2(e^x)
/// Special     -inf -> -0; +inf -> +inf; -0 -> -0; NaN -> NaN; results below the normal range are rounded once
/// Cost        in float the reduced exponential, two polynomials; in double 3 exp, 1 division
template <class V>
OGIVE_INLINE constexpr V tanhexp(V x) {
    using v = vocabulary<V>;
    if constexpr (is_single<V>) {
        const auto gate = math::split_tanhexp(x);
        const V e = gate.exponential();
        const V y = gate.product();
        const V near =
            y + v::fma(v::negate(y), V(gate.square() * math::tanhexp_bend(gate.square())), gate.lost_of_product());
        return v::copysign(gate.choose(near, v::fma(v::negate(gate.held), e, x)), x);
    } else {
        const V bounded = v::larger(v::number(-40), x);
        return v::select(x < v::number(-40), math::times_exp(x), V(bounded * math::tanh(math::exp(x))));
    }
}

/// Its derivative: with T = 1 - z A(z), e ((1 + x) - z (A(z) + x T^2)) for x up to 0; beyond, with h = e^-P(x),
/// 1 + h (x P'(x) - 1).
///
/// Domain      all reals        Range  [-0.1, 1.1]; root near x = -1.1
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Cost        that of tanhexp, whose exponential it shares
template <class V>
OGIVE_INLINE constexpr V tanhexp_derivative(V x) {
    using v = vocabulary<V>;
    const V one = v::number(1);
    if constexpr (is_single<V>) {
        const auto gate = math::split_tanhexp(x);
        const V e = gate.exponential();
        const V z = gate.square();
        const V bend = math::tanhexp_bend(z);
        const V t = v::fma(v::negate(z), bend, one);
        const V sum = one + gate.held;
        const V lost = gate.held - V(sum - one);
        const V near = sum + v::fma(v::negate(z), v::fma(gate.held, V(t * t), bend), lost);
        const V rise = math::polynomial(gate.held, 0x1.c2f79p+0, 0x1.173f56p+1, 0x1.30ff9p+0, 0x1.e7caf2p-3,
                                        0x1.de145ap-8, -0x1.f01c2ap-4, 0x1.0c83f4p-2, -0x1.0ab4bep-3, 0x1.68ff7p-6);
        return gate.choose(gate.times(near), v::fma(e, v::fma(gate.held, rise, v::number(-1)), one));
    } else {
        const V bounded = v::larger(v::number(-40), v::smaller(v::number(40), x));
        const V e = math::exp(bounded);
        const V tail = v::negate(v::absolute(V(math::times_exp(x) + math::exp(x))));  // -0 at -inf
        return v::select(x < v::number(-40), tail, v::fma(V(bounded * e), math::sech2(e), math::tanh(e)));
    }
}

}  // namespace ogive::math
