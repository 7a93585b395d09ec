#pragma once
// An operation applied to expressions, and what a primitive may leave out.

#include <ogive/expression/expression.hpp>
#include <ogive/graph/operation.hpp>

#include <cstddef>
#include <initializer_list>

namespace ogive {
/// Found by argument-dependent lookup, so for what is declared in this namespace.
template <class P>
void declared_in_library(P const&);
}  // namespace ogive

namespace ogive_found_by_argument {
template <class P>
inline constexpr bool is_of_library = requires(P const& p) { declared_in_library(p); };
}  // namespace ogive_found_by_argument

namespace ogive {

/// A primitive's static record (expression/describe.hpp).
template <class P>
constexpr operation describe();
template <class P>
inline constexpr operation record = describe<P>();
/// The same in a template over the graph's type: described only where that is used.
template <class Graph, class P>
inline constexpr operation const* described = &record<P>;

namespace detail {

template <class P>
concept is_for_one_type = requires { &P::value; };  // no template

template <class P>
consteval int arity_of() {
    if constexpr (is_for_one_type<P>)
        return 0;
    else if constexpr (requires { P::arity; })
        return P::arity;
    else if constexpr (requires { P::value(0.0); })
        return 1;
    else if constexpr (requires { P::value(0.0, 0.0); })
        return 2;
    else if constexpr (requires { P::value(0.0, 0.0, 0.0); })
        return 3;
    else
        return 0;
}

template <class P>
consteval bool declared_condition() {
    if constexpr (requires { P::condition; })
        return P::condition;
    else
        return false;
}

template <class P>
consteval unsigned declared_conditions() {
    if constexpr (requires { P::conditions; })
        return P::conditions;
    else
        return 0;
}

/// What primitives are known by: those of the library by their names, which those of others may have too.
template <class P>
inline constexpr std::uint64_t name_key_of =
    ogive_found_by_argument::is_of_library<P> ? name_key(P::name) : ~name_key(P::name);

constexpr std::size_t largest(std::initializer_list<std::size_t> sizes) {
    std::size_t most = 0;
    for (std::size_t const size : sizes) most = size > most ? size : most;
    return most;
}

}  // namespace detail

/// A graph that stabilises learns what P, of a formula in it, knows of others.
template <class P, class Graph>
constexpr void teach(Graph& g) {
    if constexpr (requires { P::template known<typename Graph::plain>; })
        if (g.stabilises()) g.learn(P::template known<typename Graph::plain>);
}

/// How many arguments the primitive P takes: declared, or read off its `value`.
template <class P>
inline constexpr int arity = detail::arity_of<P>();
/// Whether its result is a condition.
template <class P>
inline constexpr bool gives_condition = detail::declared_condition<P>();
/// Bit j is set where its argument j is a condition.
template <class P>
inline constexpr unsigned condition_arguments = detail::declared_conditions<P>();

/// The primitive P applied to the expressions A.
template <class P, class... A>
struct call : expression_of<call<P, A...>> {
    static constexpr std::size_t spelled = (1 + ... + A::spelled);
    static constexpr std::size_t compact = detail::largest({A::compact...});
    static constexpr bool condition = gives_condition<P>;
    using leaves = join_t<typename A::leaves...>;
    using formula_base::operator=;

    static constexpr int lower(auto& into) {
        // Not where a value is loaded: what it is the value of may stand in a formula of which no types are left.
        if constexpr (requires { into.stabilises(), spelt_out(P{}, A{}...); } && !requires { into.loads; })
            if (into.stabilises()) return decltype(spelt_out(P{}, A{}...))::lower(into);
        int const arguments[] = {A::lower(into)...};
        teach<P>(into);
        if constexpr (requires { teach_of(P{}, A{}..., into); }) teach_of(P{}, A{}..., into);
        return into.make(&record<P>, detail::name_key_of<P>, arguments);
    }
};

}  // namespace ogive
