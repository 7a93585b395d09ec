#pragma once
// add(f): f joins the activations, with kernels for the blocks that it can stand in.

#include "activations.hpp"
#include "formulas.hpp"

#include <type_traits>

namespace train {

namespace detail {

template <class F, class... X>
consteval bool is_elementwise_in() {
    if constexpr (og::the_activation_takes_these_arguments<og::activation_of<F>, X...>)
        return og::the_expression_is_elementwise<decltype(F{}(X{}...))>;
    else
        return false;
}

template <std::size_t>
using any_param = og::param<"p0">;

/// With Pieces values and the Learned parameters.
template <class F, std::size_t Pieces, std::size_t... Learned>
consteval bool takes(std::index_sequence<Learned...>) {
    if constexpr (Pieces == 1)
        return is_elementwise_in<F, og::var<"z0">, any_param<Learned>...>();
    else
        return is_elementwise_in<F, og::var<"z0">, og::var<"z1">, any_param<Learned>...>();
}

template <class F>
consteval std::size_t learned_parameters() {
    std::size_t n = 0;
    for (og::hyper_parameter const& p : og::parameters_of<F>) n += p.learned;
    return n;
}

template <class F>
inline constexpr std::size_t learned = learned_parameters<F>();
template <class F, std::size_t Pieces>
inline constexpr bool stands_for = takes<F, Pieces>(std::make_index_sequence<learned<F>>{});

}  // namespace detail

/// A gate takes a second value beside its learned parameters, and does not do with one alone.
template <class F>
inline constexpr bool is_gate = detail::stands_for<F, 2> && !detail::is_elementwise_in<F, og::var<"z0">>();
template <class F>
inline constexpr bool is_elementwise = !is_gate<F> && detail::stands_for<F, 1>;

/// What is learned has a value for each column, or one for all.
template <class F, bool PerColumn>
constexpr kernels kernels_of() {
    constexpr std::size_t learned = detail::learned<F>;
    if constexpr (is_gate<F>)
        return {{}, {}, formulas<F, 2, learned, PerColumn>::with_residual};
    else
        return {
            formulas<F, 1, learned, PerColumn>::without_norm, formulas<F, 1, learned, PerColumn>::with_residual, {}};
}

template <class A>
bool add(og::activation_function<A>) {
    using function = og::activation_function<A>;
    static_assert(
        is_gate<function> || is_elementwise<function>,
        "an activation between two products takes a value, or a gate and a value, beside its learned parameters");
    constexpr std::size_t learned = detail::learned<function>;
    return add({A::name, og::parameters_of<function>.first(learned), kernels_of<function, false>(),
                kernels_of<function, (learned > 0)>()});
}

}  // namespace train
