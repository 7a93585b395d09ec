#pragma once
// What is made of sqrt(x^2 + b), b not negative and not enormous.

#include <ogive/math/elementary.hpp>

#include <limits>

namespace ogive::math {

/// From where on x^2 + b is x^2; its square is far from overflow.
template <class V>
OGIVE_INLINE constexpr V outweighing() {
    return math::number<V>(0x1p40, 0x1p300);
}

/// x from 1 on without its last digits, so that its square is exact, else 0: where 1 outweighs x^2, the square's rounding
/// is less than that of another sum.
template <class V>
OGIVE_INLINE constexpr V outweighing_head(V x) {
    using v = vocabulary<V>;
    return v::select(v::absolute(x) < v::number(1), v::number(0), v::head(x));
}

/// x^2 + b, without a fused multiply-add too the square not rounded before the sum.
template <class V>
OGIVE_INLINE constexpr V square_plus(V x, V b) {
    using v = vocabulary<V>;
    if constexpr (v::exact_fma) {
        return v::fma(x, x, b);
    } else {
        const V head = math::outweighing_head(x);
        return head * head + ((x - head) * (x + head) + b);
    }
}

/// a x^2 + 1 for a finite x, likewise for an a of few digits.
template <class V>
OGIVE_INLINE constexpr V multiple_of_square_and_one(V a, V x) {
    using v     = vocabulary<V>;
    const V one = v::number(1);
    if constexpr (v::exact_fma) {
        return v::fma(V(a * x), x, one);
    } else {
        // Products with x and head one by one, since their sum may overflow.
        const V head = math::outweighing_head(x), rest = a * (x - head);
        return (a * head) * head + (rest * x + (rest * head + one));
    }
}

/// The same for any x.
template <class V>
OGIVE_INLINE constexpr V multiple_of_any_square_and_one(V a, V x) {
    using v         = vocabulary<V>;
    const V squared = math::multiple_of_square_and_one(a, x);
    if constexpr (v::exact_fma) {
        return squared;
    } else {
        const V infinity = v::number(std::numeric_limits<double>::infinity());
        return v::select(v::absolute(x) == infinity, V(a * infinity), squared);
    }
}

/// sqrt(x^2 + b).
///
/// Domain      b below 2^54 (2^545)        Range  [sqrt(b), inf)
/// Derivative  x / sqrt(x^2 + b), by b 1 / (2 sqrt(x^2 + b))
/// Special     +-inf -> inf; NaN -> NaN; does not overflow
/// Cost        1 square root
template <class V>
OGIVE_INLINE constexpr V root_of_square_plus(V x, V b) {
    using v   = vocabulary<V>;
    const V a = v::absolute(x);
    return v::select(a > math::outweighing<V>(), a, v::sqrt(v::fma(a, a, b)));
}

/// x / sqrt(x^2 + b).
///
/// Domain      as above        Range  [-1, 1]
/// Special     +-inf -> +-1; NaN -> NaN
/// Cost        1 square root, 1 division
template <class V>
OGIVE_INLINE constexpr V over_root_of_square_plus(V x, V b) {
    using v      = vocabulary<V>;
    const V held = v::smaller(math::outweighing<V>(), v::absolute(x));
    return v::copysign(v::divide(held, v::sqrt(math::square_plus(held, b))), x);
}

/// The derivative of it, b (x^2 + b)^(-3/2), in quotients that neither overflow nor underflow before it does.
///
/// Domain      as above        Range  [0, 1 / sqrt(b)]
/// Derivative  by x -3 b x (x^2 + b)^(-5/2)
/// Special     +-inf -> 0; NaN -> NaN
/// Cost        1 square root, 2 divisions
template <class V>
OGIVE_INLINE constexpr V over_root_of_square_plus_derivative(V x, V b) {
    using v         = vocabulary<V>;
    const V squared = math::square_plus(v::smaller(math::number<V>(0x1p100, 0x1p600), v::absolute(x)), b);
    return v::divide(v::divide(b, squared), v::sqrt(squared));
}

/// x / sqrt(1 + a x^2), a not negative; where a x^2 overflows, as sign(x) / sqrt(a).
///
/// Domain      all reals        Range  [-1 / sqrt(a), 1 / sqrt(a)]
/// Derivative  (1 + a x^2)^(-3/2), by a -(x / sqrt(1 + a x^2))^3 / 2
/// Special     +-inf -> the bounds; NaN -> NaN; denormals unchanged
/// Cost        1 square root, 1 division
template <class V>
OGIVE_INLINE constexpr V isru(V x, V a) {
    using v           = vocabulary<V>;
    const V one       = v::number(1);
    const V infinity  = v::number(std::numeric_limits<double>::infinity());
    const V squared   = math::multiple_of_square_and_one(a, x);
    const auto beyond = v::absolute(x) == infinity || squared == infinity;
    return v::divide(v::select(beyond, v::copysign(one, x), x), v::sqrt(v::select(beyond, a, squared)));
}

/// 1 / sqrt(1 + a x^2), a not negative.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  -a x (1 + a x^2)^(-3/2), by a -x^2 (1 + a x^2)^(-3/2) / 2
/// Special     +-inf -> 0 for a > 0; NaN -> NaN; 0 where a x^2 overflows
/// Cost        1 square root, 1 division
template <class V>
OGIVE_INLINE constexpr V inverse_root(V x, V a) {
    using v = vocabulary<V>;
    return v::divide(v::number(1), v::sqrt(math::multiple_of_any_square_and_one(a, x)));
}

/// (1 + a x^2)^(-3/2), a not negative: where a fused multiply-add says what the product below rounds off, by one quotient.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  -3 a x (1 + a x^2)^(-5/2), by a -3 x^2 (1 + a x^2)^(-5/2) / 2
/// Special     +-inf -> 0 for a > 0; NaN -> NaN; results below the normal range are rounded once more
/// Accuracy    for a = 1 float 3.42 ULP, without a fused multiply-add 3.99 (all from 2^-11 to 8), double 3.37, 3.80 (10^6
///             random inputs)
/// Cost        1 square root, 1 division, without a fused multiply-add 2
template <class V>
OGIVE_INLINE constexpr V inverse_root_cubed(V x, V a) {
    using v         = vocabulary<V>;
    const V one     = v::number(1);
    const V squared = v::smaller(math::number<V>(0x1p120, 0x1p1000), math::multiple_of_any_square_and_one(a, x));
    const V root    = v::sqrt(squared);
    if constexpr (v::exact_fma) {
        const V small  = math::number<V>(0x1p-66, 0x1p-514);  // the product does not overflow
        const V scaled = squared * small;
        const V below  = scaled * root;
        const V lost   = v::fma(scaled, root, v::negate(below));
        const V y      = v::divide(one, below);
        return v::fma(V(y * lost), v::negate(y), y) * small;
    } else {
        return v::divide(v::divide(one, squared), root);
    }
}

/// (x + sqrt(x^2 + b)) / 2, for x < 0 as b / (2 (sqrt(x^2 + b) - x)), which does not cancel.
///
/// Domain      as above        Range  (0, inf) for b > 0
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN
/// Cost        1 square root, 2 divisions
template <class V>
OGIVE_INLINE constexpr V squareplus(V x, V b) {
    using v      = vocabulary<V>;
    const V half    = v::number(0.5);
    const V a       = v::absolute(x);
    const V root    = math::root_of_square_plus(x, b);
    const V sum     = v::fma(half, root, V(half * a));
    const V quarter = b * v::number(0.25);
    const V y       = v::divide(quarter, sum);
    // For x < 0 one step of Newton's method for y (y + a) = b / 4, y + a in two parts.
    const V above   = a + y;
    const V part    = math::difference(above, a);
    const V low     = math::sum(math::difference(a, math::difference(above, part)), math::difference(y, part));
    const V rest    = v::fma(v::negate(y), low, v::fma(v::negate(y), above, quarter));
    const V better  = v::select(y > v::number(0), math::sum(y, v::divide(rest, root)), y);
    return v::select(x > v::number(0), sum, better);
}

/// y / sqrt(x^2 + b), y = squareplus(x, b); for x > 0 as (1 + x / sqrt(x^2 + b)) / 2, whose limit is 1.
///
/// Domain      as above        Range  (0, 1) for b > 0
/// Special     -inf -> 0; +inf -> 1; NaN -> NaN
/// Cost        1 square root, 4 divisions
template <class V>
OGIVE_INLINE constexpr V squareplus_derivative(V x, V b) {
    using v      = vocabulary<V>;
    const V half  = v::number(0.5);
    const V right = v::fma(half, math::over_root_of_square_plus(x, b), half);
    return v::select(x > v::number(0), right, v::divide(math::squareplus(x, b), math::root_of_square_plus(x, b)));
}

/// x / (sqrt(x^2 + 1) + 1).
///
/// Domain      all reals        Range  (-1, 1)
/// Derivative  1 / (x^2 + 1 + sqrt(x^2 + 1))
/// Special     +-inf -> +-1; -0 -> -0; NaN -> NaN
/// Cost        1 square root, 1 division
template <class V>
OGIVE_INLINE constexpr V over_root_and_one(V x) {
    using v      = vocabulary<V>;
    const V one  = v::number(1);
    const V held = v::smaller(math::outweighing<V>(), v::absolute(x));
    return v::copysign(v::divide(held, V(one + v::sqrt(v::fma(held, held, one)))), x);
}

/// sqrt(x^2 + 1) - 1, below 1 as x (x / (sqrt(x^2 + 1) + 1)), which does not cancel.
///
/// Domain      all reals        Range  [0, inf)
/// Derivative  x / sqrt(x^2 + 1)
/// Special     +-inf -> inf; NaN -> NaN
/// Cost        1 square root, 1 division
template <class V>
OGIVE_INLINE constexpr V root_less_one(V x) {
    using v      = vocabulary<V>;
    const V one  = v::number(1);
    const V a    = v::absolute(x);
    const V root = math::root_of_square_plus(x, one);
    return v::select(a < one, a * v::divide(a, V(one + root)), V(root - one));
}

/// (sqrt(x^2 + 1) - 1) / 2 + x, as x (1 + t / 2) with t = |x| / (sqrt(x^2 + 1) + 1), which does not cancel near 0; below
/// -1 as it stands, sqrt(x^2 + 1) + 2 x being exact.
///
/// Domain      all reals        Range  all reals
/// Derivative  1 + x / (2 sqrt(x^2 + 1))
/// Special     +-inf -> +-inf; -0 -> -0; NaN -> NaN; denormals unchanged
/// Cost        1 square root, 1 division
template <class V>
OGIVE_INLINE constexpr V bent_identity(V x) {
    using v      = vocabulary<V>;
    const V one  = v::number(1);
    const V held = v::smaller(math::outweighing<V>(), v::absolute(x));
    const V root = v::sqrt(v::fma(held, held, one));
    const V t    = v::divide(held, V(one + root));
    const V near = v::multiply(x, v::fma(v::number(0.5), v::copysign(t, x), one));
    const V far  = v::number(0.5) * V(V(root - V(held + held)) - one);
    return v::select(v::copysign(held, x) < v::number(-1), v::select(held < math::outweighing<V>(), far, near), near);
}

}  // namespace ogive::math
