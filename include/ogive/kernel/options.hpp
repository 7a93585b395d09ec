#pragma once
// The template arguments of evaluate, backward and fuse, in any order.

#include <ogive/simd/arch.hpp>

#include <limits>
#include <type_traits>

namespace ogive {

/// The default: as exact as the functions are, 2 ULP and 4 of a derivative for most (docs/accuracy.md).
struct full {};
/// Trades the last digits of each function for speed, where a faster form exists: of float, within 2^-21 max(1, |f|); of
/// double it is full. Results below that may be 0: what divides by a function of this kind, or takes its logarithm or root,
/// is computed in full accuracy; what multiplies one by something as large as it is small, softplus(x) exp(-x), is not.
struct fast {};
/// Another instruction set than the best that the translation unit is compiled for; one that it is compiled for too:
/// `og::evaluate<og::arch<xsimd::avx2>>(...)`.
///
/// Errors      compile time: the translation unit is not compiled for it
template <class Arch>
struct arch {};
/// How many vectors are computed side by side, 1 to 16; left out, the plan chooses it. For measurements.
template <int Vectors>
struct pack {};

template <int Vectors>
inline constexpr bool a_pack_has_1_to_16_vectors = Vectors >= 1 && Vectors <= 16;
template <class Arch>
inline constexpr bool is_compiled_for = Arch::supported();

namespace detail {

inline constexpr int chosen_from_the_program = std::numeric_limits<int>::min();

template <class T>
inline constexpr bool is_accuracy = std::is_same_v<T, full> || std::is_same_v<T, fast>;
template <class A, class B>
inline constexpr bool contradict = is_accuracy<A> && is_accuracy<B> && !std::is_same_v<A, B>;
template <class A, class B>
inline constexpr bool contradict<ogive::arch<A>, ogive::arch<B>> = !std::is_same_v<A, B>;
template <int A, int B>
inline constexpr bool contradict<ogive::pack<A>, ogive::pack<B>> = A != B;

template <class DefaultArch, class... Options>
struct settings {
    using accuracy = full;
    using arch = DefaultArch;
    static constexpr int pack = chosen_from_the_program;
};
template <class DefaultArch, class... Rest>
struct settings<DefaultArch, full, Rest...> : settings<DefaultArch, Rest...> {
    using accuracy = full;
};
template <class DefaultArch, class... Rest>
struct settings<DefaultArch, fast, Rest...> : settings<DefaultArch, Rest...> {
    using accuracy = fast;
};
template <class DefaultArch, class Arch, class... Rest>
struct settings<DefaultArch, ogive::arch<Arch>, Rest...> : settings<DefaultArch, Rest...> {
    using arch = Arch;
};
template <class DefaultArch, int Vectors, class... Rest>
struct settings<DefaultArch, ogive::pack<Vectors>, Rest...> : settings<DefaultArch, Rest...> {
    static constexpr int pack = Vectors;
};

template <class T>
inline constexpr bool is_option = is_accuracy<T>;
template <class Arch>
inline constexpr bool is_option<ogive::arch<Arch>> = requires { Arch::supported(); };
template <int Vectors>
inline constexpr bool is_option<ogive::pack<Vectors>> = true;

}  // namespace detail

/// full, fast, arch<A> or pack<N>: the template arguments of evaluate, backward, fuse and explain, in any order, one of a
/// kind.
template <class T>
concept option = detail::is_option<T>;

template <class Settings>
inline constexpr bool every_option_is_known = true;
template <class DefaultArch, class... Options>
inline constexpr bool every_option_is_known<detail::settings<DefaultArch, Options...>> = (option<Options> && ...);
template <class Settings>
inline constexpr bool options_agree = true;
template <class DefaultArch, class Option, class... Rest>
inline constexpr bool options_agree<detail::settings<DefaultArch, Option, Rest...>> =
    !(detail::contradict<Option, Rest> || ...) && options_agree<detail::settings<DefaultArch, Rest...>>;
template <auto Value>
inline constexpr bool an_option_is_a_type = !requires { Value; };

namespace detail {
/// Whether these are options of a call, else says in one error what is wrong.
template <class Settings>
consteval bool options_are_fine() {
    if constexpr (!every_option_is_known<Settings>)
        static_assert(every_option_is_known<Settings>,
                      "ogive: an option is og::full, og::fast, og::pack<4> or og::arch<xsimd::avx2>");
    else if constexpr (!options_agree<Settings>)
        static_assert(options_agree<Settings>,
                      "ogive: two options contradict each other: og::full or og::fast, one og::arch, one og::pack");
    return every_option_is_known<Settings> && options_agree<Settings>;
}
template <auto Value>
constexpr void refuse_an_option() {
    static_assert(an_option_is_a_type<Value>,
                  "ogive: an option is og::full, og::fast, og::pack<4> or og::arch<xsimd::avx2>");
}
}  // namespace detail

}  // namespace ogive
