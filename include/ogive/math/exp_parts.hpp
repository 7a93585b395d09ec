#pragma once
// The reduced exponential, shared by everything that is made of exp.

#include <type_traits>

#include <ogive/math/polynomial.hpp>

namespace ogive::math {

/// e^x = 2^exponent * (1 + rest): exponent an integer, |rest| below 0.42.
template <class V, bool Table = vocabulary<V>::has_table>
struct exponential {
    V exponent;
    V rest;
};

/// With a table: exponent a multiple of 1/16, the last digits of `digits` saying which; |rest| below 0.022.
template <class V>
struct exponential<V, true> {
    V exponent;
    V rest;
    V digits;
};

/// 2^(k/16).
inline constexpr table16 sixteenths_of_power{
    0x1p0, 0x1.0b5586cf9890fp0, 0x1.172b83c7d517bp0, 0x1.2387a6e756238p0, 0x1.306fe0a31b715p0,
    0x1.3dea64c123422p0, 0x1.4bfdad5362a27p0, 0x1.5ab07dd485429p0, 0x1.6a09e667f3bcdp0, 0x1.7a11473eb0187p0,
    0x1.8ace5422aa0dbp0, 0x1.9c49182a3f09p0, 0x1.ae89f995ad3adp0, 0x1.c199bdd85529cp0, 0x1.d5818dcfba487p0,
    0x1.ea4afa2a490dap0};

/// 2^(k/16) in 24 digits, so that sums and differences with 1 are exact.
inline constexpr table16 short_sixteenths_of_power{
    0x1p0, 0x1.0b5586p0, 0x1.172b84p0, 0x1.2387a6p0, 0x1.306fep0, 0x1.3dea64p0, 0x1.4bfdaep0, 0x1.5ab07ep0,
    0x1.6a09e6p0, 0x1.7a1148p0, 0x1.8ace54p0, 0x1.9c4918p0, 0x1.ae89fap0, 0x1.c199bep0, 0x1.d5818ep0,
    0x1.ea4afap0};

/// c 2^(k/16) as floats, c = 0x1.067aa2p0: all are right to 2^-25.8 of themselves, and below 2.
inline constexpr single_table16 scaled_sixteenths{
    {0x1.067aa2p0, 0x1.121998p0, 0x1.1e3c44p0, 0x1.2ae87cp0, 0x1.382456p0, 0x1.45f62ep0, 0x1.5464a8p0, 0x1.6376b4p0,
     0x1.73339p0, 0x1.83a2cap0, 0x1.94cc4ap0, 0x1.a6b84ep0, 0x1.b96f74p0, 0x1.ccfab8p0, 0x1.e1638p0, 0x1.f6b39ap0}};

/// c 2^(k/16) as doubles, c = 0x1.0298ef119872fp0: all are right to 2^-55.8 of themselves, and below 2.
inline constexpr table16 scaled_sixteenths_in_double{
    0x1.0298ef119872fp0, 0x1.0e0be64c7bc14p0, 0x1.1a00a15a7392ep0, 0x1.267cdeffec9a7p0, 0x1.33869f1f21f1dp0,
    0x1.4124259a26288p0, 0x1.4f5bfd5599475p0, 0x1.5e34fb5d7e227p0, 0x1.6db6422db1b8cp0, 0x1.7de7451f987e7p0,
    0x1.8ecfcbfea7528p0, 0x1.a077f6c5808b1p0, 0x1.b2e841857103bp0, 0x1.c629887a2d766p0, 0x1.da450c4bc5aabp0,
    0x1.ef447680d93bdp0};

/// Those of V's digits times 2^Power.
template <class V, int Power = 0>
inline constexpr auto scaled_sixteenths_times = [] {
    auto t = [] {
        if constexpr (is_single<V>) return scaled_sixteenths;
        else return scaled_sixteenths_in_double;
    }();
    for (auto& entry : t.entry) entry *= vocabulary<std::remove_reference_t<decltype(entry)>>::power_of_two(Power);
    return t;
}();

/// The same by 2^Offset, the sixteenths taken off at bit 48, where add_digits brings them in.
template <int Offset>
inline constexpr table16 sixteenths_before_digits = [] {
    table16       t = short_sixteenths_of_power;
    std::uint64_t k = 0;
    for (double& entry : t.entry) {
        entry *= vocabulary<double>::power_of_two(Offset);
        entry = detail::bits_as<double>(detail::bits_as<std::uint64_t>(entry) - (k++ << 48));
    }
    return t;
}();

/// ln of 2^(k/16) over that.
inline constexpr table16 lost_in_sixteenths{
    0, 0x1.8d96d308b9cb9p-25, -0x1.9c0c2141fef92p-27, 0x1.964902f947c22p-25, 0x1.1250015761931p-25,
    0x1.370be4186bf5ap-25, -0x1.0a355113e553ap-25, -0x1.00d8abadaf8d3p-27, 0x1.26055c546c14p-26,
    -0x1.05cb44acca329p-25, 0x1.67a1ca1d9d84ap-28, 0x1.a3b5e344f7bdfp-28, -0x1.f9c305081c25ep-27,
    -0x1.6961b3cf799ap-28, -0x1.a5217cbeba37ep-28, 0x1.61428daeb9d87p-28};

/// e^(r / Over) / c - 1 for |r / Over| <= ln 2 / 32, c that of V's digits (error 2^-29.5 of e^r for float, 2^-56.8 for
/// double).
template <int Over, class V>
OGIVE_INLINE constexpr V scaled_expm1_reduced(V r) {
    constexpr double by = 1.0 / Over, square = by * by, cube = square * by;
    if constexpr (is_single<V>)
        return math::polynomial(r, -0x1.946c3cp-6, by * 0x1.f35c9ep-1, square * 0x1.f36168p-2, cube * 0x1.4cf05p-3);
    else
        return math::polynomial(r, -0x1.4920a8ba791d6p-7, by * 0x1.fadb7d5d161cdp-1, square * 0x1.fadb7d5d160dcp-2,
                                cube * 0x1.51e7a8e769a68p-3, square * square * 0x1.51e7a8ef4276p-5,
                                cube * square * 0x1.0e544929f88e4p-7, cube * cube * 0x1.686bb6df2fc31p-10);
}

/// e^r - 1 for |r| <= ln 2 / 2, or ln 2 / 32 with a table: r + r^2 P(r), the term r given apart.
///
/// P has degree 4 for float (relative error 2^-26.1) and 9 for double (2^-55.5); with a table 5 (2^-59.6), or 4 where r
/// is not all of the result (2^-56.2 of e^r).
template <bool Table, bool Alone = true, class V>
OGIVE_INLINE constexpr V expm1_reduced(V r, V linear) {
    using v = vocabulary<V>;
    const V s = r * r;
    V       p = r;
    if constexpr (is_single<V>) {
        p = math::polynomial(r, 0x1.fffffep-2, 0x1.5554bp-3, 0x1.555718p-5, 0x1.1227b8p-7, 0x1.6b7182p-10);
    } else if constexpr (Table && Alone) {
        p = math::polynomial_by_parity(r, s, 0x1.0000000000003p-1, 0x1.5555555555551p-3, 0x1.55555554a04e8p-5,
                                       0x1.11111111521f3p-7, 0x1.6c1829141e9efp-10, 0x1.a01a6daadff65p-13);
    } else if constexpr (Table) {
        p = math::quartic(r, 0x1.314b68c807756p-5, 0x1.7da2b5791749p-4, 0x1.3f0298db6a072p1, -0x1.124a25c8a35d2p2,
                          0x1.2f3654ed102b8p2);
    } else {
        p = math::polynomial_by_parity(r, s, 0x1.0000000000005p-1, 0x1.555555555553ap-3, 0x1.55555555520e5p-5,
                                       0x1.1111111118c58p-7, 0x1.6c16c17f3e4e5p-10, 0x1.a01a01768e151p-13,
                                       0x1.a019a669214abp-16, 0x1.71de840366703p-19, 0x1.28a2cf35d8c69p-22,
                                       0x1.ae7313f5d09bp-26);
    }
    return v::fma(s, p, linear);
}
template <bool Table, bool Alone = true, class V>
OGIVE_INLINE constexpr V expm1_reduced(V r) {
    return math::expm1_reduced<Table, Alone>(r, r);
}

/// 2^r - 1 for |r| <= 1/2, in float: r P(r), P of degree 5 (error 2^-27.3 of 2^r).
template <class V>
OGIVE_INLINE constexpr V exp2m1_reduced(V r) {
    return r * math::polynomial(r, 0x1.62e43p-1, 0x1.ebfbep-3, 0x1.c6af9cp-5, 0x1.3b2a48p-7, 0x1.5ef604p-10, 0x1.44252ap-13);
}

/// ln 2 rounded to a float, and how much that is too large.
inline constexpr double single_ln2 = 0x1.62e43p-1, excess_of_single_ln2 = 0x1.05c61p-29;

/// x - n ln 2, or x + n ln 2, in two steps, ln 2 in two parts, an integer times the first being exact.
template <int Sign = 1, class V>
OGIVE_INLINE constexpr V less_high_ln2(V n, V x) {
    return vocabulary<V>::fma(n, math::number<V>(-Sign * 0x1.62e4p-1, -Sign * 0x1.62e42fefa38p-1), x);
}
template <int Sign = 1, class V>
OGIVE_INLINE constexpr V less_low_ln2(V n, V x) {
    return vocabulary<V>::fma(n, math::number<V>(-Sign * 0x1.7f7d1cp-20, -Sign * 0x1.ef35793c7673p-45), x);
}

/// x/ln 2, or -x/ln 2, rounded to the multiples of the last digit of `last`, plus that.
template <int Sign = 1, class V>
OGIVE_INLINE constexpr V digits_of_exponent(V x, V last) {
    using v = vocabulary<V>;
    return v::fma(x, v::number(Sign * 0x1.71547652b82fep+0), last);
}

/// What the rest of an exponential is for: beside 1, and that of any x, for e^x - 1 near 0, or for that rounded but once.
enum class rest_is { beside_1, of_any_beside_1, alone, alone_and_exact };

/// No rest of a sixteenth is larger than ln 2 / 32.
inline constexpr double largest_of_sixteenth = 0x1p-5;

/// e^x in parts, for |x| below 1000. Exact: for exact_power_of_two. With a table, e^(x + rest) for a rest that is next to
/// nothing beside x.
template <bool Exact, rest_is Use, class V, class... Rest>
OGIVE_INLINE constexpr exponential<V> reduced_by_ln2(V x, Rest... rest) {
    using v = vocabulary<V>;
    if constexpr (v::has_table) {
        const V last_is_sixteenth = v::number(0x1.8p48);
        const V digits            = math::digits_of_exponent(x, last_is_sixteenth);
        const V n                 = digits - last_is_sixteenth;
        const V a                 = math::less_high_ln2(n, x);
        V       low               = a;
        if constexpr (Exact) low = v::template by_bits<0>(lost_in_sixteenths, digits);
        const V b = (math::less_low_ln2(n, low) + ... + rest);
        V       r = Exact ? V(a + b) : b;
        if constexpr (Use == rest_is::of_any_beside_1) r = v::held(r, v::number(largest_of_sixteenth));
        if constexpr (Use == rest_is::alone_and_exact) return {n, a + math::expm1_reduced<true>(r, b), digits};
        else return {n, math::expm1_reduced<true, Use == rest_is::alone>(r), digits};
    } else {
        const V last_is_unit = math::number<V>(0x1.8p23, 0x1.8p52);
        const V n            = math::digits_of_exponent(x, last_is_unit) - last_is_unit;
        const V a            = math::less_high_ln2(n, x);
        return {n, math::expm1_reduced<false>(math::less_low_ln2(n, a))};
    }
}

/// e^x in parts, for |x| below 1000.
template <class V>
OGIVE_INLINE constexpr exponential<V> exp_parts(V x) {
    return math::reduced_by_ln2<false, rest_is::beside_1>(x);
}

/// The same for an x of any size, with a table and where n may be as large: of what the result is 0 or infinite the rest is
/// held.
template <class V>
OGIVE_INLINE constexpr exponential<V> exp_parts_of_any(V x) {
    return math::reduced_by_ln2<false, rest_is::of_any_beside_1>(x);
}

/// The same for exact_power_of_two.
template <rest_is Use = rest_is::beside_1, class V, class... Rest>
OGIVE_INLINE constexpr exponential<V> exp_parts_exact(V x, Rest... rest) {
    return math::reduced_by_ln2<true, Use>(x, rest...);
}

/// e^x = 2^exponent power (1 + rest): the exponent a multiple of 1/16, the power that of its fraction.
template <class V>
struct exponential_by_sixteenths {
    V exponent;
    V power;
    V rest;
};

/// What is asked of an exponential by sixteenths: of an x below 1000 or of any, where the rest is held for an exponent so
/// large that its last digits are lost; ln 2 in two parts, or in float in one, too large by |exponent| 2^-29; e^-x instead.
struct sixteenths_of {
    bool any_x   = false;
    bool exact   = true;
    bool minus_x = false;
};

/// Where any exponent scales, of x or of x + low for a low that is next to nothing beside it; the power is times 2^Power.
template <sixteenths_of Asked, int Power = 0, class V, class... Low>
OGIVE_INLINE constexpr exponential_by_sixteenths<V> exp_by_sixteenths(V x, Low... low) {
    using v                   = vocabulary<V>;
    constexpr int sign        = Asked.minus_x ? -1 : 1;
    const V last_is_sixteenth = math::number<V>(0x1.8p19, 0x1.8p48);
    const V digits            = math::digits_of_exponent<sign>(x, last_is_sixteenth);
    const V n                 = digits - last_is_sixteenth;
    V       r                 = x;
    if constexpr (Asked.exact) r = (math::less_low_ln2<sign>(n, math::less_high_ln2<sign>(n, x)) + ... + low);
    else r = v::fma(n, v::number(-sign * single_ln2), x);
    if constexpr (Asked.any_x) r = v::held(r, v::number(largest_of_sixteenth));
    return {n, v::template by_bits<0>(scaled_sixteenths_times<V, Power>, digits), math::scaled_expm1_reduced<sign>(r)};
}

/// e^x = 2^exponent (1 + linear + bend).
template <class V>
struct exponential_with_bend {
    V exponent;
    V linear;
    V bend;
};

/// e^(high + low), without a table, for |high| below 1000 and low next to nothing beside it; the reduced argument is rounded
/// only where it bends.
template <class V>
OGIVE_INLINE constexpr exponential_with_bend<V> bent_exp_of_sum(V high, V low) {
    const V last_is_unit = math::number<V>(0x1.8p23, 0x1.8p52);
    const V n            = math::digits_of_exponent(high, last_is_unit) - last_is_unit;
    const V r            = math::less_high_ln2(n, high);
    const V s            = math::less_low_ln2(n, low);
    return {n, r, math::expm1_reduced<false>(V(r + s), s)};
}

/// The same in parts. `lost` is given what the rest rounds off.
template <class V, class... Lost>
OGIVE_INLINE constexpr exponential<V, false> exp_parts_of_sum(V high, V low, Lost&... lost) {
    const auto e    = math::bent_exp_of_sum(high, low);
    const V    rest = e.linear + e.bend;
    ((lost = e.bend - (rest - e.linear)), ...);
    return {e.exponent, rest};
}

/// e^(-a^2 / Over) in parts, for |a| below 39. Where any exponent scales, by sixteenths of it: a^2 and n times the first
/// part of ln 2, which is exact, are rounded as one; the sixteenths are the scaled ones. Else a^2 is kept in two parts, and
/// `lost` is given what the rest rounds off.
template <int Over, class V, class... Lost>
OGIVE_INLINE constexpr exponential<V, vocabulary<V>::scales_any> exp_parts_of_minus_square(V a, Lost&... lost) {
    using v = vocabulary<V>;
    if constexpr (v::scales_any) {
        const V last_is_sixteenth = math::number<V>(0x1.8p19, 0x1.8p48);
        const V digits            = v::fma(V(a * a), v::number(-0x1.71547652b82fep+0 / Over), last_is_sixteenth);
        const V n                 = digits - last_is_sixteenth;
        V       high              = n * math::number<V>(Over * 0x1.62ep-1, Over * 0x1.62e42fefap-1);
        high                      = v::fma(a, a, high);
        // Over times what is left of a^2 / Over.
        const V r = v::fma(n, math::number<V>(Over * 0x1.0bfbe8e7bcd5ep-15, Over * 0x1.cf79abc9e3b3ap-40), high);
        return {n, math::scaled_expm1_reduced<-Over>(r), digits};
    } else {
        const V minus = a * v::number(-1.0 / Over);
        const V high  = minus * a;
        return math::exp_parts_of_sum(high, math::rest_of_product(minus, a, high), lost...);
    }
}

/// Whether exp_parts_rough leaves something to correct.
template <class V>
inline constexpr bool one_part_of_ln2 = is_single<V> && vocabulary<V>::exact_fma;

/// As exp_parts_of_sum, so that 2^exponent has one digit; in float a cheap e^x that is too small by |exponent| 2^-29 of
/// itself: good where the result is added to something larger.
template <class V>
OGIVE_INLINE constexpr exponential<V, false> exp_parts_rough(V x) {
    using v = vocabulary<V>;
    if constexpr (one_part_of_ln2<V>) {
        const V last_is_unit = v::number(0x1.8p23);
        const V n            = math::digits_of_exponent(x, last_is_unit) - last_is_unit;
        return {n, math::expm1_reduced<false>(v::fma(n, v::number(-single_ln2), x))};
    } else {
        return math::exp_parts_of_sum(x, v::number(0));
    }
}

/// The same with its bend.
template <class V>
OGIVE_INLINE constexpr exponential_with_bend<V> bent_exp_rough(V x) {
    using v = vocabulary<V>;
    if constexpr (one_part_of_ln2<V>) {
        const V last_is_unit = v::number(0x1.8p23);
        const V n            = math::digits_of_exponent(x, last_is_unit) - last_is_unit;
        const V r            = v::fma(n, v::number(-single_ln2), x);
        return {n, r, math::expm1_reduced<false>(r, v::number(0))};
    } else {
        return math::bent_exp_of_sum(x, v::number(0));
    }
}

/// With what exp_parts_rough left out.
template <class V, bool Table>
OGIVE_INLINE constexpr exponential<V, Table> refined(const exponential<V, Table>& e) {
    using v = vocabulary<V>;
    if constexpr (one_part_of_ln2<V>) {
        const V missing = e.exponent * v::number(excess_of_single_ln2);
        return {e.exponent, v::fma(missing, V(e.rest + v::number(1)), e.rest)};
    } else {
        return e;
    }
}

/// 2^(exponent + Offset), a normal number (or 0 without a table).
template <int Offset = 0, class V, bool Table>
OGIVE_INLINE constexpr V exact_power_of_two(const exponential<V, Table>& e) {
    using v = vocabulary<V>;
    if constexpr (Table)
        return v::add_digits(v::template by_bits<0>(sixteenths_before_digits<Offset>, e.digits), e.digits);
    else
        return v::power_of_two(e.exponent, Offset);
}

/// The value but for 2^exponent, or a whole power of two near it.
template <class V>
OGIVE_INLINE constexpr V digits_of(const exponential<V>& e, const table16& powers = sixteenths_of_power) {
    using v = vocabulary<V>;
    if constexpr (v::has_table) {
        const V power = v::template by_bits<0>(powers, e.digits);
        return v::fma(e.rest, power, power);
    } else {
        return v::number(1) + e.rest;
    }
}

/// The value, rounded once below the normal range; the second for exp_parts_exact of an x <= 0.
template <class V>
OGIVE_INLINE constexpr V value_of(const exponential<V>& e) {
    return vocabulary<V>::scale_positive(math::digits_of(e), e.exponent);
}
template <class V>
OGIVE_INLINE constexpr V exact_value_of(const exponential<V>& e) {
    return vocabulary<V>::lowered_positive(math::digits_of(e, short_sixteenths_of_power), e.exponent);
}

/// The sixteenths of e, and y times them.
template <class V>
OGIVE_INLINE constexpr V sixteenths(const exponential<V, true>& e) {
    using v = vocabulary<V>;
    return v::template by_bits<0>(scaled_sixteenths_times<V>, e.digits);
}
template <class V, bool Table>
OGIVE_INLINE constexpr V times_sixteenths(V y, const exponential<V, Table>& e) {
    if constexpr (Table) return y * math::sixteenths(e);
    else return y;
}

/// y e of exp_parts_of_minus_square, rounded once more below the normal range.
template <class V, bool Table>
OGIVE_INLINE constexpr V times(V y, const exponential<V, Table>& e) {
    using v         = vocabulary<V>;
    const V product = math::times_sixteenths(y, e);
    return v::lowered(v::fma(e.rest, product, product), e.exponent);
}

/// The same for y = high + low > 0, by sixteenths with what the first product rounds off: in float, and for a factor.
template <bool AsFactor = false, class V, bool Table>
OGIVE_INLINE constexpr V times(V high, V low, const exponential<V, Table>& e) {
    using v = vocabulary<V>;
    if constexpr (Table && (is_single<V> || AsFactor)) {
        const V power = math::sixteenths(e);
        const V y     = high * power;
        const V rest  = v::fma(power, low, v::fma(high, power, v::negate(y)));
        return v::lowered_positive(V(y + v::fma(e.rest, y, rest)), e.exponent);
    } else {
        const V y = high + v::fma(e.rest, high, low);
        return v::lowered_positive(math::times_sixteenths(y, e), e.exponent);
    }
}

}  // namespace ogive::math
