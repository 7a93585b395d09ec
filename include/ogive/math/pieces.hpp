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

/// A function of a >= 0, from `last` on what it is there, in the pieces that bits of 1 + unit a name; NaN stays.
template <class Pieces, class V>
OGIVE_INLINE constexpr V in_pieces(V a) {
    using v        = vocabulary<V>;
    const V held   = v::smaller(v::number(Pieces::last), a);
    const V chosen = v::fma(held, v::number(Pieces::unit), v::number(1));
    const V h      = held - v::template by_bits<Pieces::position>(Pieces::middles, chosen);
    return math::polynomial_in_pieces<Pieces::position>(h, chosen, Pieces::coefficients);
}

}  // namespace ogive::math
