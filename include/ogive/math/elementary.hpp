#pragma once
// What takes an instruction or two: select, absolute, sign, minimum, maximum, square, sqrt, ...

#include <ogive/math/vocabulary.hpp>

namespace ogive::math {

/// condition ? a : b, both computed.
template <class V>
OGIVE_INLINE constexpr V select(typename vocabulary<V>::condition condition, V a, V b) {
    return vocabulary<V>::select(condition, a, b);
}

/// -x, the sign flipped for zeros and NaN too.
template <class V>
OGIVE_INLINE constexpr V negate(V x) {
    return vocabulary<V>::negate(x);
}

/// a + b and a - b, in a constant expression too where they are NaN or overflow.
template <class V>
OGIVE_INLINE constexpr V sum(V a, V b) {
    if constexpr (std::floating_point<V>) return vocabulary<V>::sum(a, b);
    else return a + b;
}
template <class V>
OGIVE_INLINE constexpr V difference(V a, V b) {
    if constexpr (std::floating_point<V>)
        if (std::is_constant_evaluated()) return vocabulary<V>::sum(a, -b);
    return a - b;
}

/// |x|.
template <class V>
OGIVE_INLINE constexpr V absolute(V x) {
    return vocabulary<V>::absolute(x);
}

/// The magnitude of the first argument with the sign of the second.
template <class V>
OGIVE_INLINE constexpr V copysign(V magnitude, V sign) {
    return vocabulary<V>::copysign(magnitude, sign);
}

/// -1, +1, and x itself where x is 0 or NaN.
///
/// Special   -0 -> -0; +0 -> +0; NaN -> NaN
template <class V>
OGIVE_INLINE constexpr V sign(V x) {
    using v        = vocabulary<V>;
    const V nothing = v::number(0);
    return v::select(x < nothing || x > nothing, v::copysign(v::number(1), x), x);
}

/// The smaller of two; NaN when either is NaN.
///
/// Cost      one operation when b is the same for all elements, else two or three
template <class V>
OGIVE_INLINE constexpr V minimum(V a, V b) {
    using v = vocabulary<V>;
    return v::select(b == b, v::smaller(b, a), b);
}

/// The larger of two; NaN when either is NaN.
///
/// Cost      one operation when b is the same for all elements, else two or three
template <class V>
OGIVE_INLINE constexpr V maximum(V a, V b) {
    using v = vocabulary<V>;
    return v::select(b == b, v::larger(b, a), b);
}

/// a * b + c, rounded once where the instruction set can.
template <class V>
OGIVE_INLINE constexpr V fma(V a, V b, V c) {
    return vocabulary<V>::fma(a, b, c);
}

/// The square root, correctly rounded.
///
/// Special   -0 -> -0; below 0 -> NaN; +inf -> +inf; NaN -> NaN
template <class V>
OGIVE_INLINE constexpr V sqrt(V x) {
    return vocabulary<V>::sqrt(x);
}

/// 1 / x, correctly rounded.
///
/// Special   +-0 -> +-inf; +-inf -> +-0; NaN -> NaN
template <class V>
OGIVE_INLINE constexpr V reciprocal(V x) {
    return vocabulary<V>::divide(vocabulary<V>::number(1), x);
}

}  // namespace ogive::math
