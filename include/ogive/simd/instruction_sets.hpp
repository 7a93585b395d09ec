#pragma once
// The instruction sets that a translation unit is compiled for.

#include <ogive/meta/type_list.hpp>
#include <ogive/simd/arch.hpp>

namespace ogive::simd {

namespace detail {

// The first of each width: the best one, since they are sorted.
template <class Chosen, std::size_t Width, class... Arch>
struct best_of_each_width {
    using type = Chosen;
};
template <class... Chosen, std::size_t Width, class Arch, class... Rest>
struct best_of_each_width<types<Chosen...>, Width, Arch, Rest...>
    : std::conditional_t<(lanes<batch<float, Arch>> < Width) && (has_words<Arch> || !is_x86<Arch>),
                         best_of_each_width<types<Chosen..., Arch>, lanes<batch<float, Arch>>, Rest...>,
                         best_of_each_width<types<Chosen...>, Width, Rest...>> {};

template <class List>
struct instruction_sets_of;
template <template <class...> class List, class... Arch>
struct instruction_sets_of<List<Arch...>> : best_of_each_width<types<>, 1000, Arch...> {};

}  // namespace detail

/// The best one of each register width that the translation unit is compiled for, the widest first; of x86 those whose
/// registers have words of Ogive's own.
using instruction_sets = typename detail::instruction_sets_of<xsimd::supported_architectures>::type;

/// As xsimd calls it: "fma3+avx2".
template <class Arch>
inline constexpr char const* arch_name = Arch::name();

}  // namespace ogive::simd
