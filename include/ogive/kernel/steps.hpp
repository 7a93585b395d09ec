#pragma once
// One operation on the packs of a loop: woven, or vector by vector where its primitive does not allow it, by a call where
// the body is large.

#include <ogive/algebra/execute.hpp>
#include <ogive/simd/woven.hpp>

#include <utility>

namespace ogive::detail {

/// How a loop is compiled. Large: of hundreds of operations, in which the long functions are calls: its code stays
/// in the cache and the compiler in reason. Strided: some streams have gaps between their columns. Fast: by the
/// functions that trade the last digits for speed. Bypasses: its results may bypass the caches.
template <bool Large, bool Strided, bool Fast, bool Bypasses = false>
struct body_kind {
    static constexpr bool large = Large, strided = Strided, fast = Fast, bypasses = Bypasses;
};

template <class P>
inline constexpr bool is_woven = requires { requires P::woven; };

template <class P, bool Fast, class... V>
inline constexpr bool runs_fast = Fast && requires(V const&... v) { P::fast(v...); };
template <class P, bool Fast, class... V>
OGIVE_INLINE constexpr auto computed(V const&... v) {
    if constexpr (runs_fast<P, Fast, V...>)
        return P::fast(v...);
    else
        return P::value(v...);
}

template <class P, class Kind>
inline constexpr bool is_called = Kind::large && record<P>.price.is_long();
template <class P, class Kind, class... V>
[[gnu::noinline, gnu::flatten]] auto called(V... v) {
    return computed<P, Kind::fast>(v...);
}

template <class V, int Pack, int... U>
OGIVE_INLINE auto together(V const (&v)[Pack], std::integer_sequence<int, U...>) {
    return simd::woven<V, std::integer_sequence<int, U...>>{{v[U]...}};
}
template <class V, int Pack, class W, int... U>
OGIVE_INLINE void apart(V (&v)[Pack], W const& w, std::integer_sequence<int, U...>) {
    ((v[U] = w.v[U]), ...);
}

/// A primitive's `x > 0 ? a : b` is an error, but where conditions convert to bool it compiles and is one choice for all
/// lanes: there its value is made for batches where it is an error too.
template <class P, class V, int... J>
constexpr void refuse_conditions_as_bools(std::integer_sequence<int, J...>) {
    if constexpr (simd::conditions_convert_to_bool<V>)
        if (false) static_cast<void>(P::value((static_cast<void>(J), simd::strict_batch<V>())...));
}

// What follows calls the primitive itself: a function between the loop and it, `computed` say, would have the compiler
// optimise the whole of it once more.

template <class P, class Kind, class V, int Pack, int... J>
OGIVE_INLINE void step_apart(V (*value)[Pack], int to, int const (&from)[3], int u,
                             std::integer_sequence<int, J...>) {
    if constexpr (is_called<P, Kind>)
        value[to][u] = called<P, Kind>(value[from[J]][u]...);
    else if constexpr (runs_fast<P, Kind::fast, decltype(value[from[J]][u])...>)
        value[to][u] = P::fast(value[from[J]][u]...);
    else
        value[to][u] = P::value(value[from[J]][u]...);
}

template <class P>
inline constexpr std::make_integer_sequence<int, arity<P>> arguments_of{};

/// `arguments` is arguments_of<P>.
template <class P, class Kind, class V, class Condition, int Pack, int... U, int... J>
OGIVE_INLINE void step_in_loop(V (*value)[Pack], Condition (*condition)[Pack], int to, int a, int b, int c,
                               std::integer_sequence<int, U...> pack, std::integer_sequence<int, J...> arguments) {
    int const from[3] = {a, b, c};
    if constexpr (gives_condition<P> && is_woven<P>) {
        auto const all = P::value(together(value[from[J]], pack)...);
        ((condition[to][U] = all.c[U]), ...);
    } else if constexpr (gives_condition<P> || condition_arguments<P> != 0)
        step<P>(registers<V, Condition, Pack>{value, condition}, to, a, b, c, pack);
    else if constexpr (!is_woven<P>) {
        refuse_conditions_as_bools<P, V>(arguments);
        (step_apart<P, Kind>(value, to, from, U, arguments), ...);
    } else if constexpr (is_called<P, Kind>)
        apart(value[to], called<P, Kind>(together(value[from[J]], pack)...), pack);
    else if constexpr (runs_fast<P, Kind::fast, decltype(together(value[from[J]], pack))...>)
        apart(value[to], P::fast(together(value[from[J]], pack)...), pack);
    else
        apart(value[to], P::value(together(value[from[J]], pack)...), pack);
}

}  // namespace ogive::detail
