#pragma once
// From the characters of a literal to exactly the double that the compiler makes of them.

#include <bit>
#include <cstddef>
#include <cstdint>

namespace ogive {
namespace detail {

/// The double nearest to m * 2^exponent, ties to even; infinity or 0 beyond the ends. `more` says
/// that the number lies a little above m, by less than 1; then m must have at least 54 bits.
constexpr double nearest_double(std::uint64_t m, std::int64_t exponent, bool more = false) {
    if (m == 0) return 0;
    int const leading_zeros = std::countl_zero(m);
    m <<= leading_zeros;
    std::int64_t const power = exponent + 63 - leading_zeros;  // 2^power <= number < 2^(power + 1)
    if (power > 1023) return std::bit_cast<double>(std::uint64_t{0x7ff} << 52);
    if (power < -1075) return 0;

    bool const normal = power >= -1022;
    int const  kept   = normal ? 53 : static_cast<int>(power + 1075);  // 0 ... 53 bits of m
    auto const rest   = m << kept;
    auto const half   = std::uint64_t{1} << 63;
    auto       bits   = kept == 0 ? 0 : m >> (64 - kept);
    if (rest > half || (rest == half && (more || bits % 2 == 1))) ++bits;

    // The leading bit of a normal number counts as one in the exponent's field, and so does a carry.
    if (normal) bits += static_cast<std::uint64_t>(power + 1022) << 52;
    return std::bit_cast<double>(bits);
}

/// An unsigned integer of up to 2688 bits: what `nearest_quotient` needs for 771 digits.
class big_unsigned {
    static constexpr int capacity = 84;

    std::uint32_t words_[capacity]{};  // least first; zero from size_ on
    int           size_ = 0;           // the last word in use is not zero

    constexpr void trim() {
        while (size_ > 0 && words_[size_ - 1] == 0) --size_;
    }

public:
    explicit constexpr big_unsigned(std::uint64_t value) : size_(2) {
        words_[0] = static_cast<std::uint32_t>(value);
        words_[1] = static_cast<std::uint32_t>(value >> 32);
        trim();
    }

    constexpr bool is_zero() const { return size_ == 0; }
    constexpr int  bit_width() const {
        return size_ == 0 ? 0 : 32 * size_ - std::countl_zero(words_[size_ - 1]);
    }

    constexpr void multiply_add(std::uint32_t factor, std::uint32_t addend) {
        std::uint64_t carry = addend;
        for (int i = 0; i < size_; ++i) {
            carry += std::uint64_t{words_[i]} * factor;
            words_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) words_[size_++] = static_cast<std::uint32_t>(carry);
    }

    constexpr void multiply_by_power_of_five(std::int64_t n) {
        for (; n >= 13; n -= 13) multiply_add(1'220'703'125, 0);  // 5^13, the largest in 32 bits
        for (; n > 0; --n) multiply_add(5, 0);
    }

    constexpr void shift_left(int count) {
        int const whole = count / 32, part = count % 32;
        for (int i = size_ - 1; i >= 0; --i) {
            std::uint64_t const moved = std::uint64_t{words_[i]} << part;
            words_[i + whole + 1] |= static_cast<std::uint32_t>(moved >> 32);
            words_[i + whole] = static_cast<std::uint32_t>(moved);
        }
        for (int i = 0; i < whole; ++i) words_[i] = 0;
        size_ += whole + 1;
        trim();
    }

    constexpr bool less_than(big_unsigned const& other) const {
        if (size_ != other.size_) return size_ < other.size_;
        for (int i = size_ - 1; i >= 0; --i)
            if (words_[i] != other.words_[i]) return words_[i] < other.words_[i];
        return false;
    }

    /// Subtracts factor * other, which must not be the greater.
    constexpr void subtract(big_unsigned const& other, std::uint32_t factor = 1) {
        std::uint64_t carry = 0, borrow = 0;
        for (int i = 0; i < size_; ++i) {
            carry += std::uint64_t{other.words_[i]} * factor;
            std::uint64_t const difference = words_[i] - (carry & 0xffff'ffff) - borrow;
            words_[i] = static_cast<std::uint32_t>(difference);
            borrow    = difference >> 63;
            carry >>= 32;
        }
        trim();
    }

    /// Long division: the next 32 bits of the quotient; what remains is left here. The divisor must
    /// be the greater, and the highest bit of its highest word must be set.
    constexpr std::uint32_t divide(big_unsigned const& divisor) {
        shift_left(32);
        int const           n        = divisor.size_;
        std::uint64_t const highest  = std::uint64_t{words_[n]} << 32 | words_[n - 1];
        auto                quotient = static_cast<std::uint32_t>(highest / (std::uint64_t{divisor.words_[n - 1]} + 1));
        subtract(divisor, quotient);
        for (; !less_than(divisor); ++quotient) subtract(divisor);  // a few times: the guess is low
        return quotient;
    }
};

/// The double nearest to numerator / denominator * 2^exponent, both positive; both are used up.
constexpr double nearest_quotient(big_unsigned& numerator, big_unsigned& denominator, std::int64_t exponent) {
    // Until denominator / 2 <= numerator < denominator: then the quotient's first bit is set.
    int wider = numerator.bit_width() - denominator.bit_width();
    if (wider > 0) denominator.shift_left(wider);
    if (wider < 0) numerator.shift_left(-wider);
    if (!numerator.less_than(denominator)) {
        denominator.shift_left(1);
        ++wider;
    }
    int const to_whole_words = (32 - denominator.bit_width() % 32) % 32;
    numerator.shift_left(to_whole_words);
    denominator.shift_left(to_whole_words);

    std::uint64_t quotient = numerator.divide(denominator);
    quotient               = quotient << 32 | numerator.divide(denominator);
    return nearest_double(quotient, exponent + wider - 64, !numerator.is_zero());
}

constexpr std::uint32_t digit_value(char c) {
    return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c <= 'F' ? c - 'A' + 10 : c - 'a' + 10);
}

/// The integer after an e or a p. It stops growing where it no longer matters.
constexpr std::int64_t parse_exponent(char const* first, char const* last) {
    bool const negative = *first == '-';
    if (*first == '-' || *first == '+') ++first;
    std::int64_t exponent = 0;
    for (; first != last; ++first)
        if (*first != '\'' && exponent < 1'000'000'000) exponent = 10 * exponent + digit_value(*first);
    return negative ? -exponent : exponent;
}

/// Binary, octal and hexadecimal: the digits are the bits.
constexpr double parse_bits(char const* first, char const* last, int bits_per_digit) {
    std::uint64_t leading  = 0;      // the first 61 to 64 bits
    bool          more     = false;  // a later bit is set
    bool          fraction = false;
    std::int64_t  exponent = 0;
    for (; first != last && *first != 'p' && *first != 'P'; ++first) {
        if (*first == '\'') continue;
        if (*first == '.') {
            fraction = true;
            continue;
        }
        if (leading >> 60 == 0) {
            leading = leading << bits_per_digit | digit_value(*first);
            if (fraction) exponent -= bits_per_digit;
        } else {
            more = more || *first != '0';
            if (!fraction) exponent += bits_per_digit;
        }
    }
    if (first != last) exponent += parse_exponent(first + 1, last);
    return nearest_double(leading, exponent, more);
}

/// A decimal literal: the integer that its digits spell, times 10^exponent.
struct decimal_literal {
    static constexpr int leading_digits = 19;  // as many as fit in 64 bits

    char const*   first;
    char const*   last;          // where the digits end, the point and separators among them
    std::uint64_t leading  = 0;  // of the first leading_digits digits
    std::int64_t  digits   = 0;  // how many there are, zeros in front not counted
    std::int64_t  exponent = 0;

    constexpr decimal_literal(char const* begin, char const* end) : first(begin), last(begin) {
        bool fraction = false;
        for (; last != end && *last != 'e' && *last != 'E'; ++last) {
            if (*last == '\'') continue;
            if (*last == '.') {
                fraction = true;
                continue;
            }
            if (fraction) --exponent;
            if (digits == 0 && *last == '0') continue;
            if (digits < leading_digits) leading = 10 * leading + digit_value(*last);
            ++digits;
        }
        if (last != end) exponent += parse_exponent(last + 1, end);
    }
};

/// Numbers for which one operation on doubles has only one rounding: both sides are exact (Clinger).
constexpr bool is_one_operation(decimal_literal const& literal) {
    return literal.digits <= literal.leading_digits && literal.leading <= std::uint64_t{1} << 53 &&
           -22 <= literal.exponent && literal.exponent <= 22;
}
constexpr double one_operation(decimal_literal const& literal) {
    double const digits = static_cast<double>(literal.leading);
    double       power  = 1;
    for (auto i = literal.exponent; i != 0; i += i < 0 ? 1 : -1) power *= 10;
    return literal.exponent < 0 ? digits / power : digits * power;
}

/// All other decimal numbers.
constexpr double nearest_decimal(decimal_literal const& literal) {
    // No number half way between two doubles has more digits: whatever follows can only say "more".
    constexpr int most_digits = 770;

    std::int64_t exponent = literal.exponent;
    big_unsigned numerator(literal.leading), denominator(1);
    if (literal.digits > literal.leading_digits) {
        numerator = big_unsigned(0);
        int           read  = 0;
        std::uint32_t group = 0, power = 1;  // up to nine digits at a time
        bool          more  = false;
        for (char const* c = literal.first; c != literal.last; ++c) {
            if (*c == '\'' || *c == '.' || (read == 0 && *c == '0')) continue;
            if (read == most_digits) {
                more = more || *c != '0';
                ++exponent;
                continue;
            }
            ++read;
            group = 10 * group + digit_value(*c);
            power *= 10;
            if (power == 1'000'000'000) {
                numerator.multiply_add(power, group);
                group = 0;
                power = 1;
            }
        }
        numerator.multiply_add(power, group);
        if (more) {
            numerator.multiply_add(10, 1);
            --exponent;
        }
    }
    (exponent < 0 ? denominator : numerator).multiply_by_power_of_five(exponent < 0 ? -exponent : exponent);
    return nearest_quotient(numerator, denominator, exponent);
}

constexpr double parse_decimal(char const* first, char const* last) {
    decimal_literal const literal(first, last);
    if (literal.digits == 0) return 0;
    if (is_one_operation(literal)) return one_operation(literal);

    std::int64_t const magnitude = literal.digits + literal.exponent;  // number < 10^magnitude
    if (magnitude > 309) return nearest_double(1, 1024);               // infinity
    if (magnitude < -323) return 0;                                    // below half of the least double
    return nearest_decimal(literal);
}

/// A leading 0 makes an integer octal, but not 0.5 or 01e2.
constexpr bool is_octal(char const* first, char const* last) {
    if (last - first < 2 || *first != '0') return false;
    for (; first != last; ++first)
        if (*first == '.' || *first == 'e' || *first == 'E') return false;
    return true;
}

}  // namespace detail

/// The value of a C++ numeric literal, without sign or suffix, given as its n characters: decimal,
/// octal, binary or hexadecimal, integer or floating, digit separators allowed, of any length.
/// Rounded to nearest, ties to even: exactly the compiler's own double; infinity where that overflows.
constexpr double parse_number(char const* s, std::size_t n) {
    char const* const last = s + n;
    if (n > 2 && s[0] == '0') {
        if (s[1] == 'x' || s[1] == 'X') return detail::parse_bits(s + 2, last, 4);
        if (s[1] == 'b' || s[1] == 'B') return detail::parse_bits(s + 2, last, 1);
    }
    if (detail::is_octal(s, last)) return detail::parse_bits(s, last, 3);
    return detail::parse_decimal(s, last);
}

}  // namespace ogive
