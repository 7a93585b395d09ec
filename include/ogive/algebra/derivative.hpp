#pragma once
// Derivatives as expressions: lazy and empty, lowered when used, to any order.

#include <ogive/algebra/compact.hpp>
#include <ogive/algebra/differentiate.hpp>

#include <tuple>

namespace ogive {

namespace detail {

/// An expression that is computed by a pass instead of spelled by operators. Its graph is worked
/// out once per type and kept in compact form; a graph that stabilises, or binds, works it out for itself, from what it
/// has recognised and the shapes that it knows.
template <class Self, class E, std::size_t More>
struct lazy : expression_of<Self> {
    static constexpr std::size_t spelled = E::spelled + More, compact = E::compact;
    static constexpr bool condition = false;
    using leaves = typename E::leaves;

    static constexpr graph start() { return graph(); }
    static constexpr int lower(auto& g) {
        if constexpr (requires { g.along(0, 0); })
            return g.along(cache<Self>::type::lower(g), Self::like(g));
        else if constexpr (requires { g.stabilises(); })
            if (g.stabilises() || g.binds()) {
                int const known = g.remembered(&self);
                return known >= 0 ? known : g.remember(&self, expanded(g, Self::build(g)));
            }
        return cache<Self>::type::lower(g);
    }

private:
    /// A simpler form, along all that its name or its formula varies along.
    template <class Graph>
    static constexpr int expanded(Graph& g, int simpler) {
        return g.make(described<Graph, expand_primitive>, simpler, Self::like(g));
    }

    static constexpr char self = 0;
    template <class S>
    struct cache {
        using type = compact_form<S, 8 * (E::spelled > 16 ? E::spelled : 16)>;
    };
};

constexpr bool has_reduction(graph const& g, int root) {
    int* const at = new int[static_cast<std::size_t>(g.size())];
    reachable(g, &root, 1, at);
    bool found = false;
    for (int i = 0; i <= root; ++i)
        if (at[i] >= 0 && (g[i].op->reduces() || g[i].op->shape_of >= 0)) found = true;
    delete[] at;
    return found;
}

template <class E>
constexpr bool is_elementwise() {
    graph g;
    return !has_reduction(g, E::lower(g));
}

template <class T>
inline constexpr bool is_name = requires { T::key; };

}  // namespace detail

template <class E, class... X>
struct derived : detail::lazy<derived<E, X...>, E, 2 * sizeof...(X)> {
    using formula_base::operator=;

    static constexpr int build(auto& g) {
        int at = E::lower(g);
        int const names[] = {X::lower(g)...};
        for (int const x : names) {
            int adjoint = -1;
            differentiate(g, at, g.constant(1), &x, 1, &adjoint, broadcast::elementwise);
            at = adjoint < 0 ? g.constant(0) : adjoint;
        }
        return at;
    }
    static constexpr int like(auto& g) { return E::lower(g); }
};

/// The I-th gradient of E by the names X, with DY flowing in.
template <std::size_t I, class E, class DY, class... X>
struct vjp_of : detail::lazy<vjp_of<I, E, DY, X...>, E, 2 * sizeof...(X)> {
    using leaves = join_t<typename E::leaves, typename DY::leaves>;
    using formula_base::operator=;

    static constexpr int lower(auto& g) {
        if constexpr (requires { g.gradient(std::uint64_t{}); }) {
            std::uint64_t const keys[] = {X::key...};
            return g.gradient(keys[I]);
        } else {
            return vjp_of::lazy::lower(g);
        }
    }
    static constexpr int build(auto& g) {
        int const root = E::lower(g), seed = DY::lower(g);
        int const names[] = {X::lower(g)...};
        int adjoints[sizeof...(X)]{};
        differentiate(g, root, seed, names, sizeof...(X), adjoints, broadcast::summed);
        return adjoints[I] < 0 ? g.constant(0) : adjoints[I];
    }
    static constexpr int like(auto& g) { return std::tuple_element_t<I, std::tuple<X...>>::lower(g); }
};

/// A gradient by X that has been made compact: a call still knows whose shape it has.
template <class Compact, class X>
struct compact_gradient : expression_of<compact_gradient<Compact, X>> {
    static constexpr std::size_t spelled = Compact::spelled, compact = Compact::compact;
    static constexpr bool condition = false;
    using leaves = typename Compact::leaves;

    static constexpr int lower(auto& g) {
        if constexpr (requires { g.gradient(std::uint64_t{}); })
            return g.gradient(X::key);
        else
            return Compact::lower(g);
    }
};
namespace detail {
template <class Gradient, class X, class Settled = settled_t<Gradient>>
using settled_gradient = std::conditional_t<std::is_same_v<Settled, Gradient>, Gradient, compact_gradient<Settled, X>>;
}  // namespace detail

template <class... X>
inline constexpr bool a_derivative_is_by_names = (detail::is_name<X> && ...);
template <class E>
inline constexpr bool the_expression_is_elementwise = detail::is_elementwise<E>();
template <class E>
inline constexpr bool only_a_value_has_a_derivative = !E::condition;

namespace detail {
template <class E>
constexpr void refuse_a_condition() {
    static_assert(only_a_value_has_a_derivative<E>,
                  "ogive: a condition (x > y) has no derivative: write og::where(condition, a, b) for a value");
}
}  // namespace detail

/// The derivative at each element, by one name after the other: `derivative(e, x, y)` is d^2 e / dx dy. A call need
/// not bind the names that have fallen out of the derivative.
///
/// Shape       an expression of e's shape, of any order; by a param too it is of each element, not summed
/// Special     by a name that e does not have it is 0; at a kink it is what the operation says: relu's is 0 at 0
/// Errors      compile time only: by what is no name, of a condition, of an expression with a reduction
template <class E, class... X>
constexpr auto derivative(E e, X... x) {
    if constexpr (sizeof...(X) == 0 || !a_derivative_is_by_names<X...>) {
        static_assert(sizeof...(X) > 0 && a_derivative_is_by_names<X...>,
                      "ogive: a derivative is by a var or a param: derivative(e, x)");
        return detail::in_place_of(e);
    } else if constexpr (!expression<E>) {
        return derivative(to_expression(e), x...);
    } else if constexpr (!only_a_value_has_a_derivative<E>) {
        detail::refuse_a_condition<E>();
        return refused<false, E>{};
    } else if constexpr (!the_expression_is_elementwise<E>) {
        static_assert(the_expression_is_elementwise<E>,
                      "ogive: an expression with a reduction (row_sum, row_max, sum) has no elementwise derivative: "
                      "write auto [dx, dw] = og::vjp(e, dy, x, w)");
        return refused<false, E>{};
    } else {
        return settled_t<derived<E, X...>>{};
    }
}

/// The gradients by each name, in order, as expressions: what flows to x and w when dy flows into e.
/// A name with one value for all, per row or per column has the sum over what it was broadcast to. A call need not
/// bind the names that have fallen out of the gradients; one that it does not bind counts as one value per element, so that
/// its gradient is not summed: bind it where its own shape is meant.
///
/// Shape       a std::tuple of as many expressions as there are names: `auto const [dx, dw] = og::vjp(e, 1_c, x, w)`; dy: as
///             e, or one value for all
/// Errors      compile time only: by what is no name, of a condition
template <class E, class DY, class... X>
constexpr auto vjp(E e, DY dy, X... x) {
    if constexpr (sizeof...(X) == 0 || !a_derivative_is_by_names<X...>) {
        static_assert(sizeof...(X) > 0 && a_derivative_is_by_names<X...>,
                      "ogive: a gradient is by a var or a param: vjp(e, dy, x, w)");
        if constexpr (sizeof...(X) == 0)
            return std::make_tuple(detail::in_place_of(dy));  // auto [dx] = vjp(e, x)
        else
            return std::make_tuple(detail::in_place_of(x)...);
    } else if constexpr (!(expression<E> && expression<DY>)) {
        return vjp(to_expression(e), to_expression(dy), x...);
    } else {
        detail::refuse_a_condition<E>();
        static_assert(only_a_value_has_a_derivative<DY>,
                      "ogive: what flows into an expression is a value: vjp(e, dy, x, w)");
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return std::make_tuple(detail::settled_gradient<vjp_of<I, E, DY, X...>, X>{}...);
        }(std::index_sequence_for<X...>{});
    }
}

template <class E>
inline constexpr bool a_gradient_needs_what_flows_in = !expression<E>;
/// Refused.
template <class E>
constexpr auto vjp(E e) {
    static_assert(a_gradient_needs_what_flows_in<decltype(to_expression(e))>,
                  "ogive: a gradient needs what flows into the expression, and a name: vjp(e, dy, x, w)");
    return std::make_tuple(detail::in_place_of(e));
}

/// Whether two expressions are the same graph after simplification by the exact equations: true where both are computed
/// alike. Expressions that are equal in real numbers, but not spelled or rounded alike, may be different.
///
/// Errors      compile time: an argument is no expression
template <class A, class B>
consteval bool same(A a, B b) {
    using X = decltype(to_expression(a));
    using Y = decltype(to_expression(b));
    if constexpr (is_refused<X> || is_refused<Y>) return true;  // no second error
    graph g;
    int const root = X::lower(g);
    return root == Y::lower(g);
}
template <class... E>
inline constexpr bool what_is_the_same_is_two_expressions = sizeof...(E) == 2;
/// Refused.
template <class... E>
    requires(sizeof...(E) != 2)
consteval bool same(E...) {
    static_assert(what_is_the_same_is_two_expressions<E...>, "ogive: two expressions are compared: same(e, f)");
    return true;  // no second error
}

}  // namespace ogive
