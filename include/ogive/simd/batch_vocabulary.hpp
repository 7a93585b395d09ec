#pragma once
// The vocabulary of <ogive/math/vocabulary.hpp> for batches, in what xsimd 8.1 and 14 share.

#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

#include <ogive/math/vocabulary.hpp>
#include <ogive/simd/registers.hpp>

namespace ogive::simd {

/// The bits of a batch as a batch of another element type.
template <class To, class From, class Arch>
OGIVE_INLINE xsimd::batch<To, Arch> bit_cast(const xsimd::batch<From, Arch>& x) {
    using result = xsimd::batch<To, Arch>;
    return batched<result>(reinterpret_cast<typename result::register_type>(x.data));
}

/// Whether Arch is AVX2, with or without fused multiply-add.
template <class Arch>
inline constexpr bool is_avx2 = std::is_base_of_v<xsimd::avx2, Arch> && !is_avx512<Arch>;

/// Whether Arch is the NEON of 64-bit ARM.
template <class Arch>
inline constexpr bool is_neon64 = std::is_base_of_v<xsimd::neon64, Arch>;

/// Whether Arch has fused multiply-add.
template <class Arch>
concept fused_x86 = is_avx512<Arch> || requires(Arch* arch) { []<class Base>(xsimd::fma3<Base>*) {}(arch); };

template <class T, class Arch>
struct batch_vocabulary {
    using scalar    = T;
    using condition = xsimd::batch_bool<T, Arch>;
    using value     = xsimd::batch<T, Arch>;
    using format    = math::binary_format<T>;
    using bits      = xsimd::batch<typename format::bits, Arch>;

    static constexpr bool exact_fma = fused_x86<Arch> || is_neon64<Arch>;
    static constexpr bool divides_slowly = false;
    static constexpr bool has_table = false;
    static constexpr bool scales_any = false;
    static constexpr bool has_single_table = (is_avx2<Arch> || is_neon64<Arch>) && std::is_same_v<T, float>;
    static constexpr bool looks_up_at_once = false;
    static constexpr bool looks_up_eight = has_single_table;
    static constexpr bool prefers_tables = false;
    static constexpr T infinity = std::numeric_limits<T>::infinity();

    OGIVE_INLINE static value number(double x) { return simd::filled<value>(static_cast<T>(x)); }

    OGIVE_INLINE static value fma(const value& a, const value& b, const value& c) { return xsimd::fma(a, b, c); }
    OGIVE_INLINE static value select(const condition& c, const value& a, const value& b) {
        return simd::choose(c, a, b);
    }
    OGIVE_INLINE static value larger(const value& a, const value& b) {
        if constexpr (has_words<Arch>) return batched<value>(register_max(a.data, b.data));
        else return xsimd::select(a > b, a, b);
    }
    OGIVE_INLINE static value smaller(const value& a, const value& b) {
        if constexpr (has_words<Arch>) return batched<value>(register_min(a.data, b.data));
        else return xsimd::select(a < b, a, b);
    }
    // xsimd's own minus is 0 - x for some instruction sets, which loses the sign of a zero.
    OGIVE_INLINE static value negate(const value& x) {
        return batched<value>(-x.data);
    }
    OGIVE_INLINE static value absolute(const value& x) { return simd::absolute(x); }
    OGIVE_INLINE static value copysign(const value& magnitude, const value& sign) {
        return absolute(magnitude) | (sign & value(T(-0.0)));
    }
    OGIVE_INLINE static value sqrt(const value& x) {
        if constexpr (is_neon64<Arch>) return batched<value>(register_sqrt(x.data));
        else return xsimd::sqrt(x);
    }

    OGIVE_INLINE static value round(const value& x) {
        const value shift(T(1.5) / std::numeric_limits<T>::epsilon());
        return (x + shift) - shift;
    }
    OGIVE_INLINE static value multiply(const value& a, const value& b) { return simd::product(a, b); }
    OGIVE_INLINE static value divide(const value& a, const value& b) { return simd::quotient(a, b); }

    // xsimd's own shifts are calls of a function of dozens of branches for NEON.
    template <int By>
    OGIVE_INLINE static bits shifted_left(const bits& x) {
        if constexpr (is_neon64<Arch>) return batched<bits>(x.data << bits(By).data);
        else return x << By;
    }
    template <int By>
    OGIVE_INLINE static bits shifted_right(const bits& x) {
        if constexpr (is_neon64<Arch>) return batched<bits>(x.data >> bits(By).data);
        else return x >> By;
    }

    OGIVE_INLINE static value power_of_two(const value& n, int offset = 0) {
        const T shift = T(1.5) / std::numeric_limits<T>::epsilon() + static_cast<T>(format::bias + offset);
        return bit_cast<T>(shifted_left<format::fraction_bits>(bit_cast<typename format::bits>(n + value(shift))));
    }

    OGIVE_INLINE static value as_exponent(const value& x) {
        return bit_cast<T>(shifted_left<format::fraction_bits>(bit_cast<typename format::bits>(x)));
    }
    template <int Power>
    OGIVE_INLINE static value times_power(const value& x) {
        using word = typename format::bits;
        return bit_cast<T>(bit_cast<word>(x) + bits(static_cast<word>(Power) << format::fraction_bits));
    }
    OGIVE_INLINE static value raised(const value& x, const value& digits) {
        using word = typename format::bits;
        return bit_cast<T>(bit_cast<word>(x) + shifted_left<format::fraction_bits>(bit_cast<word>(digits)));
    }

    // By the two halves of n + 2 bias as exponents.
    OGIVE_INLINE static value scale(const value& x, const value& n) {
        const value shift(T(1.5) / std::numeric_limits<T>::epsilon() + T(2 * format::bias));
        const bits  both = bit_cast<typename format::bits>(n + shift), half = shifted_right<1>(both);
        return x * bit_cast<T>(shifted_left<format::fraction_bits>(half)) *
               bit_cast<T>(shifted_left<format::fraction_bits>(both - half));
    }
    OGIVE_INLINE static value lowered(const value& x, const value& n) {
        return x * power_of_two(n, format::bias / 2) * value(math::vocabulary<T>::power_of_two(-(format::bias / 2)));
    }
    OGIVE_INLINE static value lowered_positive(const value& x, const value& n) { return lowered(x, n); }

    OGIVE_INLINE static math::power_and_rest<value> nearest(const value& x) {
        const value shift(T(1.5) / std::numeric_limits<T>::epsilon() + T(format::bias));
        const value bounded = larger(number(-format::bias), x), digits = bounded + shift;
        return {digits, bounded - (digits - shift)};
    }
    OGIVE_INLINE static value scale_positive(const value& x, const value& n) { return scale(x, n); }
    OGIVE_INLINE static value scale_by(const value& x, const value& power) { return x * as_exponent(power); }

    OGIVE_INLINE static math::fraction_and_exponent<value> split(const value& x) {
        using word               = typename format::bits;
        constexpr int  lifted_by = format::fraction_bits + 2;
        const value    lift(T(word(1) << format::fraction_bits) * 4);
        const auto     denormal = x < value(std::numeric_limits<T>::min());
        const bits     raw      = bit_cast<word>(xsimd::select(denormal, x * lift, x));
        const bits     aligned  = raw + bits(format::one - format::three_quarter);
        const bits     field    = shifted_right<format::fraction_bits>(aligned) | bits(format::two_to_digits);
        const T        offset   = T(word(1) << format::fraction_bits) + T(format::bias);
        const value    exponent = bit_cast<T>(field) - xsimd::select(denormal, value(offset + T(lifted_by)),
                                                                     value(offset));
        const value    fraction =
            bit_cast<T>((aligned & bits(format::fraction_mask)) + bits(format::three_quarter));
        const value zero(T(0));
        return {xsimd::select(x >= zero, fraction, value(std::numeric_limits<T>::quiet_NaN())),
                xsimd::select(x == zero, value(-infinity),
                              xsimd::select(x == value(infinity), value(infinity), exponent))};
    }

    OGIVE_INLINE static value head(const value& x) {
        return bit_cast<T>(bit_cast<typename format::bits>(x) & bits(format::head_mask));
    }

    template <int Position, class Table>
    OGIVE_INLINE static value by_bits(const Table& t, const value& x) {
        const bits index = shifted_right<Position>(bit_cast<typename format::bits>(x));
        if constexpr (has_single_table) {
            return batched<value>(choose_entry(t, index.data));
        } else {
            alignas(64) typename format::bits lane[value::size];
            index.store_aligned(lane);
            return [&]<std::size_t... I>(std::index_sequence<I...>) OGIVE_INLINE_LAMBDA {
                alignas(64) const T chosen[] = {t.entry[lane[I] & 15]...};
                return value::load_aligned(chosen);
            }(std::make_index_sequence<value::size>{});
        }
    }
};

}  // namespace ogive::simd

namespace ogive::math {

template <std::floating_point T, class Arch>
struct vocabulary<xsimd::batch<T, Arch>> : simd::batch_vocabulary<T, Arch> {};

}  // namespace ogive::math
