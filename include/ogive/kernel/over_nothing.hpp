#pragma once
// Gradients of what has no values: sums over nothing, which are 0 whatever they would be multiplied by (docs/design/0005).

#include <ogive/kernel/check.hpp>
#include <ogive/kernel/shared_by_rows.hpp>

namespace ogive::detail {

/// Whether something of this shape has no values in a call.
template <shape Shape>
OGIVE_INLINE constexpr bool has_no_values(domain d) {
    return (Shape & shapes::per_row && d.rows == 0) || (Shape & shapes::per_column && d.columns == 0);
}

/// Stores 0 wherever a gradient is not added to what is there. One per element has no values itself.
template <class Arch, class F, int Outputs>
[[gnu::cold, gnu::noinline]] void store_nothing(stream_source<F> const (&to)[Outputs], bool const (&added)[Outputs],
                                                shape const (&stored)[Outputs], domain d) {
    for (int o = 0; o < Outputs; ++o) {
        shape const of = dimensions(stored[o]);
        std::size_t const count = added[o] ? 0 : of == shapes::one ? 1 : of == shapes::per_row ? d.rows : d.columns;
        for (std::size_t i = 0; of != shapes::per_element && i < count; ++i) to[o].data[i] = 0;
    }
}

}  // namespace ogive::detail
