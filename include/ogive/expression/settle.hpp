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

namespace detail {
template <bool TooLong>
struct settled {
    template <class E>
    using form = E;
};
template <>
struct settled<true> {
    template <class E>
    using form = typename compacted<E>::type;
};
}  // namespace detail

/// What an operator hands out for E.
template <class E>
using settled_t = typename detail::settled<(E::spelled > spelling_limit &&
                                            E::spelled > spelling_factor * E::compact)>::template form<E>;

}  // namespace ogive
