#pragma once
// Numbers of many decimal digits, and the functions that both the definitions of the primitives and those of the
// activations are written in.

#include <boost/math/constants/constants.hpp>
#include <boost/multiprecision/mpfr.hpp>

namespace exact {

template <unsigned Digits, boost::multiprecision::mpfr_allocation_type Where = boost::multiprecision::allocate_dynamic>
using number_of = boost::multiprecision::number<boost::multiprecision::mpfr_float_backend<Digits, Where>,
                                                boost::multiprecision::et_off>;

/// What formulas are computed in.
using real = number_of<550>;

/// The number that a T is made of.
template <class T>
struct made_of {
    using number = T;
};

template <class T>
T const& pi() {
    static T const value = boost::math::constants::pi<typename made_of<T>::number>();
    return value;
}
template <class T>
T const& root_half() {
    static T const value = 1 / sqrt(T(2));
    return value;
}

template <class T>
T sigmoid(T const& x) {
    return 1 / (1 + exp(-x));
}
template <class T>
T softplus(T const& x) {
    return x > 0 ? x + log1p(exp(-x)) : T(log1p(exp(x)));
}
template <unsigned Digits, boost::multiprecision::mpfr_allocation_type Where>
number_of<Digits, Where> erf_of(number_of<Digits, Where> const& x) {
    number_of<Digits, Where> y;
    mpfr_erf(y.backend().data(), x.backend().data(), MPFR_RNDN);
    return y;
}
template <unsigned Digits, boost::multiprecision::mpfr_allocation_type Where>
number_of<Digits, Where> erfc_of(number_of<Digits, Where> const& x) {
    number_of<Digits, Where> y;
    mpfr_erfc(y.backend().data(), x.backend().data(), MPFR_RNDN);
    return y;
}

}  // namespace exact
