#pragma once
// std::bit_cast for code of one instruction set.

#include <ogive/meta/config.hpp>

namespace ogive::detail {

template <class To, class From>
OGIVE_INLINE constexpr To bits_as(From const& x) {
    return __builtin_bit_cast(To, x);
}

}  // namespace ogive::detail
