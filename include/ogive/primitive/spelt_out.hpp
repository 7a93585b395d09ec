#pragma once
// Softmax, and logarithms of sums of exponentials along a row, as users write them. They are known by their types, before
// they are a graph: equations on exponentials, products and quotients would make every program pay for the descriptions of
// what runs along rows.

#include <ogive/primitive/divide.hpp>
#include <ogive/primitive/finite.hpp>
#include <ogive/primitive/log.hpp>
#include <ogive/primitive/log1p.hpp>
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

/// e^x / (1 + row_sum(e^x)), an attention that may look at nothing.
template <class X>
constexpr auto spelt_out(divide_primitive, call<exp_primitive, X>,
                         call<add_primitive, decltype(1_c), detail::sum_of_powers<X>>) {
    return detail::softmax_of(X{}) * sigmoid(detail::logsumexp_of(X{}));
}
template <class X>
constexpr auto spelt_out(divide_primitive, call<exp_primitive, X>,
                         call<add_primitive, detail::sum_of_powers<X>, decltype(1_c)>) {
    return detail::softmax_of(X{}) * sigmoid(detail::logsumexp_of(X{}));
}
/// log(1 + row_sum(e^x)), log(e^y + row_sum(e^x)).
template <class X>
constexpr auto spelt_out(log1p_primitive, detail::sum_of_powers<X>) {
    return softplus_of(detail::logsumexp_of(X{}));
}
template <class X>
constexpr auto spelt_out(log_primitive, call<add_primitive, decltype(1_c), detail::sum_of_powers<X>>) {
    return softplus_of(detail::logsumexp_of(X{}));
}
template <class X>
constexpr auto spelt_out(log_primitive, call<add_primitive, detail::sum_of_powers<X>, decltype(1_c)>) {
    return softplus_of(detail::logsumexp_of(X{}));
}
template <class X, class Y>
constexpr auto spelt_out(log_primitive, call<add_primitive, call<exp_primitive, Y>, detail::sum_of_powers<X>>) {
    return function<log_add_exp_primitive>{}(Y{}, detail::logsumexp_of(X{}));
}
template <class X, class Y>
constexpr auto spelt_out(log_primitive, call<add_primitive, detail::sum_of_powers<X>, call<exp_primitive, Y>>) {
    return function<log_add_exp_primitive>{}(Y{}, detail::logsumexp_of(X{}));
}

}  // namespace ogive
