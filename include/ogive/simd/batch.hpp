#pragma once
// Batches as the loops need them, the same for xsimd 8.1 and 14.

#include <cstddef>
#include <type_traits>
#include <utility>

#include <ogive/simd/vocabulary.hpp>
#include <ogive/simd/x86_parts.hpp>

namespace ogive::simd {

/// The type of x < y.
template <class V>
using condition_of = typename math::vocabulary<V>::condition;

template <class V>
using scalar_of = typename math::vocabulary<V>::scalar;

/// Whether a condition converts to a bool, as the masks of xsimd 8's AVX-512 do, and batches for which it does not.
template <class V>
inline constexpr bool conditions_convert_to_bool = std::is_constructible_v<bool, condition_of<V>>;
template <class V>
using strict_batch = batch<scalar_of<V>, xsimd::sse2>;

/// The number of elements in a batch.
template <class B>
inline constexpr std::size_t lanes = B::size;

/// 0, 1, 2, ...
template <class B>
OGIVE_INLINE B lane_numbers() {
    using T = scalar_of<B>;
    return []<std::size_t... I>(std::index_sequence<I...>) OGIVE_INLINE_LAMBDA {
        alignas(64) constexpr T numbers[] = {static_cast<T>(I)...};
        return load<B>(numbers);
    }(std::make_index_sequence<lanes<B>>{});
}

/// True in the first n lanes; any n.
template <class B>
OGIVE_INLINE condition_of<B> first_lanes(std::size_t n) {
    if (n > lanes<B>) n = lanes<B>;
    if constexpr (is_avx512<typename B::arch_type>) return condition_of<B>(lane_mask<scalar_of<B>>(n));
    else return lane_numbers<B>() < B(static_cast<scalar_of<B>>(n));
}

/// c in all lanes. xsimd 8 sets the bits of a mask one by one.
template <class B>
OGIVE_INLINE condition_of<B> in_all_lanes(bool c) {
    if constexpr (is_avx512<typename B::arch_type>) return condition_of<B>(lane_mask<scalar_of<B>>(c ? lanes<B> : 0));
    else return condition_of<B>(c);
}

template <class B>
OGIVE_INLINE bool in_any_lane(const condition_of<B>& c) {
    return xsimd::any(c);
}

/// Reads n elements, at most lanes<B>; the lanes behind them are 0.
template <class B>
OGIVE_INLINE B load_first(const scalar_of<B>* from, std::size_t n) {
    if constexpr (is_avx512<typename B::arch_type>) {
        return B(load_part(from, n));
    } else {
        if (n == lanes<B>) return load<B>(from);
        if constexpr (is_x86<typename B::arch_type>) {
            B part;
            register_load_first(part.data, from, n);
            return part;
        } else {
            alignas(64) scalar_of<B> part[lanes<B>]{};
            for (std::size_t i = 0; i < n; ++i) part[i] = from[i];
            return load<B>(part);
        }
    }
}

/// Writes the first n lanes, at most lanes<B>.
template <class T, class Arch>
OGIVE_INLINE void store_first(T* to, const batch<T, Arch>& x, std::size_t n) {
    using B = batch<T, Arch>;
    if constexpr (is_avx512<Arch>) {
        store_part(to, x.data, n);
    } else {
        if (n == lanes<B>) return simd::store(to, x);
        if constexpr (is_x86<Arch>) {
            register_store_first(to, x.data, n);
        } else {
            alignas(64) T part[lanes<B>];
            simd::store(part, x);
            for (std::size_t i = 0; i < n; ++i) to[i] = part[i];
        }
    }
}

/// The first lane.
template <class T, class Arch>
OGIVE_INLINE T first(const batch<T, Arch>& x) {
    return x.data[0];
}

namespace detail {
template <std::size_t By, class T, class Arch, std::size_t... I>
OGIVE_INLINE batch<T, Arch> rotated(const batch<T, Arch>& x, std::index_sequence<I...>) {
    using registers = typename batch<T, Arch>::register_type;
    const registers r = x;
    return batch<T, Arch>(registers(__builtin_shufflevector(r, r, static_cast<int>((I + By) % sizeof...(I))...)));
}
template <std::size_t Half, class T, class Arch, class Op>
OGIVE_INLINE T folded(const batch<T, Arch>& x, Op op) {
    if constexpr (Half == 0) return first(x);
    else return folded<Half / 2>(op(x, rotated<Half>(x, std::make_index_sequence<lanes<batch<T, Arch>>>{})), op);
}
}  // namespace detail

/// op over all lanes, as a tree of fixed shape: lane i with lane i + size/2, and so on down.
template <class T, class Arch, class Op>
OGIVE_INLINE T reduce(const batch<T, Arch>& x, Op op) {
    return detail::folded<lanes<batch<T, Arch>> / 2>(x, op);
}

}  // namespace ogive::simd
