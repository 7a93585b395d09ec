#pragma once
// x sigmoid(beta x) and its derivatives.

#include <ogive/math/logistic_parts.hpp>

#include <type_traits>

namespace ogive::math {

/// What the three have in common: the parts of beta x, x where it still matters, else 0, and the side.
template <class V, bool AsFactor>
struct swish_parts {
    std::conditional_t<logistic_by_sixteenths<V, AsFactor>, logistic_parts_by_sixteenths<V>, logistic_parts<V>> logistic;
    V                                 low;  // what |beta x| is more than the distance
    V                                 x;
    typename vocabulary<V>::condition above;  // beta x > 0
};

/// The product beta x counts in two parts: its rounding alone would be as many ULP as beta x is large.
template <bool AsFactor = false, class V>
OGIVE_INLINE constexpr swish_parts<V, AsFactor> split_swish(V x, V beta) {
    using v             = vocabulary<V>;
    const V    z        = v::multiply(beta, x);
    const V    distance = math::logistic_distance(z);
    const auto above    = z > v::number(0);
    const V    lost     = math::rest_of_product(beta, x, z);
    const auto matters  = v::absolute(z) < math::number<V>(117.5, 752);
    const V    low      = v::select(matters, v::select(above, lost, v::negate(lost)), v::number(0));
    const V    held     = v::select(matters, x, v::copysign(v::number(0), x));
    const V    counts   = v::select(x == x, held, x);
    if constexpr (logistic_by_sixteenths<V, AsFactor> || v::has_table) {
        return {math::split_logistic_of<AsFactor>(distance, low), low, counts, above};
    } else if constexpr (AsFactor) {
        return {math::split_logistic_in_two(distance, low), low, counts, above};
    } else {
        const auto parts = math::exp_parts_of_sum(distance, low);
        const V    power = math::exact_power_of_two<-logistic_shift<V>>(parts);
        return {math::logistic_of_exponential(distance, power, parts.rest), low, counts, above};
    }
}

/// x times the unit as two factors, the first of which may be divided by `below`, which is as small as the unit.
template <class V>
struct unit_times {
    V x;
    V unit;
};
template <class V>
OGIVE_INLINE constexpr unit_times<V> times_unit(V x) {
    using v        = vocabulary<V>;
    const V    unit = math::logistic_unit<V>();
    const auto far  = v::absolute(x) > v::number(0x1p40);
    return {v::select(far, V(x * unit), x), v::select(far, v::number(1), unit)};
}

/// swish(x, beta) as a factor, by sixteenths: x / (1 + e^(-beta x)) for both signs, since x - x t is rounded once more.
///
/// Domain, special values and cost: swish's
/// Accuracy    float 0.88 ULP (one in 13), for x > 0 0.65 (all in [0.1, 0.5]), above the normal range, beta 1.702
template <class V>
OGIVE_INLINE constexpr V swish_in_one_quotient(V x, V beta) {
    using v             = vocabulary<V>;
    const V    z        = v::multiply(beta, x);
    const V    end      = math::number<V>(117.5, 752);
    const V    distance = v::larger(v::number(-45), v::smaller(end, v::negate(z)));
    const auto matters  = v::absolute(z) < end;
    const V    low      = v::select(matters, v::negate(math::rest_of_product(beta, x, z)), v::number(0));
    const V    held     = v::select(matters, x, v::copysign(v::number(0), x));
    const auto s        = math::split_logistic_by_sixteenths(distance, low);
    const auto part     = math::times_unit(v::select(x == x, held, x));
    const V    r        = math::near_reciprocal(s.below);
    const V    y        = part.x * r;
    // The larger part of what is divided by first: y times it is near to x.
    const V    one      = math::logistic_unit<V>();
    const V    first    = v::fma(v::larger(s.power, one), y, v::negate(part.x));
    const V    excess   = v::fma(s.bend, y, v::fma(v::smaller(s.power, one), y, first));
    return v::fma(part.unit, v::fma(excess, v::negate(r), y), v::select(z >= end, x, v::number(-0.0)));
}

/// swish(x, beta) = x sigmoid(beta x) = x t where beta x < 0 and x - x t elsewhere, t = sigmoid(-|beta x|).
///
/// Domain      all reals        Range  [-0.278465 / beta, inf) for beta > 0
/// Derivative  by x swish_derivative, by beta swish_by_beta
/// Special     beta > 0: -inf -> -0; +inf -> +inf; NaN -> NaN; 0 where |beta x| is beyond 117.5 (752)
/// Accuracy    float 1.73 ULP (all in [-40, -4]), 0.92 by sixteenths, double 1.64 (two million random inputs), beta 1.702
/// Cost        that of silu, a dozen and four operations
template <bool AsFactor = false, class V>
OGIVE_INLINE constexpr V swish(V x, V beta) {
    using v      = vocabulary<V>;
    if constexpr (AsFactor && logistic_by_sixteenths<V, AsFactor>) {
        return math::swish_in_one_quotient(x, beta);
    } else {
        auto s    = math::split_swish<AsFactor>(x, beta);
        auto part = math::times_unit(s.x);
        return v::fma(v::select(s.above, v::negate(part.unit), part.unit),
                      math::over_logistic<AsFactor>(part.x, s.logistic), v::select(s.above, x, v::number(-0.0)));
    }
}

/// The derivative of swish by x: silu'(beta x). Without a fused multiply-add the exponential has the digits of a factor: the
/// product of beta x and sigmoid(beta x) is rounded in full.
///
/// Domain      all reals        Range  [-0.0998, 1.0998]
/// Special     as silu_derivative(beta x)
/// Accuracy    float 2.35 ULP (all in [-1.3, -0.2]), double 2.07 (three million random inputs); for beta x
///             between -1.6 and -1.1 within 2^-24 (2^-53) of sigmoid(beta x)
/// Cost        that of swish, whose exponential it shares
template <class V>
OGIVE_INLINE constexpr V swish_derivative(V x, V beta) {
    using v       = vocabulary<V>;
    auto    s     = math::split_swish<!v::exact_fma>(x, beta);
    const V one   = v::number(1);
    const V outer = math::quotient(one, s.logistic.below);
    const V rest  = one - s.logistic.distance;
    const V low   = s.low + (s.logistic.distance - (one - rest));
    const V slope = math::logistic_slope(s.logistic, rest, outer, low);
    const V below = math::times_logistic_unit(slope);
    return v::select(s.above, V(one - below), below);
}

/// The derivative of swish by beta: x^2 t (1 - t).
///
/// Domain      all reals        Range  [0, inf)
/// Special     beta > 0: +-inf -> 0; NaN -> NaN; 0 where |beta x| is beyond 117.5 (752)
/// Accuracy    float 3.35 ULP, by sixteenths 3.92, without a fused multiply-add 3.78 (all in [-20, -0.5], beta -0.75)
/// Cost        that of swish, whose exponential and division it shares with swish_derivative, and where a correction is
///             two operations also that
template <class V>
OGIVE_INLINE constexpr V swish_by_beta(V x, V beta) {
    using v       = vocabulary<V>;
    auto    s     = math::split_swish<!v::exact_fma>(x, beta);
    const V one   = v::number(1);
    const V unit  = math::logistic_unit<V>();
    V       outer = math::quotient(one, s.logistic.below);
    if constexpr (v::exact_fma && !logistic_by_sixteenths<V>)
        outer = v::fma(v::negate(outer), math::excess_of_quotient(outer, one, s.logistic), outer);
    auto    part  = math::times_unit(s.x);
    return V(part.x * V(s.x * V(outer * v::fma(v::negate(unit), outer, one)))) * part.unit;
}

}  // namespace ogive::math
