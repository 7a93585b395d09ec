#pragma once
// elu in fewer digits.

#include <ogive/math/elu.hpp>
#include <ogive/math/fast/pieces.hpp>

namespace ogive::math::fast {

/// As math::elu, within 2^-21.3 where a table of 32 is looked up.
template <class V>
OGIVE_INLINE constexpr V elu(V x) {
    using v = vocabulary<V>;
    if constexpr (v::prefers_tables) return v::larger(fast::at_distance(elu_table, x), x);
    else return math::elu(x);
}

}  // namespace ogive::math::fast
