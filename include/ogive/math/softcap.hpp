#pragma once
// c tanh(x / c) and its derivative.

#include <ogive/math/tanh.hpp>
#include <ogive/math/tanh_shrink.hpp>

namespace ogive::math {

/// x / c, and what its rounding has lost.
template <class V>
struct quotient_and_rest {
    V quotient;
    V rest;
};
template <class V>
OGIVE_INLINE constexpr quotient_and_rest<V> capped_quotient(V x, V cap) {
    using v         = vocabulary<V>;
    const V u       = v::divide(x, cap);
    const V product = u * cap;
    const V lost    = v::divide(V((x - product) - math::rest_of_product(u, cap, product)), cap);
    return {u, v::select(v::absolute(u) < math::number<V>(53, 374), lost, v::number(0))};
}

/// c tanh(x / c): x less c (u - tanh(u)) for u = x / c below 1.4, so that the error of tanh counts little.
///
/// Domain      c > 0        Range  [-c, c]
/// Derivative  by x softcap_derivative
/// Special     -0 -> -0; +-inf -> +-c; NaN -> NaN; denormals unchanged
/// Cost        those of tanh_shrink and of tanh with sech2, two divisions
template <class V>
OGIVE_INLINE constexpr V softcap(V x, V cap) {
    using v              = vocabulary<V>;
    const auto [u, rest] = math::capped_quotient(x, cap);
    const V    tangent   = math::tanh(u);
    const V    t         = v::fma(rest, math::sech2(u), tangent);
    const V    near      = v::fma(v::negate(cap), v::fma(rest, V(tangent * tangent), math::tanh_shrink(u)), x);
    return v::select(v::absolute(u) < v::number(1.4), v::copysign(near, x), V(cap * t));
}

/// Its derivative, sech^2(x / c): the rounding of x / c alone would be as many ULP as that is large.
///
/// Domain      c > 0        Range  [0, 1]
/// Special     +-inf -> 0; NaN -> NaN
/// Cost        that of tanh and sech2, whose exponential they share, two divisions
template <class V>
OGIVE_INLINE constexpr V softcap_derivative(V x, V cap) {
    using v              = vocabulary<V>;
    const auto [u, rest] = math::capped_quotient(x, cap);
    return math::sech2(u) * v::fma(V(rest * v::number(-2)), math::tanh(u), v::number(1));
}

}  // namespace ogive::math
