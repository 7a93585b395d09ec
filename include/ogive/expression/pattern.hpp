#pragma once
// What stands for an expression while the rules of a primitive, its Owner, are written down: a line of a scribe.
// A value and not a type of its own, so that a rule costs the compiler next to nothing. Two owners share no
// function: one's record may be needed while the other's is being written.

#include <ogive/expression/expression.hpp>
#include <ogive/graph/formula.hpp>

namespace ogive {

template <class Owner, bool Condition = false>
struct pattern : expression_of<pattern<Owner, Condition>> {
    using owner = Owner;
    static constexpr std::size_t spelled = 1, compact = 0;
    static constexpr bool condition = Condition;
    using leaves = types<>;

    scribe* to;
    int line;

    constexpr pattern(scribe& s, int at) : to(&s), line(at) {}
};

namespace detail {
template <class E>
inline constexpr bool is_pattern = false;
template <class Owner, bool Condition>
inline constexpr bool is_pattern<pattern<Owner, Condition>> = true;

template <class... E>
concept are_patterns = (is_pattern<E> || ...);

template <class... E>
struct owner_among {
    using type = void;
};
template <class E, class... Rest>
struct owner_among<E, Rest...> : owner_among<Rest...> {};
template <class E, class... Rest>
    requires is_pattern<E>
struct owner_among<E, Rest...> {
    using type = typename E::owner;
};

template <class E, class... Rest>
constexpr scribe* scribe_among(E const& e, Rest const&... rest) {
    if constexpr (is_pattern<E>)
        return e.to;
    else
        return scribe_among(rest...);
}
/// The line of an expression in a rule: a pattern's own, or that of a constant, which is written now.
template <class E>
constexpr int line_of(scribe& s, E const& e) {
    if constexpr (is_pattern<E>)
        return e.line;
    else
        return decltype(to_expression(e))::lower(s);
}
}  // namespace detail

}  // namespace ogive
