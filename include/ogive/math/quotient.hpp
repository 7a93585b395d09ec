#pragma once
// Quotients of what is known to be neither 0 nor infinite nor near to them: where the processor divides slowly, from an
// estimate of the reciprocal.

#include <ogive/math/vocabulary.hpp>

namespace ogive::math {

/// 1 / b to half the digits at least, for what is corrected afterwards.
///
/// Domain      b and 1 / b normal numbers, or NaN
/// Accuracy    2^-14 for float, 2^-27 for double; rounded once where division is fast
template <class V>
OGIVE_INLINE constexpr V near_reciprocal(V b) {
    using v = vocabulary<V>;
    if constexpr (v::divides_slowly) {
        const V r = v::reciprocal_estimate(b);
        if constexpr (is_single<V>) return r;
        else return v::fma(r, v::fma(v::negate(b), r, v::number(1)), r);
    } else {
        return v::number(1) / b;
    }
}

/// a / b.
///
/// Domain      b and 1 / b positive normal numbers, a finite; or NaN
/// Special     a zero keeps its sign; results below the normal range are rounded once
/// Accuracy    0.6 ULP
template <class V>
OGIVE_INLINE constexpr V quotient(V a, V b) {
    using v = vocabulary<V>;
    if constexpr (v::divides_slowly) {
        const V r = math::near_reciprocal(b);
        const V y = a * r;
        return v::fma(v::negate(v::fma(b, y, v::negate(a))), r, y);  // y - (b y - a) r: the other way -0 becomes 0
    } else {
        return a / b;
    }
}

}  // namespace ogive::math
