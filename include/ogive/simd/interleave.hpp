#pragma once
// Values that lie apart, a0 b0 c0 a1 b1 c1 ..., taken apart and put together in registers.

#include <ogive/simd/shuffle.hpp>

namespace ogive::simd {

namespace detail {
template <std::size_t Step, class B>
inline constexpr auto of_the_first_two = [](std::size_t lane) { return lane * Step % (2 * lanes<B>); };

/// The lanes whose values lie in the Part-th of the vectors are taken from it.
template <std::size_t Step, std::size_t Part, class B>
inline constexpr auto filled_from = [](std::size_t lane) {
    std::size_t const at = lane * Step;
    return at / lanes<B> == Part ? lanes<B> + at % lanes<B> : lane;
};

template <std::size_t Step, std::size_t Part, class B>
OGIVE_INLINE B with_parts(const B& x, const scalar_of<B>* from) {
    if constexpr (Part == Step)
        return x;
    else
        return with_parts<Step, Part + 1>(shuffled<filled_from<Step, Part, B>>(x, load<B>(from + Part * lanes<B>)),
                                          from);
}

template <class T, class Arch, std::size_t... I>
OGIVE_INLINE batch<T, Arch> each_apart(const T* from, std::size_t step, std::index_sequence<I...>) {
    return batch<T, Arch>(typename batch<T, Arch>::register_type{from[I * step]...});
}

template <class B>
inline constexpr auto first_in_turn = [](std::size_t lane) { return lane / 2 + lane % 2 * lanes<B>; };
template <class B>
inline constexpr auto second_in_turn = [](std::size_t lane) { return lanes<B> / 2 + first_in_turn<B>(lane); };
}  // namespace detail

/// Reads Step * lanes<B> elements, Step > 1, and gives every Step-th, from the first on.
template <std::size_t Step, class B>
OGIVE_INLINE B load_every(const scalar_of<B>* from) {
    return detail::with_parts<Step, 2>(
        detail::shuffled<detail::of_the_first_two<Step, B>>(load<B>(from), load<B>(from + lanes<B>)), from);
}

/// Gives every step-th element, from the first on, and reads these alone.
template <class B>
OGIVE_INLINE B load_apart(const scalar_of<B>* from, std::size_t step) {
    return detail::each_apart<scalar_of<B>, typename B::arch_type>(from, step, std::make_index_sequence<lanes<B>>{});
}

/// Writes a0 b0 a1 b1 ...
template <class T, class Arch>
OGIVE_INLINE void store_in_turn(T* to, const batch<T, Arch>& a, const batch<T, Arch>& b) {
    using B = batch<T, Arch>;
    simd::store(to, detail::shuffled<detail::first_in_turn<B>>(a, b));
    simd::store(to + lanes<B>, detail::shuffled<detail::second_in_turn<B>>(a, b));
}

}  // namespace ogive::simd
