#pragma once
// Lanes of two batches in one.

#include <ogive/simd/batch.hpp>

namespace ogive::simd::detail {

/// The lanes of a and b that `Lane` names, those of b counted behind those of a.
template <auto Lane, class T, class Arch, std::size_t... I>
OGIVE_INLINE batch<T, Arch> shuffled(const batch<T, Arch>& a, const batch<T, Arch>& b, std::index_sequence<I...>) {
    using registers = typename batch<T, Arch>::register_type;
    return batch<T, Arch>(registers(__builtin_shufflevector(registers(a), registers(b), static_cast<int>(Lane(I))...)));
}
template <auto Lane, class T, class Arch>
OGIVE_INLINE batch<T, Arch> shuffled(const batch<T, Arch>& a, const batch<T, Arch>& b) {
    return shuffled<Lane>(a, b, std::make_index_sequence<lanes<batch<T, Arch>>>{});
}

}  // namespace ogive::simd::detail
