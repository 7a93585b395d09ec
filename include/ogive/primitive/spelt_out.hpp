#pragma once
// Softmax as users write it. It is known by its type, before it is a graph: equations on exponentials, products and quotients
// would make every program pay for the descriptions of what runs along rows.

#include <ogive/primitive/divide.hpp>
#include <ogive/primitive/finite.hpp>
#include <ogive/primitive/multiply.hpp>

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

}  // namespace detail

/// What `call` lowers instead, where a program is to run.
template <class X>
constexpr auto spelt_out(divide_primitive, call<exp_primitive, X>, detail::sum_of_powers<X>) {
    return detail::softmax_of(detail::unshifted(X{}));
}
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

}  // namespace ogive
