#pragma once
// sigmoid, silu and their derivatives in fewer digits.

#include <ogive/math/fast/exp_ratio.hpp>
#include <ogive/math/fast/pieces.hpp>
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

/// 2^t and e^-x, where they may be infinite: for what divides by no estimate.
template <class V>
OGIVE_INLINE constexpr ratio<V> exp2_of_any(V t) {
    using v = vocabulary<V>;
    if constexpr (v::scales_any) return fast::exp2_ratio(t);
    else return fast::exp2_ratio(v::smaller(v::number(127), t));
}
template <class V>
OGIVE_INLINE constexpr ratio<V> exp_of_minus(V x) {
    return fast::exp2_of_any(V(x * vocabulary<V>::number(-log2_e)));
}

/// x / (1 + 2^t), where t is infinite with x or falls from -120 on.
template <class V>
OGIVE_INLINE constexpr V over_one_and_exp2(V x, V t) {
    using v = vocabulary<V>;
    auto [above, below] = fast::exp2_of_any(t);
    return v::larger(v::number(-120), x) * v::divide(below, V(below + above));
}

/// As math::sigmoid, within 2^-22.0; results below 2^-122 may be 0, with a table those below 2^-22.
template <class V>
OGIVE_INLINE constexpr V sigmoid(V x) {
    using v = vocabulary<V>;
    if constexpr (v::prefers_tables) {
        return v::fma(v::sign(x), fast::at_distance(sigmoid_table, x), v::number(0.5));
    } else if constexpr (is_single<V>) {
        auto [above, below] = fast::exp_of_minus(x);
        return v::divide(below, V(below + above));
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

/// As math::silu, within 2^-22.0, with a table 2^-21.2.
template <class V>
OGIVE_INLINE constexpr V silu(V x) {
    using v = vocabulary<V>;
    if constexpr (v::prefers_tables) return math::positive_part(x) - fast::at_distance(silu_table, x);
    else if constexpr (is_single<V>) return fast::over_one_and_exp2(x, V(x * v::number(-log2_e)));
    else return math::silu(x);
}

/// As math::silu_derivative, within 2^-21.9: s (1 + x o), s = sigmoid(x), o = sigmoid(-x).
template <class V>
OGIVE_INLINE constexpr V silu_derivative(V x) {
    using v = vocabulary<V>;
    if constexpr (is_single<V>) {
        const V one = v::number(1), held = v::smaller(v::number(120), v::larger(v::number(-120), x));
        if constexpr (v::divides_slowly) {
            auto [above, below] = fast::held_exp(x);
            const V sum = above + below;
            return math::quotient(above, sum) * v::fma(held, math::quotient(below, sum), one);
        } else {
            auto [above, below] = fast::exp_of_minus(x);
            const V sum = below + above, most = v::number(0x1p120);
            return v::divide(below, sum) * v::fma(held, v::smaller(most, above) / v::smaller(most, sum), one);
        }
    } else {
        return math::silu_derivative(x);
    }
}

}  // namespace ogive::math::fast
