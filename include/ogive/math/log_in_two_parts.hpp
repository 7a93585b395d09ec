#pragma once
// The logarithm with the digits that a large factor brings forth.

#include <ogive/math/polynomial.hpp>

namespace ogive::math {

/// Minus the logarithms of 11/16 ... 21/16, each where its numerator's last four bits say: the multiples of 2^-42, and
/// what these are too small by.
inline constexpr table16 logs_of_sixteenths{
    0, -0x1.f0a30c0118p-5, -0x1.e27076e2bp-4, -0x1.5ff3070a7ap-3, -0x1.c8ff7c79aap-3, -0x1.1675cababap-2, 0, 0, 0, 0, 0,
    0x1.7fafa3bd81p-2, 0x1.269621134ep-2, 0x1.a93ed3c8aep-3, 0x1.1178e8227ep-3, 0x1.08598b59e4p-4};
inline constexpr table16 rests_of_logs_of_sixteenths{
    0, 0x1.d599e83368e91p-45, 0x1.a342c2af0003cp-45, 0x1.8586f183bebf2p-44, 0x1.7794f689f8434p-45,
    -0x1.8380e731f55c4p-44, 0, 0, 0, 0, 0, 0x1.46fb79bf6d4cbp-44, -0x1.1b61f10522625p-44, -0x1.8724350562169p-45,
    0x1.1ef78ce2d07f2p-45, -0x1.7e5dd7009902cp-46};

/// The same for float, in multiples of 2^-15.
inline constexpr single_table16 single_logs_of_sixteenths = [] {
    single_table16 t{};
    for (int k = 0; k != 16; ++k)
        t.entry[k] = static_cast<float>(vocabulary<double>::round(logs_of_sixteenths.entry[k] * 0x1p15) * 0x1p-15);
    return t;
}();
inline constexpr single_table16 single_rests_of_logs_of_sixteenths = [] {
    single_table16 t{};
    for (int k = 0; k != 16; ++k) {
        const double first = static_cast<double>(single_logs_of_sixteenths.entry[k]);
        t.entry[k] = static_cast<float>((logs_of_sixteenths.entry[k] - first) + rests_of_logs_of_sixteenths.entry[k]);
    }
    return t;
}();

/// log(x). Where that is infinite, so is the high part, and the low one is NaN.
///
/// With c near 1 / fraction in sixteenths r = c fraction - 1 is exact; log(x) = exponent ln 2 - log(c) + log(1 + r),
/// and log(1 + r) = r - r^2 / 2 - r^3 / 2 P(r), |r| below 0.0462 (near x = 1 below 0.0314), P of degree 4 for float
/// (error 2^-36.3) and 9 for double (2^-67.6). What sums and the square lose is in the low part.
///
/// Domain      x >= 0           Range  all reals
/// Accuracy    2^-33.4 of it for float, 2^-62.3 for double (600000 random inputs)
/// Cost        two look-ups, two polynomials; no division
template <class V>
OGIVE_INLINE constexpr in_two_parts<V> log_in_two_parts(V x) {
    using v                         = vocabulary<V>;
    const auto [fraction, exponent] = v::split(x);
    const V last_is_sixteenth       = math::number<V>(0x1.8p19, 0x1.8p48);
    const V near                    = math::polynomial(fraction, 0x1.e8p1, -0x1.55af4ap2, 0x1.a0a80cp1, -0x1.7595ap-1);
    const V digits                  = near + last_is_sixteenth;
    const V c                       = digits - last_is_sixteenth;
    V       high                    = exponent;
    V       low                     = exponent;
    if constexpr (is_single<V>) {
        high = v::template by_bits<0>(single_logs_of_sixteenths, digits);
        low  = v::template by_bits<0>(single_rests_of_logs_of_sixteenths, digits);
    } else {
        high = v::template by_bits<0>(logs_of_sixteenths, digits);
        low  = v::template by_bits<0>(rests_of_logs_of_sixteenths, digits);
    }
    high = v::fma(exponent, math::number<V>(0x1.62e4p-1, 0x1.62e42fefa38p-1), high);
    low  = v::fma(exponent, math::number<V>(0x1.7f7d1cp-20, 0x1.ef35793c7673p-45), low);

    V r = c;
    if constexpr (v::exact_fma) {
        r = v::fma(c, fraction, v::number(-1));
    } else {
        const V head = v::head(fraction);
        r            = (c * head - v::number(1)) + c * (fraction - head);
    }
    const V minus_half = r * v::number(-0.5);
    const V bent       = minus_half * r;
    V       p          = r;
    if constexpr (is_single<V>) {
        p = math::polynomial(r, -0x1.555552p-1, 0x1.ffffd8p-2, -0x1.99bcbap-2, 0x1.56271ap-2, -0x1.f3ea84p-3);
    } else {
        p = math::polynomial_by_parity(r, V(r * r), -0x1.5555555555557p-1, 0x1.0000000000003p-1, -0x1.9999999994668p-2,
                                       0x1.555555554defcp-2, -0x1.2492494f6d665p-2, 0x1.000000340ea65p-2,
                                       -0x1.c71b3b25e56b4p-3, 0x1.999848f029552p-3, -0x1.765df6d8cd8ffp-3,
                                       0x1.5753235fedf71p-3);
    }
    const V straight = high + r;
    const V sum      = straight + bent;
    const V lost     = ((high - straight) + r) + ((straight - sum) + bent);
    const V rest     = (low + lost) + v::fma(V(bent * r), p, math::rest_of_product(minus_half, r, bent));
    const V infinity = v::number(std::numeric_limits<double>::infinity());
    const V finite   = v::select(v::absolute(exponent) < infinity, rest, v::number(0));
    const V whole    = sum + finite;
    return {whole, (sum - whole) + finite};
}

}  // namespace ogive::math
