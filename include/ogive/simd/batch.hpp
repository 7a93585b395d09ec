#pragma once
// Batches as the loops need them, the same for xsimd 8.1 and 14.

#include <cstddef>
#include <utility>

#include <ogive/simd/vocabulary.hpp>

namespace ogive::simd {

template <class T, class Arch>
using batch = xsimd::batch<T, Arch>;

/// The type of x < y.
template <class V>
using condition_of = typename math::vocabulary<V>::condition;

template <class V>
using scalar_of = typename math::vocabulary<V>::scalar;

/// The number of elements in a batch.
template <class B>
inline constexpr std::size_t lanes = B::size;

/// Reads lanes<B> elements from any address.
template <class B>
OGIVE_INLINE B load(const scalar_of<B>* from) {
    return B::load_unaligned(from);
}

/// Writes lanes<B> elements to any address.
template <class T, class Arch>
OGIVE_INLINE void store(T* to, const batch<T, Arch>& x) {
    x.store_unaligned(to);
}

/// True in the first n lanes; any n.
template <class B>
OGIVE_INLINE condition_of<B> first_lanes(std::size_t n) {
    using T = scalar_of<B>;
    return []<std::size_t... I>(std::index_sequence<I...>, std::size_t count) OGIVE_INLINE_LAMBDA {
        alignas(64) constexpr T numbers[] = {static_cast<T>(I)...};
        const std::size_t bounded = count < sizeof...(I) ? count : sizeof...(I);
        return load<B>(numbers) < B(static_cast<T>(bounded));
    }(std::make_index_sequence<lanes<B>>{}, n);
}

/// The first lane.
template <class T, class Arch>
OGIVE_INLINE T first(const batch<T, Arch>& x) {
    alignas(64) T values[lanes<batch<T, Arch>>];
    x.store_aligned(values);
    return values[0];
}

/// op over all lanes, as a tree of fixed shape: lane i with lane i + size/2, and so on down.
template <class T, class Arch, class Op>
OGIVE_INLINE T reduce(const batch<T, Arch>& x, Op op) {
    constexpr std::size_t size = lanes<batch<T, Arch>>;
    alignas(64) T values[size];
    x.store_aligned(values);
    for (std::size_t half = size / 2; half != 0; half /= 2)
        for (std::size_t i = 0; i != half; ++i) values[i] = op(values[i], values[i + half]);
    return values[0];
}

}  // namespace ogive::simd
