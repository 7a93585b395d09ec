#pragma once
// Numbers of 550 decimal digits, and the functions that both the definitions of the primitives and those of the
// activations are written in.

#include <boost/math/constants/constants.hpp>
#include <boost/multiprecision/mpfr.hpp>

namespace exact {

using real =
    boost::multiprecision::number<boost::multiprecision::mpfr_float_backend<550>, boost::multiprecision::et_off>;

inline real const root_half = 1 / sqrt(real(2)), pi = boost::math::constants::pi<real>();

inline real sigmoid(real const& x) { return 1 / (1 + exp(-x)); }
inline real softplus(real const& x) { return x > 0 ? x + log1p(exp(-x)) : real(log1p(exp(x))); }
inline real erf_of(real const& x) {
    real y;
    mpfr_erf(y.backend().data(), x.backend().data(), MPFR_RNDN);
    return y;
}
inline real erfc_of(real const& x) {
    real y;
    mpfr_erfc(y.backend().data(), x.backend().data(), MPFR_RNDN);
    return y;
}

}  // namespace exact
