#pragma once

#include <ogive/expression/view.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/hana.hpp>

namespace ogive {

namespace detail {
/// What is written beside an expression by mistake: values in place of their name, a batch of them, a function that is not
/// called, text.
template <class T>
concept mistaken = viewable<T> || std::is_empty_v<T> || value_like<T> || std::is_convertible_v<T const&, std::string_view>;
}  // namespace detail

/// At least one side is an expression; what cannot stand beside it is refused where it is converted.
template <class A, class B>
concept operands = (expression<A> && (operand<B> || detail::mistaken<B>)) ||
                   (expression<B> && (operand<A> || detail::mistaken<A>));

// In a rule the result's type is not deduced: rules may use one another.
#define OGIVE_OPERATOR(symbol, name, condition)                                                                       \
    template <class A, class B>                                                                                       \
        requires operands<A, B>                                                                                       \
    constexpr auto operator symbol(A const& a, B const& b) {                                                          \
        return name(a, b);                                                                                            \
    }                                                                                                                 \
    template <class A, class B>                                                                                       \
        requires operands<A, B> && detail::are_patterns<A, B>                                                         \
    constexpr pattern<typename detail::owner_among<A, B>::type, condition> operator symbol(A const& a, B const& b) {  \
        return name(a, b);                                                                                            \
    }
OGIVE_OPERATOR(+, add, false)
OGIVE_OPERATOR(-, subtract, false)
OGIVE_OPERATOR(*, multiply, false)
OGIVE_OPERATOR(/, divide, false)
OGIVE_OPERATOR(<, less, true)
OGIVE_OPERATOR(<=, less_equal, true)
OGIVE_OPERATOR(>, greater, true)
OGIVE_OPERATOR(>=, greater_equal, true)
OGIVE_OPERATOR(==, equal, true)
OGIVE_OPERATOR(!=, not_equal, true)
OGIVE_OPERATOR(&&, logical_and, true)
OGIVE_OPERATOR(||, logical_or, true)
#undef OGIVE_OPERATOR

template <class Exponent>
inline constexpr bool a_power_is_written_as_a_call = !operand<Exponent>;
/// Refused: in C++ x + y ^ 2_c is (x + y) ^ 2_c.
template <class A, class B>
    requires operands<A, B>
constexpr auto operator^(A const& a, B const& b) {
    static_assert(a_power_is_written_as_a_call<B>, "ogive: x^3 is og::power(x, 3_c): ^ has no precedence over +");
    return refused<false, decltype(detail::in_place_of(a)), decltype(detail::in_place_of(b))>{};
}
/// Refused: x ** y is x * (*y).
template <expression A>
constexpr refused<false, A> operator*(A const&) {
    static_assert(a_power_is_written_as_a_call<A>, "ogive: x^3 is og::power(x, 3_c): C++ has no **");
    return {};
}

template <class A, class B>
inline constexpr bool a_formula_has_this_operator = !operands<A, B>;
/// Refused.
#define OGIVE_NO_OPERATOR(symbol)                                                                                 \
    template <class A, class B>                                                                                   \
        requires operands<A, B>                                                                                   \
    constexpr auto operator symbol(A const& a, B const& b) {                                                      \
        static_assert(a_formula_has_this_operator<A, B>,                                                          \
                      "ogive: of C++'s operators a formula has + - * /, comparisons, and && || ! between those"); \
        return refused<false, decltype(detail::in_place_of(a)), decltype(detail::in_place_of(b))>{};              \
    }
OGIVE_NO_OPERATOR(%)
OGIVE_NO_OPERATOR(&)
OGIVE_NO_OPERATOR(|)
OGIVE_NO_OPERATOR(<<)
OGIVE_NO_OPERATOR(>>)
#undef OGIVE_NO_OPERATOR

/// Refused.
#define OGIVE_ASSIGNMENT(symbol)                                                                                     \
    template <expression E, class T>                                                                                 \
    constexpr refused<false, E> operator symbol(E const&, T const&) {                                                \
        static_assert(a_formula_does_not_change<E>, "ogive: a formula does not change: auto f = e + x, not e += x"); \
        return {};                                                                                                   \
    }
OGIVE_ASSIGNMENT(+=)
OGIVE_ASSIGNMENT(-=)
OGIVE_ASSIGNMENT(*=)
OGIVE_ASSIGNMENT(/=)
#undef OGIVE_ASSIGNMENT
/// Refused.
#define OGIVE_STEP(symbol, sign)                                                                      \
    template <expression E>                                                                           \
    constexpr refused<false, E> operator symbol(E const&) {                                           \
        static_assert(a_formula_does_not_change<E>,                                                   \
                      "ogive: a formula does not change: auto f = e " sign " 1_c, not " #symbol "e"); \
        return {};                                                                                    \
    }                                                                                                 \
    template <expression E>                                                                           \
    constexpr refused<false, E> operator symbol(E const&, int) {                                      \
        static_assert(a_formula_does_not_change<E>,                                                   \
                      "ogive: a formula does not change: auto f = e " sign " 1_c, not e" #symbol);    \
        return {};                                                                                    \
    }
OGIVE_STEP(++, "+")
OGIVE_STEP(--, "-")
#undef OGIVE_STEP

template <real Value>
constexpr constant<real(-Value.value())> operator-(constant<Value>) {
    return {};  // -2_c is a constant itself
}
template <expression A>
constexpr auto operator-(A a) {
    return negate(a);
}
template <class Owner>
constexpr pattern<Owner> operator-(pattern<Owner> const& a) {
    return negate(a);
}
template <expression A>
constexpr A operator+(A a) {
    return a;
}
template <expression A>
constexpr auto operator!(A a) {
    return logical_not(a);
}
template <class Owner>
constexpr pattern<Owner, true> operator!(pattern<Owner, true> const& a) {
    return logical_not(a);
}

}  // namespace ogive
