#pragma once
// Integer powers by repeated squaring.

#include <ogive/math/elementary.hpp>

namespace ogive::math {

/// x * x.
template <class V>
OGIVE_INLINE constexpr V square(V x) {
    return vocabulary<V>::multiply(x, x);
}

/// x^N for an integer N known at compile time.
///
/// Special   x^0 is 1 for every x, NaN included; a negative power of 0 is infinite
/// Accuracy  |N| - 1 ULP, to first order, and one more rounding for negative N
/// Cost      about log2 |N| to 2 log2 |N| multiplications, one division for negative N
template <int N, class V>
OGIVE_INLINE constexpr V power(V x) {
    using v = vocabulary<V>;
    if constexpr (N == 0) return v::number(1);
    else if constexpr (N == 1) return x;
    else if constexpr (N < 0) return math::reciprocal(v::multiply(math::power<-(N + 1)>(x), x));
    else if constexpr (N % 2 == 0) return math::square(math::power<N / 2>(x));
    else return v::multiply(math::power<N - 1>(x), x);
}

/// x^n for an integer n known at run time, the same for all elements.
template <class V>
OGIVE_INLINE constexpr V power(V x, int n) {
    using v      = vocabulary<V>;
    V        y   = v::number(1);
    unsigned bit = n < 0 ? 0u - static_cast<unsigned>(n) : static_cast<unsigned>(n);
    for (V factor = x; bit != 0; factor = math::square(factor)) {
        if ((bit & 1u) != 0) y = v::multiply(y, factor);
        bit >>= 1;
        if (bit == 0) break;
    }
    return n < 0 ? math::reciprocal(y) : y;
}

}  // namespace ogive::math
