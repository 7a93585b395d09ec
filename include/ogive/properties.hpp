#pragma once
// What an activation is like, from its numbers and from its graph. Not included by <ogive/ogive.hpp>.
//
//   std::cout << og::properties(og::gelu);
//
// The curve is looked at in double, by functions that are compiled once: an activation only adds its operations.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // see <ogive/ogive.hpp>
#pragma GCC diagnostic ignored "-Wsign-conversion"

#include <ogive/activation/activation.hpp>
#include <ogive/activation/sigmoid_family.hpp>
#include <ogive/print/text.hpp>
#include <ogive/properties/curve.hpp>

namespace ogive {

namespace detail {

template <class E, class X, class... Name>
curve_properties properties_of(std::string_view name, std::vector<double> const& at, types<X, Name...>) {
    curve_properties p{.name = name};
    curve(slice(interpret<double>(E{}, X{}, Name{}...), at),
          slice(interpret<double>(derived<E, X>{}, X{}, Name{}...), at),
          slice(interpret<double>(derived<E, X, X>{}, X{}, Name{}...), at))
        .look(p);
    return p;
}

/// f of its inputs alone, where its hyper-parameters have defaults.
template <class F, std::size_t... I>
constexpr auto called_with_defaults(std::index_sequence<I...>) {
    if constexpr (the_activation_takes_these_arguments<
                      typename F::activation, var<fixed_string<inputs_of<F>[I].size() + 1>(inputs_of<F>[I])>...>)
        return F{}(var<fixed_string<inputs_of<F>[I].size() + 1>(inputs_of<F>[I])>{}...);
    else
        return formula_of(F{});
}
template <class E>
cost price_of() {
    cost price;
    for (instruction const& in : point_of<E>.code) {
        price.transcendental += in.op->price.transcendental;
        price.division += in.op->price.division;
    }
    return price;
}

template <class F, std::size_t... I, std::size_t... K>
auto names_of_formula(std::index_sequence<I...>, std::index_sequence<K...>)
    -> types<var<fixed_string<inputs_of<F>[I].size() + 1>(inputs_of<F>[I])>...,
             param<fixed_string<parameters_of<F>[K].name.size() + 1>(parameters_of<F>[K].name),
                   real(parameters_of<F>[K].start)>...>;

}  // namespace detail

template <class E>
inline constexpr bool the_activation_is_elementwise = detail::is_elementwise<E>();
template <class F, class... Values>
inline constexpr bool the_other_inputs_are_numbers = sizeof...(Values) < inputs_of<F>.size() &&
                                                     (std::is_arithmetic_v<Values> && ...);

/// What an activation is like as a function of its first input. Its hyper-parameters have their start values, its other
/// inputs these values, or those that it gives itself (`beside`), or 1: `og::properties(og::threshold, 0.5, 0)`.
///
/// Domain      looked at in steps of 1/64 from -24 to 24, of 5 % up to 10^6 beyond, and at the infinities; for where it
///             saturates in steps of 1/16 or 1/4096 of these beyond 24
/// Accuracy    kinks, zeros and extremes to rounding, zeros without a change of sign to 10^-9, mean and variance to
///             10^-6, of what does not bend faster than these steps
/// Errors      compile time only: a row reduction in it; other inputs that are no numbers, or too many
/// Cost        tens of thousands of evaluations, at run time
template <class A, class... Values>
curve_properties properties(activation_function<A> f, Values... others) {
    using F = activation_function<A>;
    using E = decltype(formula_of(f));
    if constexpr (!the_activation_is_elementwise<E>) {
        static_assert(the_activation_is_elementwise<E>,
                      "ogive: properties are those of a curve: an activation along a row has none");
        return {};
    } else if constexpr (!the_other_inputs_are_numbers<F, Values...>) {
        static_assert(the_other_inputs_are_numbers<F, Values...>,
                      "ogive: properties(f, values...) takes numbers for the inputs of f beyond the first");
        return {};
    } else {
        std::vector<double> at{0.0, static_cast<double>(others)...};
        while (at.size() < inputs_of<F>.size())
            at.push_back(at.size() <= beside_of<F>.size() ? beside_of<F>[at.size() - 1] : 1);
        for (auto const& hyper : parameters_of<F>) at.push_back(hyper.start);
        using names = decltype(detail::names_of_formula<F>(std::make_index_sequence<inputs_of<F>.size()>{},
                                                           std::make_index_sequence<parameters_of<F>.size()>{}));
        curve_properties p = detail::properties_of<E>(A::name, at, names{});
        p.price = detail::price_of<decltype(detail::called_with_defaults<F>(
            std::make_index_sequence<inputs_of<F>.size()>{}))>();
        return p;
    }
}

/// Those of og::sigmoid, og::tanh and og::clip, primitives that are activations by themselves.
template <class P, class... Values>
    requires requires(function<P> f) { as_activation(f); }
curve_properties properties(function<P> f, Values... others) {
    return properties(as_activation(f), others...);
}

template <class T>
inline constexpr bool what_has_properties_is_an_activation = !requires { sizeof(T); };
/// Refused.
template <class T, class... Values>
curve_properties properties(T const&, Values const&...) {
    static_assert(what_has_properties_is_an_activation<T>,
                  "ogive: properties are those of an activation: og::properties(og::gelu); a formula becomes one by "
                  "og::activation<\"my\">([](auto x) { return x * og::sigmoid(x); })");
    return {};
}

}  // namespace ogive

#pragma GCC diagnostic pop
