#pragma once
// The shape of a value: which of its indices it depends on.

#include <cstdint>

namespace ogive {

/// Bits of a shape. An elementwise operation has the union of its arguments' bits.
using shape = std::uint8_t;

namespace shapes {
inline constexpr shape one = 0;         ///< one value for all
inline constexpr shape per_row = 1;     ///< varies from row to row
inline constexpr shape per_column = 2;  ///< varies along a row
inline constexpr shape per_element = per_row | per_column;
inline constexpr shape open = 4;  ///< of a name that no call has bound yet: it may vary along more dimensions
inline constexpr shape late = 8;  ///< known only after the last row: a sum over rows went into it
}  // namespace shapes

/// The dimensions alone, without `open` and `late`.
constexpr shape dimensions(shape s) { return s & shapes::per_element; }

/// What a call has bound to a name.
struct leaf_shape {
    std::uint64_t key = 0;  ///< hash of the name
    shape of = shapes::per_element;
};

}  // namespace ogive
