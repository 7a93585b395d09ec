#pragma once
// Functions that rise as e^x does, or level off above: a power of two times one of 32 polynomials.

#include <cstddef>

#include <ogive/math/exp_parts.hpp>
#include <ogive/math/pieces.hpp>

namespace ogive::math {

/// f(x) = 2^n P_n(x - n ln 2), n the integer nearest to x / ln 2: the coefficients of P_n are the entries that the last
/// five bits of n name. n is at most Last, whose polynomial holds from there to where f comes to its limit; that of
/// Last - 31 holds for all below.
template <int Last, std::size_t Count>
struct in_octaves {
    single_table32 coefficients[Count];
};

/// Which octave x is in, and where: x = n ln 2 + rest; `chosen` ends in the digits of the n that names the polynomial.
template <class V>
struct octave {
    V n;
    V rest;
    V chosen;
};

/// For an x between -1000 and Last ln 2 and what its polynomial holds for, or NaN.
template <int Last, class V>
OGIVE_INLINE constexpr octave<V> octave_of(V x) {
    using v              = vocabulary<V>;
    const V last_is_unit = v::number(0x1.8p23);
    V       digits       = math::digits_of_exponent(x, last_is_unit);
    if constexpr (Last != 0) digits = v::smaller(digits, v::number(0x1.8p23 + Last));
    const V n = digits - last_is_unit;
    return {n, math::less_low_ln2(n, math::less_high_ln2(n, x)), v::larger(v::number(0x1.8p23 + Last - 31), digits)};
}

/// -|x|, held where e^-|x| times |x| rounds to 0, which may stand for NaN too, and its octave.
template <class V>
OGIVE_INLINE constexpr V held_below_0(V x) {
    using v = vocabulary<V>;
    return v::minus_held_absolute(x, v::number(117.5));
}
template <class V>
OGIVE_INLINE constexpr octave<V> octave_below_0(V x) {
    return math::octave_of<0>(math::held_below_0(x));
}

/// P_n.
///
/// Cost   one fma and one look-up of 32 entries for each coefficient
template <int Last, std::size_t Count, class V>
OGIVE_INLINE constexpr V in_octave(const in_octaves<Last, Count>& f, const octave<V>& at) {
    return math::polynomial_in_pieces<0>(at.rest, at.chosen, f.coefficients);
}

}  // namespace ogive::math
