#pragma once
// How float and double are laid out in bits.

#include <cstdint>

namespace ogive::math {

template <class Scalar>
struct binary_format;

template <>
struct binary_format<float> {
    using bits = std::uint32_t;
    static constexpr int  fraction_bits = 23;
    static constexpr int  bias          = 127;
    static constexpr bits one           = 0x3f800000u;
    static constexpr bits three_quarter = 0x3f400000u;
    static constexpr bits fraction_mask = 0x007fffffu;
    static constexpr bits head_mask     = 0xfffff000u;  // leaves 12 significant bits
    static constexpr bits two_to_digits = 0x4b000000u;  // 2^23: an integer or-ed in is its value
};

template <>
struct binary_format<double> {
    using bits = std::uint64_t;
    static constexpr int  fraction_bits = 52;
    static constexpr int  bias          = 1023;
    static constexpr bits one           = 0x3ff0000000000000u;
    static constexpr bits three_quarter = 0x3fe8000000000000u;
    static constexpr bits fraction_mask = 0x000fffffffffffffu;
    static constexpr bits head_mask     = 0xfffffffff8000000u;  // leaves 26 significant bits
    static constexpr bits two_to_digits = 0x4330000000000000u;
};

}  // namespace ogive::math
