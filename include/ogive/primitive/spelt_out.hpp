#pragma once
// Softmax, and logarithms of sums of exponentials along a row, as users write them. They are known by their types, before
// they are a graph: equations on exponentials, products and quotients would make every program pay for the descriptions of
// what runs along rows. A formula of which no types are left tells its graph of them.

#include <ogive/primitive/divide.hpp>
#include <ogive/primitive/finite.hpp>
#include <ogive/primitive/log.hpp>
#include <ogive/primitive/log1p.hpp>
#include <ogive/primitive/multiply.hpp>
#include <ogive/primitive/row.hpp>

namespace ogive {

namespace detail {

template <class X>
constexpr auto unshifted(X x) {
    return x;
}
template <class X>
constexpr auto unshifted(call<subtract_primitive, X, call<row_max_primitive, X>>) {
    return X{};
}
template <class X>
constexpr auto unshifted(call<subtract_primitive, X, call<stop_gradient_primitive, call<row_max_primitive, X>>>) {
    return X{};
}
template <class X>
using sum_of_powers = call<row_sum_primitive, call<exp_primitive, X>>;

/// x of e^x, without a largest value of its row that is taken off it; -1: it is no exponential.
template <class Graph>
constexpr int exponent_of(Graph& g, int e) {
    auto const n = g[e];
    if (n.op == described<Graph, exp_primitive>) {
        auto const x = g[n.a];
        if (x.op != described<Graph, subtract_primitive>) return n.a;
        auto const off = g[x.b].op == described<Graph, stop_gradient_primitive> ? g[g[x.b].a] : g[x.b];
        return off.op->hash == name_key("row_max") && off.a == x.a ? x.a : n.a;
    }
    if (n.op == described<Graph, exp_of_sum_primitive>) return g.make(described<Graph, add_primitive>, n.a, n.b);
    if (n.op != described<Graph, exp_of_minus_square_primitive>) return -1;
    return g.make(described<Graph, negate_primitive>, g.make(described<Graph, square_primitive>, n.a));
}
template <class Graph>
constexpr int softmax_along_row(Graph& g, int x) {
    int const shift = g.make(described<Graph, row_shift_primitive>, g.make(described<Graph, row_peak_primitive>, x));
    int const powers = g.make(described<Graph, exp_primitive>,
                              g.make(described<Graph, subtract_primitive>, x,
                                     g.make(described<Graph, stop_gradient_primitive>, shift)));
    int const sum = g.make(described<Graph, nonzero_primitive>, g.make(described<Graph, row_sum_primitive>, powers));
    return g.make(described<Graph, multiply_primitive>, powers, g.make(described<Graph, divide_primitive>, g.constant(1), sum));
}
/// Node i, of which e^x is a factor, over the sum of e^x; -1: it is none.
template <class Graph>
constexpr int over_sum_of_powers(Graph& g, int i, int e, int x) {
    auto const n = g[i];
    if (i == e) return softmax_along_row(g, x);
    if (n.op == described<Graph, row_sum_primitive>) {
        int const terms = over_sum_of_powers(g, n.a, e, x);
        return terms < 0 ? -1 : g.make(n.op, terms);
    }
    if (n.op != described<Graph, multiply_primitive> && n.op != described<Graph, damped_primitive>) return -1;
    for (int j = 0; j < 2; ++j)
        if (int const share = over_sum_of_powers(g, n.argument(j), e, x); share >= 0)
            return g.make(described<Graph, multiply_primitive>, share, n.argument(1 - j));
    return -1;
}
template <class Graph>
constexpr int quotient_along_row(Graph& g, int a, int b) {
    int const e = g[b].a;
    int const x = g[b].op == described<Graph, row_sum_primitive> ? exponent_of(g, e) : -1;
    return x < 0 ? -1 : over_sum_of_powers(g, a, e, x);
}
template <class Graph>
inline constexpr exponentials_along_rows known_along_rows{quotient_along_row<Graph>};

}  // namespace detail

/// Whether E is an exponential, or a product of some, or has some and no types.
template <class E>
inline constexpr bool has_exponentials = false;
template <class X>
inline constexpr bool has_exponentials<call<exp_primitive, X>> = true;
template <class A, class B>
inline constexpr bool has_exponentials<call<multiply_primitive, A, B>> = has_exponentials<A> && has_exponentials<B>;
template <class E>
    requires requires { typename E::primitives; }
inline constexpr bool has_exponentials<E> = contains_v<exp_primitive, typename E::primitives>;

/// A graph that stabilises learns of the sums of exponentials that a formula has.
template <class E, class Graph>
    requires(has_exponentials<E> && requires { typename Graph::plain; })
constexpr void teach_of(row_sum_primitive, E, Graph& g) {
    if (g.stabilises()) g.learn(detail::known_along_rows<typename Graph::plain>);
}

/// What `call` lowers instead, where a program is to run.
template <class X>
constexpr auto spelt_out(multiply_primitive, call<exp_primitive, X>,
                         call<divide_primitive, decltype(1_c), detail::sum_of_powers<X>>) {
    return detail::softmax_of(detail::unshifted(X{}));
}
template <class X>
constexpr auto spelt_out(multiply_primitive, call<divide_primitive, decltype(1_c), detail::sum_of_powers<X>>,
                         call<exp_primitive, X>) {
    return detail::softmax_of(detail::unshifted(X{}));
}

/// e^x / (1 + row_sum(e^x)), an attention that may look at nothing.
template <class X>
constexpr auto spelt_out(divide_primitive, call<exp_primitive, X>,
                         call<add_primitive, decltype(1_c), detail::sum_of_powers<X>>) {
    return detail::softmax_of(X{}) * sigmoid(detail::logsumexp_of(X{}));
}
template <class X>
constexpr auto spelt_out(divide_primitive, call<exp_primitive, X>,
                         call<add_primitive, detail::sum_of_powers<X>, decltype(1_c)>) {
    return detail::softmax_of(X{}) * sigmoid(detail::logsumexp_of(X{}));
}
/// log(1 + row_sum(e^x)), log(e^y + row_sum(e^x)).
template <class X>
constexpr auto spelt_out(log1p_primitive, detail::sum_of_powers<X>) {
    return softplus_of(detail::logsumexp_of(X{}));
}
template <class X>
constexpr auto spelt_out(log_primitive, call<add_primitive, decltype(1_c), detail::sum_of_powers<X>>) {
    return softplus_of(detail::logsumexp_of(X{}));
}
template <class X>
constexpr auto spelt_out(log_primitive, call<add_primitive, detail::sum_of_powers<X>, decltype(1_c)>) {
    return softplus_of(detail::logsumexp_of(X{}));
}
template <class X, class Y>
constexpr auto spelt_out(log_primitive, call<add_primitive, call<exp_primitive, Y>, detail::sum_of_powers<X>>) {
    return function<log_add_exp_primitive>{}(Y{}, detail::logsumexp_of(X{}));
}
template <class X, class Y>
constexpr auto spelt_out(log_primitive, call<add_primitive, detail::sum_of_powers<X>, call<exp_primitive, Y>>) {
    return function<log_add_exp_primitive>{}(Y{}, detail::logsumexp_of(X{}));
}

}  // namespace ogive
