#pragma once
// mish and its derivative in fewer digits.

#include <ogive/math/fast/exp_ratio.hpp>
#include <ogive/math/fast/pieces.hpp>
#include <ogive/math/mish.hpp>
#include <ogive/math/quotient.hpp>

namespace ogive::math::fast {

/// e^x = above/below; w = e (e + 2) times below^2, and w + 2 likewise.
template <class V>
struct mish_terms {
    V above;
    V below;
    V w;
    V sum;
};
template <class V>
OGIVE_INLINE constexpr mish_terms<V> mish_ratio(V x) {
    using v             = vocabulary<V>;
    auto [above, below] = fast::exp2_ratio(V(v::smaller(v::number(20), x) * v::number(log2_e)));
    const V twice       = below + below;
    const V w           = above * V(above + twice);
    return {above, below, w, v::fma(twice, below, w)};
}

/// As math::mish, within 2^-22.3, with a table 2^-21.07.
template <class V>
OGIVE_INLINE constexpr V mish(V x) {
    using v = vocabulary<V>;
    if constexpr (v::prefers_tables) {
        const V above = v::larger(v::number(-21 * double(mish_table.width)), x);
        const V held  = v::smaller(v::number(10 * double(mish_table.width)), above);
        return above * fast::beside_middles(mish_table, held);
    } else if constexpr (is_single<V>) {
        auto terms = fast::mish_ratio(x);
        return v::larger(v::number(-120), x) * math::quotient(terms.w, terms.sum);
    } else {
        return math::mish(x);
    }
}

/// As math::mish_derivative, within 2^-21.9: t + x (1 - t^2) sigmoid(x), t = w/(w + 2), as t + 4 x e (1 + e)/(w + 2)^2.
template <class V>
OGIVE_INLINE constexpr V mish_derivative(V x) {
    using v = vocabulary<V>;
    if constexpr (is_single<V>) {
        auto    terms = fast::mish_ratio(x);
        const V held  = v::smaller(v::number(20), v::larger(v::number(-120), x));
        const V by_sum = math::quotient(v::number(1), terms.sum);
        const V part   = V(terms.below + terms.below) * by_sum;
        const V bend   = V(V(terms.above * part) * V(terms.above + terms.below)) * part;
        return v::fma(held, bend, V(terms.w * by_sum));
    } else {
        return math::mish_derivative(x);
    }
}

}  // namespace ogive::math::fast
