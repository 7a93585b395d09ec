#pragma once
// The words of a primitive's rule. `adjoint(arguments..., result, dy)` returns what flows to each
// argument; `derivative(arguments..., result)` is short for `dy * derivative`.

#include <ogive/expression/pattern.hpp>

namespace ogive {

/// A formula of a rule: a line, or a constant that has yet to be written.
struct part {
    int line = -1;
    int (*write)(scribe&) = nullptr;

    constexpr explicit operator bool() const { return line >= 0 || write; }
    constexpr int in(scribe& s) const { return write ? write(s) : line; }
};

template <class E>
inline constexpr bool a_rule_is_about_its_arguments = size_v<typename E::leaves> == 0;

namespace detail {
template <class E>
constexpr int write_constant(scribe& s) {
    return E::lower(s);
}
template <class E>
constexpr part part_of(E const& e) {
    if constexpr (is_pattern<E>) {
        return {.line = e.line};
    } else if constexpr (!a_rule_is_about_its_arguments<E>) {
        static_assert(a_rule_is_about_its_arguments<E>,
                      "ogive: a rule is written in its arguments, its result and dy; it holds no var and no param");
        return {.line = 0};
    } else {
        return {.write = write_constant<E>};
    }
}
}  // namespace detail

/// What flows to one argument, and the condition under which the argument matters at all: the condition
/// travels down to the leaf, so that an arm not taken never makes a NaN of 0 * inf.
struct flow {
    part value, guard;
};

/// Nothing flows to this argument.
inline constexpr flow nothing{};

template <expression Condition, expression E>
constexpr flow when(Condition const& condition, E const& e) {
    if constexpr (Condition::condition) {
        return {detail::part_of(e), detail::part_of(condition)};
    } else {
        static_assert(Condition::condition, "ogive: when(condition, dy) needs a condition first");
        return {};
    }
}

constexpr flow flow_of(flow const& f) { return f; }
template <operand E>
constexpr flow flow_of(E const& e) {
    return {detail::part_of(to_expression(e)), {}};
}

/// One result for each argument, in order.
template <int N>
struct each {
    flow result[N];
};
template <class... E>
constexpr each<static_cast<int>(sizeof...(E))> to_each(E const&... e) {
    return {{flow_of(e)...}};
}

/// An equation, read from left to right.
struct equation {
    part from, to;
    bool stabilises = false;
};
/// `exact(-(-x), x)`: never changes a result, NaN, infinities and signed zeros included.
template <expression Left, expression Right>
constexpr equation exact(Left const& left, Right const& right) {
    return {detail::part_of(left), detail::part_of(right), false};
}
/// Never less exact than what it replaces. For what runs: what is printed is the textbook's form.
template <expression Left, expression Right>
constexpr equation stabilising(Left const& left, Right const& right) {
    return {detail::part_of(left), detail::part_of(right), true};
}

/// The equations with a primitive at the root, which its `equations(x, y, z)` returns; x, y and z stand for any
/// expression, x for any condition where the primitive's first argument is one.
template <int N>
struct equation_table {
    equation line[N];
};
template <class... Equation>
constexpr equation_table<static_cast<int>(sizeof...(Equation))> table(Equation const&... lines) {
    return {{lines...}};
}

}  // namespace ogive
