#pragma once
// Bounded spelling. A nested type that uses a part twice has an exponentially long printed name,
// so an operator whose result would exceed the limit hands out a compact expression instead: the
// flat graph, one number a node, in place of the nested types.

#include <cstddef>

namespace ogive {

inline constexpr std::size_t spelling_limit = 32, spelling_factor = 4;

/// `type` is E as a compact expression (algebra/compact.hpp).
template <class E>
struct compacted;

template <class E>
constexpr auto settle(E e) {
    if constexpr (E::spelled > spelling_limit && E::spelled > spelling_factor * E::compact)
        return typename compacted<E>::type{};
    else
        return e;
}

}  // namespace ogive
