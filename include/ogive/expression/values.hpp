#pragma once
// Calling a function of the language on numbers or batches instead of expressions.

#include <ogive/expression/expression.hpp>
#include <ogive/math/vocabulary.hpp>

#include <type_traits>

namespace ogive {

/// A number or a batch of numbers.
template <class T>
concept value_like =
    !expression<T> && (std::is_arithmetic_v<std::remove_cvref_t<T>> ||
                       requires { typename math::vocabulary<std::remove_cvref_t<T>>::condition; });

namespace detail {

// The wider of two: a batch before a number, double before float, a whole number counts as double.
template <class A, class B>
struct wider {
    using type = A;
};
template <class A, class B>
    requires(std::is_arithmetic_v<A> && std::is_arithmetic_v<B>)
struct wider<A, B> {
    using type = decltype(A{} + B{});
};
template <class A, class B>
    requires(std::is_arithmetic_v<A> && !std::is_arithmetic_v<B>)
struct wider<A, B> {
    using type = B;
};

template <class T>
using floating = std::conditional_t<std::is_integral_v<T>, double, T>;

struct none_yet {};
template <class A>
struct wider<A, none_yet> {
    using type = A;
};
template <class B>
    requires(!std::is_arithmetic_v<B>)
struct wider<none_yet, B> {
    using type = B;
};
template <class B>
    requires std::is_arithmetic_v<B>
struct wider<none_yet, B> {
    using type = B;
};

template <>
struct wider<none_yet, none_yet> {
    using type = none_yet;
};

template <class... T>
struct value_type_of;
template <class T>
struct value_type_of<T> {
    using type = T;
};
template <class A, class B, class... Rest>
struct value_type_of<A, B, Rest...> : value_type_of<typename wider<A, B>::type, Rest...> {};

template <class T>
using value_or_none =
    std::conditional_t<is_constant<T> || std::is_same_v<T, bool> || !value_like<T>, none_yet, floating<T>>;

// A condition over batches: the one of any batch among the arguments.
template <class T, class V>
inline constexpr bool is_condition_of = false;
template <class T, class V>
    requires requires { typename math::vocabulary<V>::condition; }
inline constexpr bool is_condition_of<T, V> = std::is_same_v<T, typename math::vocabulary<V>::condition>;
template <class T, class... V>
inline constexpr bool is_condition_of_one = (is_condition_of<T, V> || ...);

}  // namespace detail

/// The type in which a function is computed on these numbers, batches and constants.
template <class... T>
using value_type_t =
    typename detail::value_type_of<detail::none_yet, detail::value_or_none<std::remove_cvref_t<T>>...>::type;

/// At least one number or batch; the others are constants and conditions.
template <class... T>
concept values = (value_like<T> || ...) &&
                 ((value_like<T> || detail::is_constant<std::remove_cvref_t<T>> ||
                   detail::is_condition_of_one<std::remove_cvref_t<T>, std::remove_cvref_t<T>...>) && ...);

/// Whether a function can be computed on these: numbers but long double, and a bool only as argument j where bit j of
/// Conditions is set.
template <unsigned Conditions, class... T>
inline constexpr bool a_number_is_a_float_a_double_or_a_whole_number = [] {
    unsigned j = 0;
    bool all = true;
    ((all = all && !std::is_same_v<T, long double> && (!std::is_same_v<T, bool> || (Conditions >> j & 1)), ++j), ...);
    return all;
}();

/// An argument as a V; a truth value stays one.
template <class V, class T>
constexpr auto to_value(T const& x) {
    if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, V> || detail::is_condition_of<T, V>)
        return x;
    else if constexpr (expression<T>)
        return math::number<V>(T::value);
    else if constexpr (constant_like<T>)
        return math::number<V>(as_constant<T>::type::value);
    else
        return math::number<V>(static_cast<double>(x));
}

}  // namespace ogive
