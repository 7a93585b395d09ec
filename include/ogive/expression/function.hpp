#pragma once
// A primitive as a function object: on expressions, on numbers and on batches.

#include <ogive/expression/call.hpp>
#include <ogive/expression/pattern.hpp>
#include <ogive/expression/settle.hpp>
#include <ogive/expression/values.hpp>

#include <initializer_list>

namespace ogive {

namespace detail {

// `expected` has bit j set where argument j is a condition.
constexpr bool conditions_agree(unsigned expected, std::initializer_list<bool> conditions) {
    for (bool const condition : conditions) {
        if (condition != bool(expected & 1)) return false;
        expected >>= 1;
    }
    return true;
}

// The pattern that P gives; asked for when P is called with A, when P is complete.
template <class P, class... A>
struct called_by_pattern {
    using type = pattern<typename owner_among<A...>::type, gives_condition<P>>;
};

}  // namespace detail

template <class P>
inline constexpr bool arity_is_one_to_three = arity<P> >= 1 && arity<P> <= 3;
template <class P>
inline constexpr bool the_value_of_a_primitive_is_for_numbers_and_batches = !detail::is_for_one_type<P>;
template <class P>
inline constexpr bool a_primitive_has_a_name = requires { std::bool_constant<(std::string_view(P::name), true)>{}; };
template <class P, int N>
inline constexpr bool the_number_of_arguments_is_right = N == arity<P>;
template <class P, class... E>
inline constexpr bool conditions_stand_where_they_belong =
    detail::conditions_agree(condition_arguments<P>, {E::condition...});

template <class P, class... E>
inline constexpr bool what_is_admitted_is_a_name = !requires { &P::admits; } || (requires { E::key; } && ...);

namespace detail {
/// Expressions of which a call of P can be made as they are.
template <class P, class... E>
concept fit = (is_formula<E> && ...) && conditions_stand_where_they_belong<P, E...> && what_is_admitted_is_a_name<P, E...>;
}  // namespace detail

/// `inline constexpr og::function<mine::cube> cube{};`
template <class P>
struct function {
    using primitive = P;

    /// In a rule: a line of its formula. The type is not deduced, so that rules may use one another.
    template <operand... A>
        requires detail::are_patterns<A...>
    constexpr typename detail::called_by_pattern<P, A...>::type operator()(A const&... a) const {
        if (!may_be_called<sizeof...(A)>()) return {*detail::scribe_among(a...), 0};
        static_assert(conditions_stand_where_they_belong<P, decltype(to_expression(a))...>,
                      "ogive: a condition (x > y) and a value are not interchangeable: write "
                      "og::where(condition, a, b) to go from one to the other");
        scribe& s = *detail::scribe_among(a...);
        int const arguments[] = {detail::line_of(s, a)...};
        return {s, s.make(&record<P>, detail::name_key_of<P>, arguments)};
    }

    /// On expressions: an expression.
    template <class... A>
        requires(!values<A...> && !detail::are_patterns<A...>)
    constexpr auto operator()(A const&... a) const {
        if constexpr (!may_be_called<sizeof...(A)>())
            return refused<gives_condition<P>, decltype(detail::in_place_of(a))...>{};
        else if constexpr (detail::fit<P, A...>)
            return settled_t<call<P, A...>>{};
        else
            return converted(to_expression(a)...);
    }

    /// On numbers and batches: the value.
    template <class... V>
        requires values<V...>
    OGIVE_INLINE constexpr auto operator()(V const&... v) const {
        if constexpr (!may_be_called<sizeof...(V)>()) {
            return value_type_t<V...>{};
        } else if constexpr (!a_number_is_a_float_a_double_or_a_whole_number<condition_arguments<P>, V...>) {
            static_assert(a_number_is_a_float_a_double_or_a_whole_number<condition_arguments<P>, V...>,
                          "ogive: a number is a float, a double or a whole number, which counts as double; a bool is a "
                          "condition, not a number");
            return 0.0;
        } else {
            return P::value(to_value<value_type_t<V...>>(v)...);
        }
    }

private:
    template <int N>
    static consteval bool may_be_called() {
        if constexpr (!the_value_of_a_primitive_is_for_numbers_and_batches<P>)
            static_assert(the_value_of_a_primitive_is_for_numbers_and_batches<P>,
                          "ogive: the value of a primitive is for numbers and batches alike: static constexpr auto "
                          "value(auto x)");
        else if constexpr (!arity_is_one_to_three<P>)
            static_assert(arity_is_one_to_three<P>, "ogive: a primitive needs value(x...) with one to three arguments");
        else if constexpr (!a_primitive_has_a_name<P>)
            static_assert(a_primitive_has_a_name<P>,
                          "ogive: a primitive needs a static constexpr std::string_view name");
        else if constexpr (!the_number_of_arguments_is_right<P, N>)
            static_assert(the_number_of_arguments_is_right<P, N>,
                          "ogive: a function is called with the wrong number of arguments");
        return arity_is_one_to_three<P> && a_primitive_has_a_name<P> && the_number_of_arguments_is_right<P, N>;
    }

    template <class... E>
    static constexpr auto converted(E...) {
        if constexpr ((is_refused<E> || ...)) {
            return refused<gives_condition<P>, E...>{};
        } else if constexpr (!what_is_admitted_is_a_name<P, E...>) {
            static_assert(what_is_admitted_is_a_name<P, E...>,
                          "ogive: this function admits some values only: it takes a var or a param, which a call can check");
            return refused<gives_condition<P>, E...>{};
        } else if constexpr (conditions_stand_where_they_belong<P, E...>) {
            return settled_t<call<P, E...>>{};
        } else {
            static_assert(conditions_stand_where_they_belong<P, E...>,
                          "ogive: a condition (x > y) and a value are not interchangeable: write "
                          "og::where(condition, a, b) to go from one to the other");
            return refused<gives_condition<P>, E...>{};
        }
    }
};

}  // namespace ogive
