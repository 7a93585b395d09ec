#pragma once
// The words of a primitive's rule. `adjoint(arguments..., result, dy)` returns what flows to each
// argument; `derivative(arguments..., result)` is short for `dy * derivative`.

#include <ogive/expression/expression.hpp>

namespace ogive {

/// Nothing flows to this argument.
struct nothing_flows {};
inline constexpr nothing_flows nothing{};

/// What flows, and the condition under which the argument matters at all: the condition travels
/// down to the leaf, so that an arm not taken never makes a NaN of 0 * inf.
template <class Condition, class E>
struct guarded {};
template <expression Condition, expression E>
constexpr guarded<Condition, E> when(Condition, E) {
    static_assert(Condition::condition, "ogive: when(condition, dy) needs a condition first");
    return {};
}

/// One result for each argument, in order.
template <class... E>
struct each {};
template <class... E>
constexpr each<E...> to_each(E...) {
    return {};
}

/// An equation, read from left to right.
template <class Left, class Right, bool Stabilises>
struct equation {};
/// `exact(-(-x), x)`: never changes a result, NaN, infinities and signed zeros included.
template <expression Left, expression Right>
constexpr equation<Left, Right, false> exact(Left, Right) {
    return {};
}
/// Never less exact than what it replaces. For what runs: what is printed is the textbook's form.
template <expression Left, expression Right>
constexpr equation<Left, Right, true> stabilising(Left, Right) {
    return {};
}

/// The equations with a primitive at the root, which its `equations(x, y, z)` returns; x, y and z stand for any
/// expression, x for any condition where the primitive's first argument is one.
template <class... Equations>
struct equation_table {};
template <class... Equations>
constexpr equation_table<Equations...> table(Equations...) {
    return {};
}

}  // namespace ogive
