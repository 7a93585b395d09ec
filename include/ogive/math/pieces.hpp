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

/// One polynomial of pieces, constant + h slope_by_h. What the constant of each rounds off is next to nothing.
template <class V>
struct piece {
    V constant;
    V slope_by_h;
    V h;

    OGIVE_INLINE constexpr V value() const {
        using v   = vocabulary<V>;
        const V y = v::fma(h, slope_by_h, constant);
        if constexpr (v::exact_fma) return y;
        else return y + rest(y);
    }

    /// What value() rounds off.
    OGIVE_INLINE constexpr V rest(V value) const {
        return math::cancelling_fma(h, slope_by_h, V(constant - value));
    }
};

/// That of an a >= 0, chosen by bits of 1 + unit a.
template <class Pieces, class V>
OGIVE_INLINE constexpr piece<V> piece_of(V a) {
    using v  = vocabulary<V>;
    V chosen = a + v::number(1);
    if constexpr (Pieces::unit != 1) chosen = v::fma(a, v::number(Pieces::unit), v::number(1));
    const V h = a - v::template by_bits<Pieces::position>(Pieces::middles, chosen);
    return {v::template by_bits<Pieces::position>(Pieces::coefficients[0], chosen),
            math::polynomial_in_pieces<Pieces::position, 1>(h, chosen, Pieces::coefficients), h};
}

/// A function of a >= 0, from `last` on what it is there, in the pieces that bits of 1 + unit a name; NaN stays.
template <class Pieces, class V>
OGIVE_INLINE constexpr V in_pieces(V a) {
    using v = vocabulary<V>;
    return math::piece_of<Pieces>(v::smaller(v::number(Pieces::last), a)).value();
}

}  // namespace ogive::math
