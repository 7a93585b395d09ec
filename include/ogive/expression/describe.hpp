#pragma once
// From a primitive's struct to its static record. What a struct may say:
//
//   name        required
//   value       for numbers and batches alike; required for an elementwise one
//   adjoint or derivative, or differentiable = false
//   arity, text, latex, binds, commutative, condition, conditions, price, over, shape_of, folds, equations
//
// and what it leaves out has the default of `operation`.

#include <ogive/expression/function.hpp>
#include <ogive/expression/rule.hpp>
#include <ogive/graph/formula.hpp>

#include <utility>

namespace ogive {

/// The dimensions that a reduction runs over; see `operation`.
struct reduction {
    shape domain, keeps, sets;
};

struct multiply_primitive;  // dy * derivative

namespace detail {

// From the record's address back to the primitive's type, for the loop and for compact expressions.
template <operation const* Op>
struct record_address {
#if !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
    friend constexpr auto primitive_at(record_address);
#if !defined(__clang__)
#pragma GCC diagnostic pop
#endif
};
template <class P>
struct remember {
    friend constexpr auto primitive_at(record_address<&record<P>>) { return P{}; }
    static constexpr bool done = true;
};

template <class P, int J>
using argument_slot = placeholder<J, bool(condition_arguments<P> >> J & 1)>;

template <class P, int... J>
constexpr auto rule(std::integer_sequence<int, J...>) {
    constexpr placeholder<result_slot, gives_condition<P>> y;
    constexpr placeholder<adjoint_slot> dy;
    if constexpr (requires { P::adjoint(argument_slot<P, J>{}..., y, dy); })
        return P::adjoint(argument_slot<P, J>{}..., y, dy);
    else if constexpr (requires { { P::derivative(argument_slot<P, J>{}..., y) } -> operand; })
        return function<multiply_primitive>{}(dy, P::derivative(argument_slot<P, J>{}..., y));
    else
        return nothing;
}
template <class P>
using rule_of = decltype(rule<P>(std::make_integer_sequence<int, arity<P>>{}));

template <class R>
inline constexpr int results_of = 1;
template <>
inline constexpr int results_of<nothing_flows> = 0;
template <class... E>
inline constexpr int results_of<each<E...>> = static_cast<int>(sizeof...(E));

template <class P, class E>
constexpr adjoint_rule written_rule(E) {
    return {formula_of<P, E>(), {}};
}
template <class P>
constexpr adjoint_rule written_rule(nothing_flows) {
    return {};
}
template <class P, class C, class E>
constexpr adjoint_rule written_rule(guarded<C, E>) {
    return {formula_of<P, E>(), formula_of<P, C>()};
}

template <class P, std::size_t... J>
constexpr bool fold_with(double const* x, double& result, std::index_sequence<J...>) {
    if (!P::folds(x[J]...)) return false;
    result = P::value(x[J]...);
    return true;
}
template <class P>
constexpr bool fold_with(double const* x, double& result) {
    return fold_with<P>(x, result, std::make_index_sequence<static_cast<std::size_t>(arity<P>)>{});
}

template <class P>
constexpr auto equation_list() {
    if constexpr (requires { P::equations(argument_slot<P, 0>{}, placeholder<1>{}, placeholder<2>{}); })
        return P::equations(argument_slot<P, 0>{}, placeholder<1>{}, placeholder<2>{});
    else
        return table();
}
template <class P, class... Left, class... Right, bool... Stabilises>
constexpr auto written_equations(equation_table<equation<Left, Right, Stabilises>...>) {
    return std::array<rewriting, sizeof...(Left)>{
        rewriting{formula_of<P, Left>(), formula_of<P, Right>(), Stabilises}...};
}
template <class P>
inline constexpr auto equations_of = written_equations<P>(equation_list<P>());

}  // namespace detail

template <operation const* Op>
using primitive_of = decltype(primitive_at(detail::record_address<Op>{}));

template <class P>
inline constexpr bool is_differentiable = !requires { requires !P::differentiable; };
template <class P>
inline constexpr bool every_argument_has_a_rule =
    !is_differentiable<P> || detail::results_of<detail::rule_of<P>> == arity<P>;

template <class P>
constexpr operation describe() {
    static_assert(detail::remember<P>::done);
    static_assert(arity_is_one_to_three<P>, "ogive: a primitive needs value(x...) with one to three arguments");
    static_assert(every_argument_has_a_rule<P>,
                  "ogive: a primitive needs derivative(x..., y) or adjoint(x..., y, dy) with one result for "
                  "each argument, or differentiable = false");
    operation o{.name = P::name, .arity = arity<P>, .condition = gives_condition<P>};
    if constexpr (requires { P::text; }) o.text = P::text;
    if constexpr (requires { P::latex; }) o.latex = P::latex;
    if constexpr (requires { P::binds; }) o.binds = P::binds;
    if constexpr (requires { P::commutative; }) o.commutative = P::commutative;
    if constexpr (requires { P::shape_of; }) o.shape_of = P::shape_of;
    if constexpr (requires { P::price; }) o.price = P::price;
    else o.price = {.transcendental = 1};
    if constexpr (requires { P::over; }) {
        o.domain = P::over.domain;
        o.keeps = P::over.keeps;
        o.sets = P::over.sets;
    }
    if constexpr (requires { &P::folds; }) o.fold = &detail::fold_with<P>;
    o.equations = detail::equations_of<P>.data();
    o.equation_count = static_cast<int>(detail::equations_of<P>.size());
    if constexpr (is_differentiable<P>) {
        auto const write = [&]<class... E>(each<E...>) {
            int j = 0;
            ((o.adjoint[j++] = detail::written_rule<P>(E{})), ...);
        };
        using R = detail::rule_of<P>;
        if constexpr (requires(R r) { write(r); })
            write(R{});
        else
            o.adjoint[0] = detail::written_rule<P>(R{});
    }
    return o;
}

}  // namespace ogive
