#pragma once
// Bounded functions of a >= 0 in pieces.

#include <ogive/math/fast/normal_pieces.hpp>
#include <ogive/math/fast/tables.hpp>
#include <ogive/math/pieces.hpp>

namespace ogive::math::fast {

/// How many entries the look-ups of a table in fifteen pieces have, or in seven.
template <const auto& Table>
inline constexpr int entries_of = sizeof(Table.coefficients[0]) / sizeof(float);

/// The middles of the pieces; of the first, 0.
template <const auto& Table>
inline constexpr auto middles_of_pieces = [] {
    auto t = Table.coefficients[0];
    for (int k = 0; k != entries_of<Table>; ++k) t.entry[k] = k == 0 ? 0 : (static_cast<float>(k) + 0.5f) * Table.width;
    return t;
}();

/// The function of that table at |x|; NaN stays.
template <const auto& Table, class V>
OGIVE_INLINE constexpr V at_distance_in_pieces(V x) {
    using v                = vocabulary<V>;
    constexpr int entries  = entries_of<Table>;
    constexpr int position = entries == 8 ? 20 : 19;
    const V a      = v::smaller(v::number((entries - 0.5) * double(Table.width)), v::absolute(x));
    const V chosen = v::fma(a, v::number(double(1 / (entries * Table.width))), v::number(1));  // in [1, 2)
    const V h      = a - v::template by_bits<position>(middles_of_pieces<Table>, chosen);
    return math::polynomial_in_pieces<position>(h, chosen, Table.coefficients);
}

/// That of the table in fifteen pieces, or of that in seven wider ones where eight entries are looked up at once.
///
/// Cost   five operations, one fma and one look-up for each coefficient but the first
template <const auto& Fifteen, const auto& Seven, class V>
OGIVE_INLINE constexpr V in_pieces_of_width(V x) {
    if constexpr (vocabulary<V>::looks_up_eight) return fast::at_distance_in_pieces<Seven>(x);
    else return fast::at_distance_in_pieces<Fifteen>(x);
}

/// What names the polynomial of `held`, which is at most 31 widths: the last digits.
template <std::size_t Count, class V>
OGIVE_INLINE constexpr V number_of_piece(const in_even_pieces<Count>& f, V held) {
    using v = vocabulary<V>;
    return v::fma(held, v::number(1 / double(f.width)), v::number(0x1.8p23));
}

/// f(|x|), for NaN any.
///
/// Cost   two operations, one fma and one look-up of 32 entries for each coefficient but the first
template <std::size_t Count, class V>
OGIVE_INLINE constexpr V at_distance(const in_even_pieces<Count>& f, V x) {
    using v      = vocabulary<V>;
    const V held = v::held_absolute(x, v::number(31 * double(f.width)));
    return math::polynomial_in_pieces<0>(held, fast::number_of_piece(f, held), f.coefficients);
}
template <std::size_t Count, class V>
OGIVE_INLINE constexpr V at_distance(const in_uneven_pieces<Count>& f, V x) {
    using v      = vocabulary<V>;
    const V held = v::held_absolute(x, v::number(double(f.last)));
    return math::polynomial_in_pieces<19>(held, v::fma(held, v::number(double(f.unit)), v::number(1)), f.coefficients);
}

/// f(x) for an x that is held already, of polynomials in the distance from n width.
template <std::size_t Count, class V>
OGIVE_INLINE constexpr V beside_middles(const in_even_pieces<Count>& f, V held) {
    using v        = vocabulary<V>;
    const V chosen = fast::number_of_piece(f, held);
    const V n      = chosen - v::number(0x1.8p23);
    return math::polynomial_in_pieces<0>(v::fma(n, v::number(-double(f.width)), held), chosen, f.coefficients);
}

}  // namespace ogive::math::fast
