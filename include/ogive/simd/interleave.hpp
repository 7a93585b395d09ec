#pragma once
// Values that lie two by two, a0 b0 a1 b1 ..., taken apart and put together in registers.

#include <ogive/simd/batch.hpp>

namespace ogive::simd {

namespace detail {
template <int First, int Step, class T, class Arch, int... I>
OGIVE_INLINE batch<T, Arch> picked(const batch<T, Arch>& a, const batch<T, Arch>& b, std::integer_sequence<int, I...>) {
    using registers = typename batch<T, Arch>::register_type;
    const registers x = a, y = b;
    if constexpr (Step == 2)
        return batch<T, Arch>(registers(__builtin_shufflevector(x, y, First + 2 * I...)));
    else
        return batch<T, Arch>(registers(
            __builtin_shufflevector(x, y, First + I / 2 + I % 2 * static_cast<int>(sizeof...(I))...)));
}
template <class B>
inline constexpr std::make_integer_sequence<int, static_cast<int>(lanes<B>)> each_lane{};
}  // namespace detail

/// Reads 2 * lanes<B> elements and gives every other one, from the first on.
template <class B>
OGIVE_INLINE B load_every_other(const scalar_of<B>* from) {
    return detail::picked<0, 2>(load<B>(from), load<B>(from + lanes<B>), detail::each_lane<B>);
}

/// Writes a0 b0 a1 b1 ...
template <class T, class Arch>
OGIVE_INLINE void store_in_turn(T* to, const batch<T, Arch>& a, const batch<T, Arch>& b) {
    using B = batch<T, Arch>;
    simd::store(to, detail::picked<0, 1>(a, b, detail::each_lane<B>));
    simd::store(to + lanes<B>, detail::picked<static_cast<int>(lanes<B> / 2), 1>(a, b, detail::each_lane<B>));
}

}  // namespace ogive::simd
