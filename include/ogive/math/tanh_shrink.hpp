#pragma once
// x - tanh(x), which cancels near 0.

#include <ogive/math/exp.hpp>
#include <ogive/math/quotient.hpp>

namespace ogive::math {

/// x - tanh(x).
///
/// Near 0 from the continued fraction of tanh, x z/(3 + z + z U(z)) with z = x^2, whose terms are all positive; U of
/// degree 3 for float (error of the whole 2^-29) and 7 for double (2^-56). Its roundings are brought in last. Beyond,
/// |x| - 1, which is exact, and 1 - tanh |x| = 2 e/(1 + e) with e = exp(-2 |x|).
///
/// Domain      all reals        Range  all reals
/// Derivative  tanh(x)^2
/// Special     odd; -0 -> -0; +-inf -> +-inf; NaN -> NaN
/// Accuracy    float 1.49 ULP (every 61st of all inputs), double 1.60, 1.75 of 4 million around 1 (2^24 random inputs)
/// Cost        that of exp, one division, a polynomial
template <class V>
OGIVE_INLINE constexpr V tanh_shrink(V x) {
    using v          = vocabulary<V>;
    const V    one   = v::number(1);
    const V    a     = v::absolute(x);
    const V    z     = v::multiply(a, a);
    const auto near  = a < math::number<V>(1.02, 1.04);
    const V    e     = math::exp(V(v::negate(a) * v::number(2)));
    V          u     = z;
    if constexpr (is_single<V>)
        u = math::polynomial(z, 0x1.99999ap-3, -0x1.767c84p-8, 0x1.09b61cp-12, -0x1.7632ccp-17);
    else
        u = math::polynomial(z, 0x1.999999999991p-3, -0x1.767dce43292dfp-8, 0x1.0a4e156f1a3b7p-12,
                             -0x1.997caaa17681ep-17, 0x1.417356ff8656dp-21, -0x1.fb6a9143f693dp-26,
                             0x1.8a46e53435fc1p-30, -0x1.f91b0e74adee8p-35);
    const V cube     = a * z;
    const V above    = v::select(near, cube, V(e + e));
    const V rise     = u + one;
    const V wide     = v::fma(z, rise, v::number(3));
    const V below    = v::select(near, wide, V(one + e));
    const V quotient = math::quotient(above, below);
    // What the cube and the denominator round off, over about 3 + z.
    const V of_cube  = v::fma(a, math::rest_of_product(a, a, z), math::rest_of_product(a, z, cube));
    const V lost     = v::fma(v::negate(quotient), v::fma(z, rise, V(v::number(3) - wide)), of_cube);
    const V small    = v::fma(lost, v::fma(z, v::number(-0.0935), v::number(1. / 3)), quotient);
    return v::copysign(v::select(near, small, V((a - one) + quotient)), x);
}

}  // namespace ogive::math
