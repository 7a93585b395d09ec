#pragma once
// What tanhexp, serf and their derivatives share in float: x g(x), where g is e^x times a polynomial for x up to 0 and
// 1 - e^-P(x) beyond, so that one exponential does for both.

#include <ogive/math/exp_parts.hpp>

namespace ogive::math {

/// 2^40: times that e^x is a normal number down to where x e^x rounds to 0.
inline constexpr int exp_gate_shift = 40;
template <class V>
OGIVE_INLINE constexpr V exp_gate_unit() {
    return vocabulary<V>::number(0x1p-40);
}

/// e^x, or e^-P(x) for x above 0, over the unit, and what that has lost; x as it is and held.
template <class V>
struct exp_gate {
    V x;
    V held;
    V scaled;
    V lost;

    OGIVE_INLINE constexpr V exponential() const { return scaled * math::exp_gate_unit<V>(); }
    /// e^2x, 2^-80 at least: below the normal range processors are slow.
    OGIVE_INLINE constexpr V square() const {
        using v = vocabulary<V>;
        const V s = v::larger(v::number(1), scaled);
        return v::fma(s, s, V(V(s + s) * lost)) * v::number(0x1p-80);
    }
    /// held * e^x over the unit, rounded, and what that has lost.
    OGIVE_INLINE constexpr V product() const { return held * scaled; }
    OGIVE_INLINE constexpr V lost_of_product() const {
        using v = vocabulary<V>;
        return v::fma(held, lost, v::fma(held, scaled, v::negate(product())));  // without exact_fma, of e^x alone
    }
    /// e^x over the unit times the factor.
    OGIVE_INLINE constexpr V times(V factor) const { return vocabulary<V>::fma(scaled, factor, V(lost * factor)); }
    /// `near` over the unit for x up to 0, else `far`.
    OGIVE_INLINE constexpr V choose(V near, V far) const {
        using v = vocabulary<V>;
        return v::select(v::number(0) < x, far, V(near * math::exp_gate_unit<V>()));
    }
};

/// x held where x e^x rounds to 0, and at last, where e^-P(x) does beside 1.
template <class V>
OGIVE_INLINE constexpr V held_for_exp_gate(V x, double last) {
    using v = vocabulary<V>;
    return v::smaller(v::number(last), v::larger(v::number(-109.2), x));
}

/// `fall` is P(held).
template <class V>
OGIVE_INLINE constexpr exp_gate<V> split_exp_gate(V x, V held, V fall) {
    using v = vocabulary<V>;
    auto parts = math::exp_parts_exact(v::select(v::number(0) < x, v::negate(fall), held));
    const V power = math::exact_power_of_two<exp_gate_shift>(parts);
    const V scaled = v::fma(power, parts.rest, power);
    return {x, held, scaled, v::fma(power, parts.rest, V(power - scaled))};
}

}  // namespace ogive::math
