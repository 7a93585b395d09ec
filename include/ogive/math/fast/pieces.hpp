#pragma once
// Bounded functions of a >= 0 in pieces.

#include <ogive/math/fast/normal_pieces.hpp>
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

}  // namespace ogive::math::fast
