#pragma once
// One operation on the values of a block: on numbers in constant expressions, on packs of batches in
// the loop. Keyed by the operation and the pack, never by the node, so that the instances grow with
// the number of different operations.

#include <ogive/expression/describe.hpp>

#include <utility>

namespace ogive::detail {

/// Values and conditions of a block, `Pack` of each kept side by side.
template <class V, class Condition, int Pack>
struct registers {
    V (*value)[Pack];
    Condition (*condition)[Pack];
};

template <class P, int J, class V, class Condition, int Pack>
OGIVE_INLINE constexpr auto argument(registers<V, Condition, Pack> r, int at, int u) {
    if constexpr (condition_arguments<P> >> J & 1)
        return r.condition[at][u];
    else
        return r.value[at][u];
}

template <class P, class V, class Condition, int Pack>
OGIVE_INLINE constexpr auto applied(registers<V, Condition, Pack> r, int a, int b, int c, int u) {
    static_cast<void>(b);
    static_cast<void>(c);
    if constexpr (arity<P> == 1)
        return P::value(argument<P, 0>(r, a, u));
    else if constexpr (arity<P> == 2)
        return P::value(argument<P, 0>(r, a, u), argument<P, 1>(r, b, u));
    else
        return P::value(argument<P, 0>(r, a, u), argument<P, 1>(r, b, u), argument<P, 2>(r, c, u));
}

/// The pack is expanded, not looped over: g++ would leave the values in memory.
template <class P, class V, class Condition, int Pack, int... U>
OGIVE_INLINE constexpr void step(registers<V, Condition, Pack> r, int to, int a, int b, int c,
                                 std::integer_sequence<int, U...>) {
    if constexpr (gives_condition<P>)
        ((r.condition[to][U] = applied<P>(r, a, b, c, U)), ...);
    else
        ((r.value[to][U] = applied<P>(r, a, b, c, U)), ...);
}

}  // namespace ogive::detail
