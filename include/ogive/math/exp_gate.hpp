#pragma once
// What tanhexp, serf and their derivatives share: x g(x), where g is e^x times a polynomial for x up to 0 and, but for
// tanhexp in double, 1 - e^-P(x) beyond, so that one exponential does for both.

#include <ogive/math/exp_parts.hpp>

namespace ogive::math {

/// Times 2^40, in double 2^63, e^x is a normal number down to where x e^x rounds to 0.
template <class V>
inline constexpr int exp_gate_shift = is_single<V> ? 40 : 63;
template <class V>
OGIVE_INLINE constexpr V exp_gate_unit() {
    return math::number<V>(0x1p-40, 0x1p-63);
}

/// e^x, or the e^-P(x) for x above 0, over the unit, and what that has lost; x as it is and held.
template <class V>
struct exp_gate {
    V x;
    V held;
    V scaled;
    V lost;

    OGIVE_INLINE constexpr V exponential() const { return scaled * math::exp_gate_unit<V>(); }
    /// e^2x, the square of the unit at least: below the normal range processors are slow.
    OGIVE_INLINE constexpr V square() const {
        using v = vocabulary<V>;
        const V s = v::larger(v::number(1), scaled);
        return v::fma(s, s, V(V(s + s) * lost)) * math::number<V>(0x1p-80, 0x1p-126);
    }
    /// held * e^x over the unit, rounded, and what y, that or its head, has lost.
    OGIVE_INLINE constexpr V product() const { return held * scaled; }
    OGIVE_INLINE constexpr V lost_of_product(V y) const {
        using v = vocabulary<V>;
        return v::fma(held, lost, math::rest_of_product(held, scaled, y));
    }
    /// e^x over the unit times high + low, low the lesser or both small, rounded once.
    OGIVE_INLINE constexpr V times(V high, V low) const {
        using v  = vocabulary<V>;
        V factor = high + low;
        if constexpr (!v::exact_fma) factor = v::head(factor);
        const V rest = low - V(factor - high);
        if constexpr (v::exact_fma) {
            return v::fma(scaled, factor, v::fma(scaled, rest, V(lost * factor)));
        } else {
            const V e = v::head(scaled);
            return e * factor + V(V(V(scaled - e) + lost) * factor + scaled * rest);
        }
    }
    /// `near` over the unit for x up to 0, else `far`.
    OGIVE_INLINE constexpr V choose(V near, V far) const {
        using v = vocabulary<V>;
        return v::select(v::number(0) < x, far, V(near * math::exp_gate_unit<V>()));
    }
};

/// x held where x e^x rounds to 0, and at last, where 1 - g(x) does beside 1.
template <class V>
OGIVE_INLINE constexpr V held_for_exp_gate(V x, double last) {
    using v = vocabulary<V>;
    return v::smaller(v::number(last), v::larger(math::number<V>(-109.2, -752), x));
}

/// `argument` is what the exponential is taken of: held, or -P(held).
template <class V>
OGIVE_INLINE constexpr exp_gate<V> split_exp_gate(V x, V held, V argument) {
    using v = vocabulary<V>;
    auto parts = math::exp_parts_exact(argument);
    const V power = math::exact_power_of_two<exp_gate_shift<V>>(parts);
    const V scaled = v::fma(power, parts.rest, power);
    return {x, held, scaled, v::fma(power, parts.rest, V(power - scaled))};
}

}  // namespace ogive::math
