#pragma once
// One operation on the packs of a loop: vector by vector, woven where the operation is long, by a call where the
// body is.

#include <ogive/algebra/execute.hpp>
#include <ogive/simd/woven.hpp>

#include <utility>

namespace ogive::detail {

/// How a loop is compiled. Large: of hundreds of operations, in which the long functions are calls: its code stays
/// in the cache and the compiler in reason. Strided: some streams have gaps between their columns. Fast: by the
/// functions that trade the last digits for speed.
template <bool Large, bool Strided, bool Fast>
struct body_kind {
    static constexpr bool large = Large, strided = Strided, fast = Fast;
};
inline constexpr int large_body = 100;

template <class P>
inline constexpr bool is_woven = requires { requires P::woven; };

template <class P, bool Fast, class... V>
OGIVE_INLINE constexpr auto computed(V const&... v) {
    if constexpr (Fast && requires { P::fast(v...); })
        return P::fast(v...);
    else
        return P::value(v...);
}
template <class P, class Kind, class... V>
[[gnu::noinline, gnu::flatten]] auto called(V... v) {
    return computed<P, Kind::fast>(v...);
}
template <class P, class Kind, class... V>
OGIVE_INLINE auto result_of(V const&... v) {
    if constexpr (Kind::large && record<P>.price.is_long())
        return called<P, Kind>(v...);
    else
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
template <class P, class Kind, class V, class Condition, int Pack, class Lanes, int... J>
OGIVE_INLINE void step_woven(registers<V, Condition, Pack> r, int to, int const (&from)[3], Lanes pack,
                             std::integer_sequence<int, J...>) {
    apart(r.value[to], result_of<P, Kind>(together(r.value[from[J]], pack)...), pack);
}
template <class P, class Kind, class V, class Condition, int Pack, int... J>
OGIVE_INLINE void step_apart(registers<V, Condition, Pack> r, int to, int const (&from)[3], int u,
                             std::integer_sequence<int, J...>) {
    r.value[to][u] = result_of<P, Kind>(r.value[from[J]][u]...);
}

template <class P, class Kind, class V, class Condition, int Pack, int... U>
OGIVE_INLINE void step_in_loop(registers<V, Condition, Pack> r, int to, int a, int b, int c,
                               std::integer_sequence<int, U...> pack) {
    constexpr std::make_integer_sequence<int, arity<P>> arguments{};
    int const from[3] = {a, b, c};
    if constexpr (gives_condition<P> || condition_arguments<P> != 0)
        step<P>(r, to, a, b, c, pack);
    else if constexpr (is_woven<P> && Pack > 1)
        step_woven<P, Kind>(r, to, from, pack, arguments);
    else
        (step_apart<P, Kind>(r, to, from, U, arguments), ...);
}

}  // namespace ogive::detail
