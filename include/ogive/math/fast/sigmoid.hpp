#pragma once
// sigmoid, silu and their derivatives in fewer digits.

#include <ogive/math/fast/exp_ratio.hpp>
#include <ogive/math/quotient.hpp>
#include <ogive/math/sigmoid.hpp>
#include <ogive/math/silu.hpp>

namespace ogive::math::fast {

/// e^x, held where sigmoid(x) is 1.
template <class V>
OGIVE_INLINE constexpr ratio<V> held_exp(V x) {
    using v = vocabulary<V>;
    return fast::exp2_ratio(v::smaller(v::number(60), V(x * v::number(log2_e))));
}

/// As math::sigmoid, within 2^-22.3.
template <class V>
OGIVE_INLINE constexpr V sigmoid(V x) {
    if constexpr (is_single<V>) {
        auto [above, below] = fast::held_exp(x);
        return math::quotient(above, V(above + below));
    } else {
        return math::sigmoid(x);
    }
}

/// As math::sigmoid_derivative, within 2^-23.1.
template <class V>
OGIVE_INLINE constexpr V sigmoid_derivative(V x) {
    using v = vocabulary<V>;
    if constexpr (is_single<V>) {
        const V s = fast::sigmoid(x);
        return v::fma(v::negate(s), s, s);
    } else {
        return math::sigmoid_derivative(x);
    }
}

/// As math::silu, within 2^-22.0.
template <class V>
OGIVE_INLINE constexpr V silu(V x) {
    using v = vocabulary<V>;
    if constexpr (is_single<V>) return v::larger(v::number(-120), x) * fast::sigmoid(x);
    else return math::silu(x);
}

/// As math::silu_derivative, within 2^-21.9: s (1 + x o), s = sigmoid(x), o = sigmoid(-x).
template <class V>
OGIVE_INLINE constexpr V silu_derivative(V x) {
    using v = vocabulary<V>;
    if constexpr (is_single<V>) {
        const V    one       = v::number(1);
        const V    held      = v::smaller(v::number(120), v::larger(v::number(-120), x));
        auto [above, below]  = fast::held_exp(x);
        const V sum          = above + below;
        return math::quotient(above, sum) * v::fma(held, math::quotient(below, sum), one);
    } else {
        return math::silu_derivative(x);
    }
}

}  // namespace ogive::math::fast
