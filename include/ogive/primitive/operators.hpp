#pragma once

#include <ogive/primitive/functions.hpp>

namespace ogive {

/// At least one side is an expression.
template <class A, class B>
concept operands = (expression<A> && operand<B>) || (expression<B> && operand<A>);

#define OGIVE_OPERATOR(symbol, name)                          \
    template <class A, class B>                               \
        requires operands<A, B>                               \
    constexpr auto operator symbol(A const& a, B const& b) {  \
        return name(to_expression(a), to_expression(b));      \
    }
OGIVE_OPERATOR(+, add)
OGIVE_OPERATOR(-, subtract)
OGIVE_OPERATOR(*, multiply)
OGIVE_OPERATOR(/, divide)
OGIVE_OPERATOR(<, less)
OGIVE_OPERATOR(<=, less_equal)
OGIVE_OPERATOR(>, greater)
OGIVE_OPERATOR(>=, greater_equal)
OGIVE_OPERATOR(==, equal)
OGIVE_OPERATOR(!=, not_equal)
OGIVE_OPERATOR(&&, logical_and)
OGIVE_OPERATOR(||, logical_or)
#undef OGIVE_OPERATOR

template <real Value>
constexpr constant<real(-Value.value())> operator-(constant<Value>) {
    return {};  // -2_c is a constant itself
}
template <expression A>
constexpr auto operator-(A a) {
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

}  // namespace ogive
