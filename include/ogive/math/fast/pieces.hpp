#pragma once
// Bounded functions of a >= 0 in pieces.

#include <ogive/math/fast/normal_pieces.hpp>
#include <ogive/math/fast/tables.hpp>
#include <ogive/math/pieces.hpp>

namespace ogive::math::fast {

/// The middles of the fifteen pieces; of the first, 0.
template <const auto& Table>
inline constexpr single_table16 middles_of_pieces = [] {
    single_table16 t{};
    for (int k = 1; k != 16; ++k) t.entry[k] = (static_cast<float>(k) + 0.5f) * Table.width;
    return t;
}();

/// The function of that table at |x|; NaN stays.
///
/// Cost   five operations, one fma and one look-up for each coefficient but the first
template <const auto& Table, class V>
OGIVE_INLINE constexpr V in_pieces_of_width(V x) {
    using v = vocabulary<V>;
    const V a      = v::smaller(v::number(15.5 * double(Table.width)), v::absolute(x));
    const V chosen = v::fma(a, v::number(double(1 / (16 * Table.width))), v::number(1));  // in [1, 2)
    const V h      = a - v::template by_bits<19>(middles_of_pieces<Table>, chosen);
    return math::polynomial_in_pieces<19>(h, chosen, Table.coefficients);
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
