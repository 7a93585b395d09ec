#pragma once
// Real numbers as template arguments: c<1.5>.

#include <bit>
#include <cstdint>
#include <type_traits>

namespace ogive {

/// A double that can be a template argument on every supported compiler (clang 14 takes no plain
/// double there). Two reals are the same when their bits are: -0.0 is not 0.0, a NaN equals itself.
struct real {
    std::uint64_t bits = 0;  // public: a template argument has no secrets

    constexpr real() = default;  // 0.0

    /// From any number: the nearest double (a long double, or an integer above 2^53, is rounded).
    template <class Number>
        requires std::is_arithmetic_v<Number>
    constexpr real(Number number) : bits(std::bit_cast<std::uint64_t>(static_cast<double>(number))) {}

    constexpr double value() const { return std::bit_cast<double>(bits); }

    friend constexpr bool operator==(real const&, real const&) = default;
};

}  // namespace ogive
