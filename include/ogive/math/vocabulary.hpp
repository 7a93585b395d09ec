#pragma once
// The few words in which every function of this folder is written, and their meaning for float and
// double. <ogive/simd/vocabulary.hpp> gives them the same meaning for a batch.

#include <concepts>
#include <iterator>
#include <limits>
#include <type_traits>

#include <ogive/math/binary_format.hpp>
#include <ogive/meta/bits.hpp>
#include <ogive/meta/config.hpp>

namespace ogive::math {

/// x = fraction * 2^exponent, fraction in [0.75, 1.5), exponent an integer.
///
/// Special   0 -> exponent -inf; +inf -> exponent +inf; below 0, NaN -> fraction NaN
template <class V>
struct fraction_and_exponent {
    V fraction;
    V exponent;
};

/// A number as the nearest integer, in the form in which it scales, and what is left.
template <class V>
struct power_and_rest {
    V power;
    V rest;
};

/// Sixteen constants to choose among: within registers where an instruction set can, else from memory.
struct alignas(64) table16 {
    double entry[16];
};
struct alignas(64) single_table16 {
    float entry[16];
};
struct alignas(32) single_table8 {
    float entry[8];
};
struct alignas(64) single_table32 {
    float entry[32];
};

/// What the functions need to know of a value type V. Members:
///
/// scalar, condition        the element type; the type of x < y
/// exact_fma                whether fma rounds once (some instruction sets round twice)
/// divides_slowly           whether a division takes longer than reciprocal_estimate and its correction
/// has_table                whether by_bits of a table16 stays within registers (double only)
/// has_single_table         whether by_bits of a single_table16 does (float only)
/// looks_up_at_once         whether that is one instruction
/// looks_up_eight           whether by_bits of a single_table8 is one instruction, and of a single_table16 several
/// prefers_tables           whether a look-up of 32 entries is better than a division: where that is slow; for a
///                          number, since the error is less
/// scales_any               whether the n of scale may be so large that its last digits are lost, or infinite; a fraction
///                          of it is dropped then
/// number(d)                the constant d
/// fma(a, b, c)             a * b + c
/// select(c, a, b)          c ? a : b
/// larger(a, b)             a > b ? a : b, so b when either is NaN or when they are equal
/// smaller(a, b)            a < b ? a : b, likewise
/// negate, absolute, copysign, sqrt
/// round(x)                 to the nearest integer, ties to even; |x| below 2^22 (float), 2^51
/// multiply, divide         a * b and a / b, in constant expressions too where they overflow
/// reciprocal_estimate(x)   1/x within 2^-14, x and that normal numbers; only where it divides slowly
/// has_nan(x)               whether a lane is NaN; only where it divides slowly, of a vector alone
/// held(x, limit)           x, at most of the magnitude of limit, which stands for NaN too; only where it scales_any
/// held_absolute(x, limit)  |x|, at most limit, which may stand for NaN too; only where it prefers tables
/// minus_held_absolute(x, limit)  minus that; only where it looks up at once
/// sign(x)                  1, for what is below 0 -1, for a zero and NaN that; only where it prefers tables
/// below_0_or(x, y)         y for an x below 0, else x; only where it scales_any
/// power_of_two(n, m)       2^(n + m), n an integer, 2^(n + m) a normal number or 0 (n + m = -bias)
/// as_exponent(x)           2^(k - bias), k the last digits of x, above 0 and below 2 bias
/// times_power<m>(x)        x * 2^m by the bits of the exponent, both normal numbers
/// raised(x, k)             x * 2^n by the bits of the exponent, n what the last digits of k say, both normal numbers; not
///                          where it scales_any
/// scale(x, n)              x * 2^n rounded once, n an integer between -2 bias + 2 and 2 bias, where it scales_any of any
///                          size, |x| at least 2^-900 (2^-100), at most 2^10
/// scale_positive(x, n)     the same for an x > 0
/// lowered(x, n)            the same for an n between -3/2 bias + 1 and 0; lowered_positive for an x > 0
/// scale_to_normal(x, n)    x * 2^n, a normal number; only where it scales_any
/// nearest(x)               power_and_rest of an x of at most bias, with scales_any of any x
/// scale_by(x, power)       x * 2^n for an x > 0 and the n of nearest; results below the normal range may be 0 instead
/// split(x)                 fraction_and_exponent
/// by_bits<n>(t, x)         t.entry[four bits of x, above its n lowest], t a table16 for double, a single_table16 for
///                          float; with has_table the fraction of scale's n is dropped
/// head(x)                  x with the lower half of its digits cleared: head(x) * head(y) is exact
template <class V>
struct vocabulary;

template <std::floating_point V>
    requires(std::same_as<V, float> || std::same_as<V, double>)
struct vocabulary<V> {
    using scalar    = V;
    using condition = bool;
    using format    = binary_format<V>;
    using bits      = typename format::bits;

    static constexpr bool exact_fma        = true;
    static constexpr bool divides_slowly   = false;
    static constexpr bool has_table        = false;
    static constexpr bool has_single_table = false;
    static constexpr bool scales_any       = false;
    static constexpr bool looks_up_at_once = std::same_as<V, float>;
    static constexpr bool looks_up_eight   = false;
    static constexpr bool prefers_tables   = looks_up_at_once;
    static constexpr V    infinity         = std::numeric_limits<V>::infinity();
    static constexpr V    not_a_number     = std::numeric_limits<V>::quiet_NaN();

    OGIVE_INLINE static constexpr V number(double value) { return static_cast<V>(value); }

    OGIVE_INLINE static constexpr V select(bool c, V a, V b) { return c ? a : b; }
    OGIVE_INLINE static constexpr V larger(V a, V b) { return a > b ? a : b; }
    OGIVE_INLINE static constexpr V smaller(V a, V b) { return a < b ? a : b; }

    OGIVE_INLINE static constexpr V negate(V x) { return -x; }
    OGIVE_INLINE static constexpr V absolute(V x) {
        return detail::bits_as<V>(detail::bits_as<bits>(x) & ~sign_bit);
    }
    OGIVE_INLINE static constexpr V copysign(V magnitude, V sign) {
        return detail::bits_as<V>((detail::bits_as<bits>(magnitude) & ~sign_bit) |
                                (detail::bits_as<bits>(sign) & sign_bit));
    }
    OGIVE_INLINE static constexpr V head(V x) {
        return detail::bits_as<V>(detail::bits_as<bits>(x) & format::head_mask);
    }

    OGIVE_INLINE static constexpr V held_absolute(V x, V limit) { return smaller(limit, absolute(x)); }
    OGIVE_INLINE static constexpr V minus_held_absolute(V x, V limit) { return larger(-limit, -absolute(x)); }
    OGIVE_INLINE static constexpr V sign(V x) { return x > 0 ? V(1) : x < 0 ? V(-1) : x; }

    template <int Position, class Table>
    OGIVE_INLINE static constexpr V by_bits(const Table& t, V x) {
        return t.entry[(detail::bits_as<bits>(x) >> Position) & (std::size(t.entry) - 1)];
    }

    OGIVE_INLINE static constexpr V fma(V a, V b, V c) {
        if (std::is_constant_evaluated()) return constant_fma(a, b, c);
        if constexpr (std::same_as<V, float>) return __builtin_fmaf(a, b, c);
        else return __builtin_fma(a, b, c);
    }

    OGIVE_INLINE static constexpr V sqrt(V x) {
        if (std::is_constant_evaluated()) return constant_sqrt(x);
        if constexpr (std::same_as<V, float>) return __builtin_sqrtf(x);
        else return __builtin_sqrt(x);
    }

    // Adding a number whose last digit is a unit leaves no room for a fraction.
    OGIVE_INLINE static constexpr V round(V x) {
        constexpr V shift = V(1.5) / std::numeric_limits<V>::epsilon();
        return (x + shift) - shift;
    }

    OGIVE_INLINE static constexpr V multiply(V a, V b) {
        if (std::is_constant_evaluated()) {
            const V p = absolute(a), q = absolute(b);
            if (a != a || b != b || (p == 0 && q == infinity) || (q == 0 && p == infinity)) return not_a_number;
            if (p > 1 && q > 1 && p > std::numeric_limits<V>::max() / q)
                return (a < 0) != (b < 0) ? -infinity : infinity;
        }
        return a * b;
    }
    OGIVE_INLINE static constexpr V sum(V a, V b) {
        if (std::is_constant_evaluated()) {
            if (a != a || b != b || (absolute(a) == infinity && b == -a)) return not_a_number;
            const V most = std::numeric_limits<V>::max();
            if ((a > 0 && b > most - a) || (a < 0 && b < -most - a)) return a > 0 ? infinity : -infinity;
        }
        return a + b;
    }
    OGIVE_INLINE static constexpr V divide(V a, V b) {
        if (std::is_constant_evaluated()) {
            const V p = absolute(a), q = absolute(b);
            if (a != a || b != b || (p == 0 && q == 0) || (p == infinity && q == infinity)) return not_a_number;
            const bool infinite = b == 0 || (q < 1 && p > std::numeric_limits<V>::max() * q);
            if (infinite) return copysign(infinity, copysign(V(1), a) * copysign(V(1), b));
        }
        return a / b;
    }

    OGIVE_INLINE static constexpr V power_of_two(V n, int offset = 0) {
        // The sum's last digits are the exponent field; no conversion, so that NaN gives some number too.
        const V shift = V(1.5) / std::numeric_limits<V>::epsilon() + static_cast<V>(format::bias + offset);
        if (std::is_constant_evaluated() && n != n) return n;
        return detail::bits_as<V>(detail::bits_as<bits>(n + shift) << format::fraction_bits);
    }

    OGIVE_INLINE static constexpr V as_exponent(V x) {
        return detail::bits_as<V>(detail::bits_as<bits>(x) << format::fraction_bits);
    }
    template <int Power>
    OGIVE_INLINE static constexpr V times_power(V x) {
        return detail::bits_as<V>(detail::bits_as<bits>(x) + (static_cast<bits>(Power) << format::fraction_bits));
    }

    OGIVE_INLINE static constexpr V raised(V x, V digits) {
        return detail::bits_as<V>(detail::bits_as<bits>(x) + (detail::bits_as<bits>(digits) << format::fraction_bits));
    }

    OGIVE_INLINE static constexpr V scale(V x, V n) {
        constexpr V limit   = 2 * format::bias - 2;
        const V     bounded = larger(-limit, smaller(limit, n));
        const V     first   = round(bounded * V(0.5));
        const V     second  = bounded - first;
        return multiply(multiply(x, power_of_two(first)), power_of_two(second));
    }

    OGIVE_INLINE static constexpr power_and_rest<V> nearest(V x) {
        constexpr V shift   = V(1.5) / std::numeric_limits<V>::epsilon() + V(format::bias);
        const V     bounded = larger(V(-format::bias), x);
        const V     digits  = bounded + shift;
        return {digits, bounded - (digits - shift)};
    }
    OGIVE_INLINE static constexpr V scale_positive(V x, V n) { return scale(x, n); }
    OGIVE_INLINE static constexpr V lowered(V x, V n) { return scale(x, n); }
    OGIVE_INLINE static constexpr V lowered_positive(V x, V n) { return scale(x, n); }
    OGIVE_INLINE static constexpr V scale_by(V x, V power) { return multiply(x, as_exponent(power)); }

    OGIVE_INLINE static constexpr fraction_and_exponent<V> split(V x) {
        constexpr V    lift      = V(bits(1) << format::fraction_bits) * 4;
        constexpr int  lifted_by = format::fraction_bits + 2;
        const bool     denormal  = x < std::numeric_limits<V>::min();
        const bits     raw       = detail::bits_as<bits>(denormal ? x * lift : x);
        const bits     aligned   = raw + (format::one - format::three_quarter);
        const V        exponent  = static_cast<V>(static_cast<int>(aligned >> format::fraction_bits) -
                                                  (denormal ? format::bias + lifted_by : format::bias));
        const V        fraction  = detail::bits_as<V>((aligned & format::fraction_mask) + format::three_quarter);
        return {x >= 0 ? fraction : std::numeric_limits<V>::quiet_NaN(),
                x == 0 ? -infinity : (x == infinity ? infinity : exponent)};
    }

private:
    static constexpr bits sign_bit = bits(1) << (8 * sizeof(V) - 1);

    // The compilers' own fma is not usable in constant expressions everywhere.
    static constexpr V constant_fma(V a, V b, V c) {
        if constexpr (std::same_as<V, float>) {
            using d = vocabulary<double>;
            return static_cast<float>(
                d::sum(d::multiply(static_cast<double>(a), static_cast<double>(b)), static_cast<double>(c)));
        } else {
            const V product = multiply(a, b);
            const V large   = 1e140;
            if (!(absolute(a) < large && absolute(b) < large && absolute(c) < infinity)) return sum(product, c);
            const V ah = head(a), al = a - ah, bh = head(b), bl = b - bh;
            const V rest  = ((ah * bh - product) + ah * bl + al * bh) + al * bl;
            const V whole = product + c;
            const V part  = whole - product;
            const V error = (product - (whole - part)) + (c - part);
            return whole + (error + rest);
        }
    }

    // Newton's iteration from above; it ends when it no longer falls.
    static constexpr V constant_sqrt(V x) {
        if (x == 0 || x == infinity) return x;
        if (!(x > 0)) return std::numeric_limits<V>::quiet_NaN();
        const auto [fraction, exponent] = split(x);
        const int  half                 = (static_cast<int>(exponent) - (static_cast<int>(exponent) & 1)) / 2;
        const V    reduced              = (static_cast<int>(exponent) & 1) != 0 ? 2 * fraction : fraction;
        V          y                    = 2;
        for (V next = (y + reduced / y) / 2; next < y; next = (y + reduced / y) / 2) y = next;
        const V residual = constant_fma(-y, y, reduced);
        return scale(y + residual / (2 * y), static_cast<V>(half));
    }
};

/// Whether the elements of V are float.
template <class V>
inline constexpr bool is_single = std::same_as<typename vocabulary<V>::scalar, float>;

/// The constant of V's precision: digits for float, digits for double.
template <class V>
OGIVE_INLINE constexpr V number(double single_value, double double_value) {
    return vocabulary<V>::number(is_single<V> ? single_value : double_value);
}
template <class V>
OGIVE_INLINE constexpr V number(double value) {
    return vocabulary<V>::number(value);
}

/// A number in two parts.
template <class V>
struct in_two_parts {
    V high;
    V low;
};

/// What product, a * b rounded, is too small by.
template <class V>
OGIVE_INLINE constexpr V rest_of_product(V a, V b, V product) {
    using v = vocabulary<V>;
    if constexpr (v::exact_fma) {
        return v::fma(a, b, v::negate(product));
    } else {
        const V head_a = v::head(a), tail_a = a - head_a, head_b = v::head(b), tail_b = b - head_b;
        return ((head_a * head_b - product) + head_a * tail_b + tail_a * head_b) + tail_a * tail_b;
    }
}

/// The same, 0 where it would itself be rounded below the normal range, or the product is infinite.
template <class V>
OGIVE_INLINE constexpr V rest_of_normal_product(V a, V b, V product) {
    using v      = vocabulary<V>;
    const V size = v::absolute(product);
    return v::select(size > v::number(0x1p-90) && size < v::number(v::infinity), math::rest_of_product(a, b, product),
                     v::number(0));
}

/// a b + c where c cancels nearly all of a b: without a fused multiply-add too, what a b rounds off is in it.
template <class V>
OGIVE_INLINE constexpr V cancelling_fma(V a, V b, V c) {
    using v   = vocabulary<V>;
    const V y = v::fma(a, b, c);
    if constexpr (v::exact_fma) return y;
    else return y + math::rest_of_product(a, b, V(a * b));
}

/// max(x, 0), but -0 for -0 and all below; NaN stays.
template <class V>
OGIVE_INLINE constexpr V positive_part(V x) {
    return vocabulary<V>::larger(vocabulary<V>::number(-0.0), x);
}

}  // namespace ogive::math
