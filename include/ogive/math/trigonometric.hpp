#pragma once
// sin and cos.

#include <limits>

#include <ogive/math/polynomial.hpp>

namespace ogive::math {

/// x = turns * pi/2 + angle + low, |angle| about pi/4 at most, |low| at most about half its ULP; of float without an exact
/// fma, |turns| 2^-38 more.
template <class V>
struct reduced_angle {
    V turns;
    V angle;
    V low;
};

/// Subtracts the nearest multiple of pi/2, for |x| below 4e6 (float) or 1e14 (double).
///
/// With an exact fma, three parts of pi/2 at full width; the first difference is exact, and what the
/// second product and difference round off is kept. Without, parts short enough for exact products; in float the
/// difference from the third is rounded too.
template <class V>
OGIVE_INLINE constexpr reduced_angle<V> reduce_by_half_pi(V x) {
    using v   = vocabulary<V>;
    const V n = v::round(x * v::number(0x1.45f306dc9c883p-1));
    if constexpr (v::exact_fma) {
        const V second = math::number<V>(-0x1.777a5cp-25, 0x1.1a62633145c07p-54);
        const V a      = v::fma(n, math::number<V>(-0x1.921fb6p0, -0x1.921fb54442d18p0), x);
        const V part   = n * second;
        const V r      = a - part;
        const V lost   = ((a - r) - part) - v::fma(n, second, v::negate(part));
        return {n, r, v::fma(n, math::number<V>(0x1.ee59dap-50, 0x1.f1976b7ed8fbcp-110), lost)};
    } else {
        V a    = (x - n * math::number<V>(0x1.92p0, 0x1.921fb5p0)) - n * math::number<V>(0x1.fap-12, 0x1.110b46p-26);
        V part = n * math::number<V>(0x1.1p-30, 0x1.1a6263p-54);
        if constexpr (is_single<V>) {
            const V third = n * v::number(0x1.54p-20);
            const V above = a - third;
            part          = part - ((a - above) - third);  // exact
            a             = above;
        }
        const V r    = a - part;
        const V lost = (a - r) - part;
        return {n, r, lost - n * math::number<V>(0x1.68c234p-39, 0x1.8a2e03707344ap-81)};
    }
}

/// sin(r + low), the smaller part not rounded in: r + r^3 S(r^2), S of degree 2 for float (error 2^-27.9) and 5 for double
/// (2^-57.9). Where low is larger, by the slope of the sine.
template <class V>
OGIVE_INLINE constexpr in_two_parts<V> sine_of_angle(V r, V low) {
    using v   = vocabulary<V>;
    const V z = r * r;
    V       s = z;
    if constexpr (is_single<V>)
        s = math::polynomial(z, -0x1.555546p-3, 0x1.110776p-7, -0x1.9952dap-13);
    else
        s = math::polynomial_by_parity(z, V(z * z), -0x1.5555555555548p-3, 0x1.111111110f74cp-7, -0x1.a01a019beebd7p-13,
                             0x1.71de355b4ef37p-19, -0x1.ae5e5114a021p-26, 0x1.5d8d1fe5b9253p-33);
    if constexpr (is_single<V> && !v::exact_fma) low = low * (v::number(1) - v::number(0.5) * z);
    return {r, v::fma(V(z * r), s, low)};
}

/// cos(r + low), likewise: 1 - r^2/2 + r^4 C(r^2), C of degree 2 (2^-33.0) and 5 (2^-63.9).
template <class V>
OGIVE_INLINE constexpr in_two_parts<V> cosine_of_angle(V r, V low) {
    using v    = vocabulary<V>;
    const V z  = r * r;
    const V zz = z * z;
    V       c  = z;
    if constexpr (is_single<V>)
        c = math::polynomial(z, 0x1.55554ap-5, -0x1.6c0c28p-10, 0x1.99e818p-16);
    else
        c = math::polynomial_by_parity(z, zz, 0x1.555555555554bp-5, -0x1.6c16c16c15009p-10, 0x1.a01a019c8d111p-16,
                             -0x1.27e4f7ef88f7bp-22, 0x1.1ee9da20008d8p-29, -0x1.8fa582fd0cddp-37);
    const V half = v::number(0.5) * z;
    const V one  = v::number(1);
    const V head = one - half;
    return {head, ((one - head) - half) + v::fma(zz, c, v::negate(r * low))};
}

/// So many quarters of a turn without the whole ones: 0, 1/4, +-1/2, -1/4.
template <class V>
OGIVE_INLINE constexpr V fraction_of_turn(V turns) {
    using v         = vocabulary<V>;
    const V quarter = turns * v::number(0.25);
    return quarter - v::round(quarter);
}

/// Sine and cosine of turns * pi/2 + angle + low.
template <class V>
struct sine_and_cosine {
    V sine;
    V cosine;
};
template <class V>
OGIVE_INLINE constexpr sine_and_cosine<V> sine_and_cosine_of(V turns, V r, V low) {
    using v             = vocabulary<V>;
    const auto in_parts = math::sine_of_angle(r, low), beside = math::cosine_of_angle(r, low);
    const V    sine     = in_parts.high + in_parts.low;
    const V    cosine   = beside.high + beside.low;
    const V    fraction = math::fraction_of_turn(turns);
    const auto odd      = v::absolute(fraction) == v::number(0.25);
    const V    y        = v::select(odd, cosine, sine);
    const V    x        = v::select(odd, sine, cosine);
    return {v::select(fraction < v::number(0) || fraction > v::number(0.375), v::negate(y), y),
            v::select(fraction > v::number(0) || fraction < v::number(-0.375), v::negate(x), x)};
}

/// x where the reduction is good for it; 0 where it is larger; NaN for an infinity.
template <class V>
OGIVE_INLINE constexpr V reducible_angle(V x) {
    using v = vocabulary<V>;
    return v::select(v::absolute(x) < math::number<V>(4e6, 1e14), x, V(x * v::number(0)));
}

/// The sine.
///
/// Domain      all reals        Range  [-1, 1]
/// Derivative  cos(x)
/// Special     odd; -0 -> -0; +-inf -> NaN; NaN -> NaN; denormals unchanged; beyond 4e6 (float) or
///             1e14 (double) the argument counts as 0
/// Accuracy    float 0.86 ULP (every 7th input below 1e5), 0.96 without an exact fma (all), double 0.81 (400000 random
///             below 1e8)
/// Cost        a reduction by pi/2, two polynomials
template <class V>
OGIVE_INLINE constexpr V sin(V x) {
    using v                    = vocabulary<V>;
    const auto [turns, r, low] = math::reduce_by_half_pi(math::reducible_angle(v::absolute(x)));
    return math::sine_and_cosine_of(V(turns), V(r), V(low)).sine * v::copysign(v::number(1), x);
}

/// The cosine.
///
/// Domain      all reals        Range  [-1, 1]
/// Derivative  -sin(x)
/// Special     even; +-inf -> NaN; NaN -> NaN; beyond 4e6 (float) or 1e14 (double) the argument
///             counts as 0
/// Accuracy    float 0.85 ULP (every 7th input below 1e5), double 0.81 (400000 random below 1e8)
/// Cost        a reduction by pi/2, two polynomials
template <class V>
OGIVE_INLINE constexpr V cos(V x) {
    using v                    = vocabulary<V>;
    const auto [turns, r, low] = math::reduce_by_half_pi(math::reducible_angle(v::absolute(x)));
    return math::sine_and_cosine_of(V(turns), V(r), V(low)).cosine;
}

/// sin(x)^2: s or 1 - s with s the square of the sine of r, what is left of x beside the nearest multiple of pi/2.
///
/// s = r^2 + r^4 Q(r^2), Q of degree 3 for float (error of s 2^-29.8) and 7 for double (2^-62.4); what r^2 and r are
/// rounded by counts too, the latter by a slope sin(2 r) of two digits.
///
/// Domain      all reals        Range  [0, 1]
/// Derivative  sin(2 x)
/// Special     even; +-inf -> NaN; NaN -> NaN; large arguments as for sin
/// Cost        a reduction by pi/2, one polynomial
template <class V>
OGIVE_INLINE constexpr V square_of_sine(V x) {
    using v                    = vocabulary<V>;
    const auto [turns, r, low] = math::reduce_by_half_pi(math::reducible_angle(x));
    const V z                  = r * r;
    const V zz                 = z * z;
    V       q                  = z;
    if constexpr (is_single<V>)
        q = math::polynomial(z, -0x1.555552p-2, 0x1.6c153ap-5, -0x1.9fa73p-9, 0x1.1a6332p-13);
    else
        q = math::polynomial_by_parity(z, zz, -0x1.5555555555555p-2, 0x1.6c16c16c16bb7p-5, -0x1.a01a01a014f1p-9,
                                       0x1.27e4fb7557959p-13, -0x1.1eed8de719495p-18, 0x1.9396a2fd2c84ep-24,
                                       -0x1.ae43ee12761e6p-30, 0x1.5ca8905a141bfp-36);
    const V slope = v::fma(V(r + r), v::fma(z, v::number(-0.59), v::number(1)), low);
    const V more  = v::fma(zz, q, v::fma(low, slope, math::rest_of_product(V(r), V(r), z)));
    const V one   = v::number(1);
    const V head  = one - z;
    const V half  = turns * v::number(0.5);
    return v::select(half == v::round(half), V(z + more), V(head + (((one - head) - z) - more)));
}

/// sin(x) / x.
///
/// Domain      all reals        Range  [-0.217234, 1]
/// Derivative  (cos(x) - sinc(x)) / x
/// Special     even; 0 -> 1; +-inf -> 0; NaN -> NaN; 0 where sin takes its argument for 0
/// Cost        that of sin, one division
template <class V>
OGIVE_INLINE constexpr V sinc(V x) {
    using v          = vocabulary<V>;
    const V    a     = v::absolute(x);
    const V    limit = v::number(static_cast<double>(std::numeric_limits<typename v::scalar>::max()));
    const V    sine  = math::sin(v::smaller(limit, a));
    return v::select(a == v::number(0), v::number(1), v::divide(sine, a));
}

/// The derivative of sinc, near 0 as x P(x^2), P of degree 5 for float (error 2^-25.0) and 7 for double (2^-54.0): there
/// (cos(x) - sinc(x)) / x cancels. Elsewhere, lest it lose digits at its roots, sinc(x) is taken from the smaller part of
/// cos(x).
///
/// Domain      all reals        Range  [-0.436182, 0.436182]
/// Special     odd; 0 -> -0; +-inf -> 0; NaN -> NaN; large arguments as for sin
/// Cost        those of sin and cos together, two divisions, a polynomial
template <class V>
OGIVE_INLINE constexpr V sinc_derivative(V x) {
    using v          = vocabulary<V>;
    const V    a     = v::absolute(x);
    const V    end   = math::number<V>(2, 1.375);
    const V    near  = v::smaller(end, a);
    const V    z     = near * near;
    const V    limit = v::number(static_cast<double>(std::numeric_limits<typename v::scalar>::max()));
    V          p     = z;
    if constexpr (is_single<V>)
        p = math::polynomial(z, -0x1.555556p-2, 0x1.11112ap-5, -0x1.3817a4p-10, 0x1.726e26p-16, -0x1.157666p-22,
                             0x1.5f04a2p-29);
    else
        p = math::polynomial(z, -0x1.5555555555555p-2, 0x1.11111111110d8p-5, -0x1.3813813810afp-10,
                             0x1.71de3a53659aap-16, -0x1.0cfeb5481a021p-22, 0x1.08daf142cfedfp-29,
                             -0x1.78832de3ed4f2p-37, 0x1.894aea5b2743ap-45);
    const auto [turns, r, low] = math::reduce_by_half_pi(math::reducible_angle(v::smaller(limit, a)));
    const auto sine            = math::sine_of_angle(V(r), V(low));
    const auto cosine          = math::cosine_of_angle(V(r), V(low));
    const V    fraction        = math::fraction_of_turn(V(turns));
    const auto odd             = v::absolute(fraction) == v::number(0.25);
    // cos(x) and sin(x), both with another sign where cos(x) has it.
    const V    high    = v::select(odd, sine.high, cosine.high);
    const V    small   = v::select(odd, sine.low, cosine.low);
    const V    other   = v::select(odd, v::negate(cosine.high + cosine.low), V(sine.high + sine.low));
    const V    distant = v::larger(v::number(1), a);
    V          size    = distant;
    if constexpr (is_single<V> && v::exact_fma) {
        size = v::divide(V(high + (small - v::divide(other, distant))), distant);
    } else {
        // With what the sums and the quotient round off; an infinite distance is held, lest it meet a 0.
        const V over = v::divide(v::number(1), distant);
        const V held = v::smaller(limit, distant);
        V       sinc = distant;
        if constexpr (v::exact_fma) {
            sinc = other * over;
            sinc = v::fma(v::fma(v::negate(sinc), held, other), over, sinc);
        } else {
            sinc = v::divide(other, distant);
        }
        const V beside = small - sinc;
        const V sum    = high + beside;
        const V lost   = (small - (beside + sinc)) + (beside - (sum - high));
        V       first  = sum * over;
        V       rest   = first;
        if constexpr (v::exact_fma) {
            rest = v::fma(v::negate(first), held, sum);
        } else {
            first          = v::head(first);
            const V larger = v::head(held);
            rest           = (sum - first * larger) - first * (held - larger);
        }
        size = v::fma(V(rest + lost), over, first);
    }
    const V    far = v::select(fraction > v::number(0) || fraction < v::number(-0.375), v::negate(size), size);
    const V    y   = v::select(a < end, V(a * p), far);
    return y * v::copysign(v::number(1), x);
}

}  // namespace ogive::math
