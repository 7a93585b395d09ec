#pragma once
// (e^x - 1) / x, the derivative of its logarithm, and its reciprocal.

#include <ogive/math/exp.hpp>

namespace ogive::math {

/// (e^x - 1) / x, the mean of e^(t x) for t from 0 to 1.
///
/// Far out by e^(x - 8), which overflows later than the quotient.
///
/// Domain      all reals        Range  [0, inf]
/// Derivative  exprel(x) log_exprel'(x)
/// Special     0 -> 1; -inf -> 0; +inf -> +inf; NaN -> NaN
/// Source      SciPy and the GNU Scientific Library call it so; phi_1 of exponential integrators (Hochbruck, Ostermann 2010)
/// Cost        that of expm1, one division
template <class V>
OGIVE_INLINE constexpr V exprel(V x) {
    using v          = vocabulary<V>;
    const V    held  = v::smaller(v::number(1e6), x);
    const auto far   = held > v::number(64);
    const V    above = math::expm1(v::select(far, V(held - v::number(8)), held));
    const V    y     = v::multiply(v::divide(above, held), v::select(far, v::number(2980.9579870417283), v::number(1)));
    return v::select(x == v::number(0), v::number(1), y);
}

/// 1 / (1 - e^-x) - 1 / x, the derivative of log(exprel(x)): of a = |x| the quotient of e^-a - 1 + a by a (1 - e^-a), or 1
/// less that, in sums that do not cancel.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  1 / x^2 - e^x / (e^x - 1)^2
/// Special     0 -> 1/2; -inf -> 0; +inf -> 1; NaN -> NaN
/// Cost        those of exp, expm1 and expm1_minus, one division
template <class V>
OGIVE_INLINE constexpr V log_exprel_derivative(V x) {
    using v       = vocabulary<V>;
    const V one   = v::number(1);
    const V a     = v::larger(math::number<V>(0x1p-30, 0x1p-60), v::absolute(x));
    const V held  = v::smaller(v::number(0x1p60), a);
    const V minus = v::negate(held);
    const V power = math::exp(minus);
    const V below = v::multiply(a, v::negate(math::expm1(minus)));
    const V rise  = v::divide(math::expm1_minus(minus), v::smaller(v::number(0x1p60), below));
    const V fall  = v::divide(V(one - v::fma(held, power, power)), below);
    const V left  = v::select(a < one, V(one - rise), fall);
    return v::select(x == v::number(0), v::number(0.5), v::select(x < v::number(0), left, rise));
}

/// x / (e^x - 1).
///
/// Domain      all reals        Range  [0, inf]
/// Derivative  bernoulli'(x)
/// Special     0 -> 1; -inf -> +inf; +inf -> 0; NaN -> NaN
/// Source      the Bernoulli function of Scharfetter and Gummel 1969
/// Cost        those of exp and expm1, one division
template <class V>
OGIVE_INLINE constexpr V bernoulli(V x) {
    using v       = vocabulary<V>;
    const V minus = v::negate(v::absolute(x));
    const V above = v::select(x > v::number(0), math::times_exp(minus), minus);
    const V y     = v::divide(above, math::expm1(minus));
    return v::select(x == v::number(0), v::number(1), y);
}

/// Its derivative: of a = |x| minus e^-a (e^-a - 1 + a) / (1 - e^-a)^2, or that less 1.
///
/// Domain      all reals        Range  [-1, 0]
/// Special     0 -> -1/2; -inf -> -1; +inf -> -0; NaN -> NaN
/// Cost        those of exp, expm1 and expm1_minus, two divisions
template <class V>
OGIVE_INLINE constexpr V bernoulli_derivative(V x) {
    using v       = vocabulary<V>;
    const V a     = v::larger(math::number<V>(0x1p-30, 0x1p-60), v::absolute(x));
    const V minus = v::negate(v::smaller(v::number(1e4), a));
    const V root  = math::exp(v::multiply(minus, v::number(0.5)));
    const V below = v::divide(root, math::expm1(minus));
    const V fall  = v::multiply(v::multiply(below, math::expm1_minus(minus)), below);
    const V size  = v::select(x == v::number(0), v::number(0.5), fall);
    return v::select(x < v::number(0), V(size - v::number(1)), v::negate(size));
}

}  // namespace ogive::math
