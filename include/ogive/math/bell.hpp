#pragma once
// The bell exp(-a^2/2), shared by everything that is made of the normal distribution.

#include <ogive/math/exp_parts.hpp>

namespace ogive::math {

/// |x|, held where every function of the normal distribution has come to its limit, and as far out as the pieces of
/// float go (docs/design/0018); NaN stays.
template <class V>
OGIVE_INLINE constexpr V held_for_bell(V x) {
    return vocabulary<V>::smaller(math::number<V>(14.99, 38.7), vocabulary<V>::absolute(x));
}

/// exp(-a^2/2) in parts, for a from held_for_bell; `lost` as exp_parts_of_minus_square gives it.
template <class V, class... Lost>
OGIVE_INLINE constexpr auto bell_parts(V a, Lost&... lost) {
    return math::exp_parts_of_minus_square<2>(a, lost...);
}

}  // namespace ogive::math
