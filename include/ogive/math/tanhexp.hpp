#pragma once
// x tanh(e^x) and its derivative.

#include <ogive/math/exp.hpp>
#include <ogive/math/exp_gate.hpp>
#include <ogive/math/quotient.hpp>

namespace ogive::math {

/// tanh(e^x) = e (1 - z A(z)) for x up to 0, e = e^x and z = e^2; beyond, 1 - e^-P(x) in float, 1 - 2/(1 + e^2e) in
/// double.
template <class V>
OGIVE_INLINE constexpr exp_gate<V> split_tanhexp(V x) {
    using v = vocabulary<V>;
    const V held = math::held_for_exp_gate(x, is_single<V> ? 2.5 : 3.3);
    V argument = held;
    if constexpr (is_single<V>) {
        const V fall =
            math::polynomial(held, 0x1.6f0c42p+0, 0x1.c2f84cp+0, 0x1.1730f2p+0, 0x1.988a94p-2, 0x1.a7ad4ap-5,
                             0x1.499e3cp-6, -0x1.77ec28p-5, 0x1.d871cp-5, -0x1.940fbap-6, 0x1.faa2c2p-9);
        argument = v::select(v::number(0) < x, v::negate(fall), held);
    }
    return math::split_exp_gate(x, held, argument);
}
/// A(z), of degree 6, in double 15 (2^-59.9).
template <class V>
OGIVE_INLINE constexpr V tanhexp_bend(V z) {
    if constexpr (is_single<V>)
        return math::polynomial(z, 0x1.55553ep-2, -0x1.110c34p-3, 0x1.b96a72p-5, -0x1.603b1p-6, 0x1.04f5b8p-7,
                                -0x1.2f5deap-9, 0x1.7bd9dap-12);
    else
        return math::polynomial_by_parity(z, V(z * z), 0x1.555555555554fp-2, -0x1.1111111110b49p-3, 0x1.ba1ba1b9dfae6p-5,
                                          -0x1.664f4878d403cp-6, 0x1.226e3461f703dp-7, -0x1.d6d3afed74c89p-9,
                                          0x1.7da1e58daca03p-10, -0x1.354b9b716a3c4p-11, 0x1.f4e1e948ed037p-13,
                                          -0x1.93a8030aeb12fp-14, 0x1.3f6e7278b9b4ap-15, -0x1.dfa8e8892c49ep-17,
                                          0x1.400358d06aa7dp-18, -0x1.5698eda48156ap-20, 0x1.f762ec3c4a8bap-23,
                                          -0x1.7113d46357eecp-26);
}
/// 1 - tanh(e^x) for x above 0.
template <class V>
OGIVE_INLINE constexpr V tanhexp_fall(exp_gate<V> const& gate) {
    using v = vocabulary<V>;
    const V e = gate.exponential();
    if constexpr (is_single<V>) return e;
    else return math::quotient(v::number(2), V(v::number(1) + math::exp(V(e + e))));
}

/// x tanh(e^x).
///
/// Domain      all reals        Range  [-0.353286, inf), minimum near x = -1.1
/// Derivative  tanh(e^x) + x e^x sech^2(e^x)
/// Special     -inf -> -0; +inf -> +inf; -0 -> -0; NaN -> NaN; results below the normal range are rounded once
/// Cost        in float the reduced exponential, two polynomials; in double 2 exp, a polynomial, a division
template <class V>
OGIVE_INLINE constexpr V tanhexp(V x) {
    using v = vocabulary<V>;
    const auto gate = math::split_tanhexp(x);
    const V y = gate.product();
    const V bend = gate.square() * math::tanhexp_bend(gate.square());
    const V near = y + v::fma(v::negate(y), bend, gate.lost_of_product(y));
    return v::copysign(gate.choose(near, v::fma(v::negate(gate.held), math::tanhexp_fall(gate), x)), x);
}

/// Its derivative: with T = 1 - z A(z), e ((1 + x) - z (A(z) + x T^2)) for x up to 0; beyond, with h = 1 - tanh(e^x),
/// 1 + h (x P'(x) - 1), P'(x) = e (2 - h).
///
/// Domain      all reals        Range  [-0.1, 1.1]; root near x = -1.1
/// Special     -inf -> -0; +inf -> 1; NaN -> NaN; results below the normal range are rounded once
/// Accuracy    float 2.34 ULP (every 61st of all inputs), near the root 0.93 units (all), double 2.27 ULP, 0.92 units
///             (8 million from -1.6 to 0)
/// Cost        that of tanhexp, whose exponential it shares
template <class V>
OGIVE_INLINE constexpr V tanhexp_derivative(V x) {
    using v = vocabulary<V>;
    const V one = v::number(1);
    const auto gate = math::split_tanhexp(x);
    const V z = gate.square();
    const V bend = math::tanhexp_bend(z);
    const V t = v::fma(v::negate(z), bend, one);
    const V sum = one + gate.held;
    // Near the root what the sum and its product by e^x round off is more than the bound.
    const V near = gate.times(sum, V(v::negate(z) * v::fma(gate.held, V(t * t), bend)));
    const V fall = math::tanhexp_fall(gate);
    V rise = fall;
    if constexpr (is_single<V>)
        rise = math::polynomial(gate.held, 0x1.c2f79p+0, 0x1.173f56p+1, 0x1.30ff9p+0, 0x1.e7caf2p-3, 0x1.de145ap-8,
                                -0x1.f01c2ap-4, 0x1.0c83f4p-2, -0x1.0ab4bep-3, 0x1.68ff7p-6);
    else
        rise = gate.exponential() * V(v::number(2) - fall);
    return gate.choose(near, v::fma(fall, v::fma(gate.held, rise, v::number(-1)), one));
}

}  // namespace ogive::math
