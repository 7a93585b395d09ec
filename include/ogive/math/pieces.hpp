#pragma once
// Functions in pieces: polynomials whose coefficients are chosen by a few bits.

#include <cstddef>
#include <utility>

#include <ogive/math/vocabulary.hpp>

namespace ogive::math {

/// c[First] + c[First + 1] h + ..., each coefficient the entry that the bits of `chosen` above Position name.
///
/// Cost   one fma and one look-up for each coefficient
template <int Position, std::size_t First = 0, class V, class Table, std::size_t Count>
OGIVE_INLINE constexpr V polynomial_in_pieces(V h, V chosen, const Table (&c)[Count]) {
    using v = vocabulary<V>;
    V y     = v::template by_bits<Position>(c[Count - 1], chosen);
    [&]<std::size_t... I>(std::index_sequence<I...>) OGIVE_INLINE_LAMBDA {
        ((y = v::fma(h, y, v::template by_bits<Position>(c[Count - 2 - I], chosen))), ...);
    }(std::make_index_sequence<Count - 1 - First>{});
    return y;
}

}  // namespace ogive::math
