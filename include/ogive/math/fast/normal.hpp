#pragma once
// The normal distribution and its like, to 2^-21 of the larger of 1 and the result; for double, those of full accuracy.

#include <ogive/math/erf.hpp>
#include <ogive/math/fast/pieces.hpp>
#include <ogive/math/gelu.hpp>
#include <ogive/math/gelu_tanh.hpp>
#include <ogive/math/normal.hpp>

namespace ogive::math::fast {

/// y for x <= 0, 1 - y for x > 0.
template <class V>
OGIVE_INLINE constexpr V mirrored(V x, V y) {
    using v = vocabulary<V>;
    return v::select(x > v::number(0), V(v::number(1) - y), y);
}

/// All of this file:
///
/// Special     those of the functions of full accuracy, but derivatives are +0 at -inf; denormals kept
/// Accuracy    2^-21.7 of the larger of 1 and the result (every 601st of all inputs); derivatives 2^-23.1,
///             normal_cdf 2^-22.7, erf 2^-21.9
/// Cost        a dozen operations, no exponential
template <class V>
OGIVE_INLINE constexpr V gelu(V x) {
    if constexpr (!is_single<V>) return math::gelu(x);
    else return math::positive_part(x) - fast::in_pieces_of_width<gelu_pieces>(x);
}

template <class V>
OGIVE_INLINE constexpr V gelu_derivative(V x) {
    if constexpr (!is_single<V>) return math::gelu_derivative(x);
    else return fast::mirrored(x, fast::in_pieces_of_width<gelu_derivative_pieces>(x));
}

template <class V>
OGIVE_INLINE constexpr V gelu_tanh(V x) {
    if constexpr (!is_single<V>) return math::gelu_tanh(x);
    else return math::positive_part(x) - fast::in_pieces_of_width<gelu_tanh_pieces>(x);
}

template <class V>
OGIVE_INLINE constexpr V gelu_tanh_derivative(V x) {
    if constexpr (!is_single<V>) return math::gelu_tanh_derivative(x);
    else return fast::mirrored(x, fast::in_pieces_of_width<gelu_tanh_derivative_pieces>(x));
}

template <class V>
OGIVE_INLINE constexpr V normal_cdf(V x) {
    using v = vocabulary<V>;
    if constexpr (!is_single<V>) return math::normal_cdf(x);
    else return v::number(0.5) + v::copysign(fast::in_pieces_of_width<normal_cdf_pieces>(x), x);
}

template <class V>
OGIVE_INLINE constexpr V erf(V x) {
    if constexpr (!is_single<V>) return math::erf(x);
    else return vocabulary<V>::copysign(fast::in_pieces_of_width<erf_pieces>(x), x);
}

}  // namespace ogive::math::fast
