#pragma once
// The value of an expression at one point: e(x = 1.0, beta = 2.0), and an activation on numbers and
// batches.

#include <ogive/algebra/compact.hpp>
#include <ogive/algebra/execute.hpp>
#include <ogive/algebra/names.hpp>
#include <ogive/algebra/program.hpp>
#include <ogive/expression/leaf.hpp>

namespace ogive {

namespace detail {

template <int Capacity>
struct point_program {
    instruction code[Capacity]{};
    int size = 0;  // more than Capacity: it did not fit
};

template <class E, int Capacity>
constexpr point_program<Capacity> point_draft() {
    graph g(equations::stabilising);
    int const root = E::lower(g);
    int* const at = new int[static_cast<std::size_t>(g.size())];
    point_program<Capacity> p;
    p.size = reachable(g, &root, 1, at);
    if (p.size <= Capacity)
        for (int i = 0; i <= root; ++i) {
            if (at[i] < 0) continue;
            node const& n = g[i];
            auto const place = [&](int j) { return static_cast<std::uint16_t>(n.op->arity > j ? at[n.argument(j)] : 0); };
            p.code[at[i]] = {n.op, static_cast<std::uint16_t>(at[i]), place(0), place(1), place(2), n.bits};
        }
    delete[] at;
    return p;
}

template <class E, int Capacity>
constexpr auto point_fitted() {
    constexpr auto p = point_draft<E, Capacity>();
    if constexpr (p.size > Capacity) {
        return point_fitted<E, p.size>();
    } else {
        point_program<p.size> exact;
        exact.size = p.size;
        for (int i = 0; i < p.size; ++i) exact.code[i] = p.code[i];
        return exact;
    }
}
template <class E>
inline constexpr auto point_of = point_fitted<E, 64>();

template <class... Leaves>
constexpr int position(types<Leaves...>, std::uint64_t key) {
    int at = -1, i = 0;
    ((Leaves::key == key ? at = i++ : i++), ...);
    return at;
}

template <class E, class Leaves, int I, class V, class Condition>
OGIVE_INLINE constexpr void point_step(registers<V, Condition, 1> r, V const* bound) {
    constexpr instruction in = point_of<E>.code[I];
    if constexpr (in.op == &kind::number)
        r.value[I][0] = math::number<V>(std::bit_cast<double>(in.bits));
    else if constexpr (in.op->arity == 0)
        r.value[I][0] = bound[position(Leaves{}, in.bits)];
    else
        step<primitive_of<in.op>>(r, I, in.a, in.b, in.c, std::make_integer_sequence<int, 1>{});
}

template <class E, class Leaves, int First, class V, class Condition, int... I>
OGIVE_INLINE constexpr void point_steps(registers<V, Condition, 1> r, V const* bound, std::integer_sequence<int, I...>) {
    (point_step<E, Leaves, First + I>(r, bound), ...);
}

template <class E, class Leaves, int First, class V, class Condition>
OGIVE_INLINE constexpr void point_run(registers<V, Condition, 1> r, V const* bound) {
    constexpr int n = point_of<E>.size - First < 128 ? point_of<E>.size - First : 128;
    point_steps<E, Leaves, First>(r, bound, std::make_integer_sequence<int, n>{});
    if constexpr (First + n < point_of<E>.size) point_run<E, Leaves, First + n>(r, bound);
}

template <class E, class Leaves, class V>
OGIVE_INLINE constexpr auto value_of(V const* bound) {
    constexpr std::size_t n = point_of<E>.size;
    using Condition = typename math::vocabulary<V>::condition;
    V value[n][1]{};
    Condition condition[n][1]{};
    point_run<E, Leaves, 0>(registers<V, Condition, 1>{value, condition}, bound);
    if constexpr (E::condition)
        return condition[n - 1][0];
    else
        return value[n - 1][0];
}

}  // namespace detail

namespace detail {
template <class T>
inline constexpr bool names_a_value = requires { typename T::leaf; };

// The name of a binding that is neither a number nor a batch.
template <class Binding>
struct no_number;
template <class Leaf, class Value>
struct no_number<binding<Leaf, Value>> {
    using type = std::conditional_t<value_like<Value> && !std::is_same_v<Value, long double>, types<>,
                                    types<typename Leaf::spelling>>;
};

// At a point a truth value counts as 0 or 1, as in a call.
template <class Value>
using number_or_batch = std::conditional_t<std::is_same_v<Value, bool>, int, Value>;
}  // namespace detail

template <class... Bindings>
inline constexpr bool a_point_is_given_by_names = (detail::names_a_value<Bindings> && ...);
template <class... Misbound>
inline constexpr bool every_name_is_bound_to_a_number = sizeof...(Misbound) == 0;

namespace detail {
template <class... Misbound>
constexpr void explain_no_number(types<Misbound...>) {
    static_assert(
        every_name_is_bound_to_a_number<Misbound...>,
        "ogive: at a point a name is bound to a float, a double, a whole number or a batch: use og::evaluate for a "
        "range");
}
}  // namespace detail

template <class E, class... Bindings>
constexpr auto value_at(E, Bindings const&... bindings) {
    if constexpr (!a_point_is_given_by_names<Bindings...>) {
        static_assert(a_point_is_given_by_names<Bindings...>,
                      "ogive: a point is given as `name = value`: e(x = 1.0, beta = 2.0)");
        return 0.0;
    } else if constexpr (!detail::names<typename E::leaves, typename Bindings::leaf...>::ok) {
        detail::names<typename E::leaves, typename Bindings::leaf...>::explain();
        return 0.0;
    } else if constexpr (size_v<join_t<typename detail::no_number<Bindings>::type...>> > 0) {
        detail::explain_no_number(join_t<typename detail::no_number<Bindings>::type...>{});
        return 0.0;
    } else if constexpr (sizeof...(Bindings) == 0) {
        return detail::value_of<E, types<>, double>(nullptr);
    } else {
        using V = value_type_t<detail::number_or_batch<typename Bindings::value_type>...>;
        V const bound[] = {
            to_value<V>(static_cast<detail::number_or_batch<typename Bindings::value_type> const&>(bindings.value))...};
        return detail::value_of<E, types<typename Bindings::leaf...>, V>(bound);
    }
}

}  // namespace ogive
