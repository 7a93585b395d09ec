#pragma once
// An activation: a formula over primitives under a name of its own. Its function object works on
// expressions, on numbers and on batches. What an activation's struct says:
//
//   name, source          required in the catalogue
//   formula(x, ...)       with defaults for its hyper-parameters
//   inputs                what its arguments before the hyper-parameters are called; else there is one, x
//   sample, kinks         where the generic tests look
//   range, lipschitz      between what its values lie, and the largest |f'|, with the default hyper-parameters, where
//                         they are known
//   parameters            its hyper-parameters, in the order of the formula's last arguments
//
// and what its page cannot compute, all of it optional:
//
//   use                   when to use it
//   elsewhere             under which name PyTorch, JAX (with Flax and Optax), Keras, ONNX, oneDNN and ggml have it, and
//                         what differs; other libraries where few of these have it
//   drawn                 where it is drawn; else from -5 to 5
//   several               values of the first hyper-parameter, drawn side by side
//   beside                the inputs beyond the first, where it is looked at as a curve; else 1

#include <ogive/algebra/derivative.hpp>
#include <ogive/algebra/names.hpp>
#include <ogive/algebra/point.hpp>
#include <ogive/expression/leaf.hpp>
#include <ogive/meta/interval.hpp>
#include <ogive/primitive/operators.hpp>

#include <span>

namespace ogive {

namespace detail {

/// The K-th argument of an activation on numbers: a constant stays one, a value becomes a name.
template <std::size_t K>
struct argument_name : expression_of<argument_name<K>> {
    static constexpr std::size_t spelled = 1, compact = 0;
    static constexpr bool condition = false;
    using leaves = types<argument_name>;
    static constexpr std::uint64_t key = K;
    static constexpr int lower(auto& into) { return into.leaf(&kind::variable, key); }
};
template <std::size_t K, class T>
constexpr auto named_argument(T const& x) {
    if constexpr (is_constant<T>)
        return to_expression(x);
    else
        return argument_name<K>{};
}

}  // namespace detail

template <class A, class... X>
inline constexpr bool the_activation_takes_these_arguments = requires(X... x) { A::formula(x...); };

/// A hyper-parameter: what it is called, its default, which is its usual start value where it is learned.
struct hyper_parameter {
    std::string_view name;
    double start;
    bool learned = false;
};

/// The function object of an activation: `og::gelu(x)` of an expression, `og::gelu(0.5)` of a number or batch.
/// Hyper-parameters with a default may be left out, together.
///
/// Shape       of expressions an expression; of numbers and batches of one floating type one of that type
/// Errors      compile time: too few or too many arguments, a condition for a value
template <class A>
struct activation_function {
    using activation = A;
    static constexpr std::string_view name = A::name;

    /// On expressions: an expression.
    template <class... X>
        requires(!values<X...>)
    constexpr auto operator()(X const&... x) const {
        return formula(to_expression(x)...);
    }

    /// On numbers and batches: the value.
    template <class... V>
        requires values<V...>
    OGIVE_INLINE constexpr auto operator()(V const&... v) const {
        return at(std::index_sequence_for<V...>{}, v...);
    }

private:
    template <class... X>
    static constexpr auto formula(X... x) {
        if constexpr (the_activation_takes_these_arguments<A, X...>) {
            return A::formula(x...);
        } else {
            static_assert(the_activation_takes_these_arguments<A, X...>,
                          "ogive: an activation is called with the wrong number of arguments: it takes its inputs, then "
                          "its hyper-parameters, which may be left out together");
            return refused<false, X..., no_expression>{};
        }
    }

    template <std::size_t... K, class... V>
    OGIVE_INLINE static constexpr auto at(std::index_sequence<K...>, V const&... v) {
        using Value = value_type_t<V...>;
        using Formula = decltype(formula(detail::named_argument<K>(v)...));
        using Names = types<detail::argument_name<K>...>;
        using Unbound = typename detail::missing_from<types<>, typename Formula::leaves, Names>::type;
        if constexpr (size_v<Unbound> > 0) {
            detail::explain_unbound(typename detail::spellings<Unbound>::type{});
            return Value{};
        } else if constexpr (!a_number_is_a_float_a_double_or_a_whole_number<0, V...>) {
            static_assert(a_number_is_a_float_a_double_or_a_whole_number<0, V...>,
                          "ogive: a number is a float, a double or a whole number, which counts as double; a bool is a "
                          "condition, not a number");
            return 0.0;
        } else {
            Value const bound[] = {to_value<Value>(v)...};
            return detail::value_of<Formula, Names, Value>(bound);
        }
    }
};

/// What an activation's function object says of itself.
template <class F>
using activation_of = typename F::activation;

namespace detail {
template <class F>
consteval interval sample_range() {
    if constexpr (requires { F::activation::sample; })
        return F::activation::sample;
    else
        return {-10, 10};
}
template <class F>
consteval std::span<double const> kink_list() {
    if constexpr (requires { F::activation::kinks; })
        return F::activation::kinks;
    else
        return {};
}
inline constexpr std::string_view only_x[] = {"x"sv};
template <class F>
consteval std::span<std::string_view const> input_list() {
    if constexpr (requires { F::activation::inputs; })
        return F::activation::inputs;
    else
        return only_x;
}
template <class F>
consteval std::span<double const> inputs_beside() {
    if constexpr (requires { F::activation::beside; })
        return F::activation::beside;
    else
        return {};
}
template <class F>
consteval std::span<hyper_parameter const> parameter_list() {
    if constexpr (requires { F::activation::parameters; })
        return F::activation::parameters;
    else
        return {};
}
}  // namespace detail

/// Where tests and plots look at it, for each argument; -10 to 10 where it does not say.
template <class F>
inline constexpr interval sample_of = detail::sample_range<F>();
/// What its arguments before the hyper-parameters are called: "gate", "value"; "x" where it does not say.
template <class F>
inline constexpr std::span<std::string_view const> inputs_of = detail::input_list<F>();
/// Where its derivative jumps, by the first argument, for some of its hyper-parameters.
template <class F>
inline constexpr std::span<double const> kinks_of = detail::kink_list<F>();
/// The inputs beyond the first where it is looked at as a curve; those that are not listed are 1.
template <class F>
inline constexpr std::span<double const> beside_of = detail::inputs_beside<F>();
/// Its hyper-parameters: its last arguments, in this order. Those with a default may be left out together.
template <class F>
inline constexpr std::span<hyper_parameter const> parameters_of = detail::parameter_list<F>();

namespace detail {
template <class F, std::size_t... I, std::size_t... K>
constexpr auto formula_in_own_names(std::index_sequence<I...>, std::index_sequence<K...>) {
    constexpr auto& hyper = parameters_of<F>;
    return F{}(var<fixed_string<inputs_of<F>[I].size() + 1>(inputs_of<F>[I])>{}...,
               param<fixed_string<hyper[K].name.size() + 1>(hyper[K].name), real(hyper[K].start)>{}...);
}
}  // namespace detail

/// An activation of its inputs, vars, and its hyper-parameters, params with their start values, under the names that it
/// gives them: `og::formula_of(og::prelu)` is prelu of the var "x" and the param "alpha".
template <class A>
constexpr auto formula_of(activation_function<A>) {
    using F = activation_function<A>;
    return detail::formula_in_own_names<F>(std::make_index_sequence<inputs_of<F>.size()>{},
                                           std::make_index_sequence<parameters_of<F>.size()>{});
}

template <class Result>
inline constexpr bool the_function_of_an_activation_returns_a_formula = expression<Result> || constant_like<Result>;

namespace detail {
template <class T>
inline constexpr bool is_param_with_a_start = false;
template <fixed_string Name, real Start>
inline constexpr bool is_param_with_a_start<param<Name, Start>> = true;

template <class... Learned>
struct what_is_learned {
    static constexpr hyper_parameter parameters[] = {{Learned::name, Learned::start, true}...};
};
template <>
struct what_is_learned<> {};

template <fixed_string Name, class Formula, class... Learned>
struct users_activation : what_is_learned<Learned...> {
    static constexpr std::string_view name = Name.view();
    template <class... X>
        requires std::is_invocable_v<Formula, X...>
    static constexpr auto formula(X... x) {
        using Result = decltype(Formula{}(x...));
        if constexpr (the_function_of_an_activation_returns_a_formula<Result>) {
            return to_expression(Formula{}(x...));
        } else {
            static_assert(the_function_of_an_activation_returns_a_formula<Result>,
                          "ogive: the function of an activation returns a formula: [](auto x) { return x * "
                          "og::sigmoid(x); }, of a number a constant, 1_c");
            return refused<false, X...>{};
        }
    }
    /// Without what is learned, which is then where it starts.
    template <class... X>
        requires(!std::is_invocable_v<Formula, X...> && sizeof...(Learned) > 0 &&
                 std::is_invocable_v<Formula, X..., constant<real(Learned::start)>...>)
    static constexpr auto formula(X... x) { return formula(x..., constant<real(Learned::start)>{}...); }
};
/// What an activation that is refused comes to.
struct refusing {
    template <class... X>
    constexpr auto operator()(X const&... x) const {
        return refused<false, decltype(in_place_of(x))...>{};
    }
};
}  // namespace detail

template <class Formula>
inline constexpr bool the_formula_captures_nothing = std::is_empty_v<Formula> && std::is_default_constructible_v<Formula>;
template <class Formula>
inline constexpr bool the_formula_is_a_function_of_any_expression =
    std::is_class_v<Formula> && !expression<Formula> && !requires { &Formula::operator(); };

template <class... Learned>
inline constexpr bool what_an_activation_learns_are_params_with_a_start =
    (detail::is_param_with_a_start<Learned> && ...);

/// `constexpr auto my = og::activation<"my">([](auto x) { return x * og::sigmoid(1.5_c * x); });`
///
/// What it learns are the last arguments of the function, and are named behind it with their start values:
/// `og::activation<"my">([](auto x, auto beta) { return x * og::sigmoid(beta * x); }, og::param<"beta", 1.5>{})`.
///
/// Shape       a function object: of expressions an expression, of numbers and batches their value, in a constant
///             expression too; without what it learns, that is where it starts
/// Errors      compile time: a function that captures or that does not take any expression, a param without a start
template <fixed_string Name, class Formula, class... Learned>
constexpr auto activation(Formula, Learned...) {
    if constexpr (!the_formula_is_a_function_of_any_expression<Formula>) {
        static_assert(the_formula_is_a_function_of_any_expression<Formula>,
                      "ogive: the function of an activation takes any expression: [](auto x) { return x * og::sigmoid(x); }");
        return detail::refusing{};
    } else if constexpr (!the_formula_captures_nothing<Formula>) {
        static_assert(the_formula_captures_nothing<Formula>,
                      "ogive: the function of an activation captures nothing: the names in it are static or global, its "
                      "numbers constants");
        return detail::refusing{};
    } else if constexpr (!what_an_activation_learns_are_params_with_a_start<Learned...>) {
        static_assert(what_an_activation_learns_are_params_with_a_start<Learned...>,
                      "ogive: what an activation learns are params that say where they start: "
                      "og::activation<\"my\">(f, og::param<\"alpha\", 0.25>{})");
        return detail::refusing{};
    } else {
        return activation_function<detail::users_activation<Name, Formula, Learned...>>{};
    }
}

template <class... Arguments>
inline constexpr bool an_activation_has_its_name_in_angle_brackets = sizeof...(Arguments) == 0;
template <class Argument, class... Arguments>
constexpr auto activation(Argument, Arguments...) {
    static_assert(an_activation_has_its_name_in_angle_brackets<Argument, Arguments...>,
                  "ogive: an activation has its name in angle brackets: og::activation<\"my\">(f)");
    return detail::refusing{};
}

}  // namespace ogive
