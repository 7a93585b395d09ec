#pragma once
// What sigmoid, silu, tanh's derivative and their own derivatives share: one exponential of |x|.

#include <ogive/math/exp_parts.hpp>
#include <ogive/math/octave_tables.hpp>
#include <ogive/math/quotient.hpp>

namespace ogive::math {

/// Held where sigmoid(-distance) * distance is below 2^-160 (docs/design/0018); NaN stays. `below` is
/// 2^-shift (1 + e^distance), high + low rounded.
///
/// With the power of two neither 1 + e^distance nor its reciprocal leaves the normal range, for gelu_tanh's distances, up
/// to 775 in double, neither.
template <class V>
struct logistic_parts {
    V distance;
    V below;
    V high;
    V low;
};

template <class V>
inline constexpr int logistic_shift = is_single<V> ? 44 : 96;

/// 2^-shift.
template <class V>
OGIVE_INLINE constexpr V logistic_unit() {
    return math::number<V>(0x1p-44, 0x1p-96);
}

/// y times 2^-shift where multiplications are what is waited for: of floats with AVX-512 by the unit that adds. So large a
/// scale takes a y of any size.
template <class V>
OGIVE_INLINE constexpr V times_logistic_unit(V y) {
    using v = vocabulary<V>;
    if constexpr (is_single<V> && v::scales_any) return v::scale(y, v::number(-logistic_shift<V>));
    else return y * math::logistic_unit<V>();
}

/// The parts for a distance, e^distance given as 2^exponent (1 + rest).
template <class V>
OGIVE_INLINE constexpr logistic_parts<V> logistic_of_exponential(V distance, V power, V rest) {
    using v        = vocabulary<V>;
    const V one    = math::logistic_unit<V>();
    const V sum    = one + power;
    const V lost   = one - (sum - power);
    const V low    = v::fma(power, rest, lost);
    return {distance, sum + low, sum, low};
}

/// The distance |x|.
template <class V>
OGIVE_INLINE constexpr V logistic_distance(V x) {
    return vocabulary<V>::smaller(math::number<V>(117.5, 752), vocabulary<V>::absolute(x));
}

/// AsFactor, of the functions here and of those made of them: in more digits, for a value that is only multiplied by others.
///
/// How sigmoid, silu and their derivatives are computed with AVX-512: where a division is slow, or in float as a factor, with
/// e^distance by sixteenths of an exponent; of a number in float in octaves (docs/design/0032, docs/design/0033).
template <class V, bool AsFactor = false>
inline constexpr bool logistic_by_sixteenths =
    vocabulary<V>::scales_any && (vocabulary<V>::divides_slowly || (AsFactor && is_single<V>));
template <class V>
inline constexpr bool logistic_has_octaves = vocabulary<V>::prefers_tables && !vocabulary<V>::scales_any;

/// `below` is power + unit + bend rounded, bend a small part of power.
template <class V>
struct logistic_parts_by_sixteenths {
    V distance;
    V below;
    V power;
    V bend;
};

/// The parts for a distance, or for distance + low, or for a -x from -45 on.
template <bool MinusX = false, class V, class... Low>
OGIVE_INLINE constexpr logistic_parts_by_sixteenths<V> split_logistic_by_sixteenths(V distance, Low... low) {
    using v          = vocabulary<V>;
    const auto e     = math::exp_by_sixteenths<sixteenths_of{.minus_x = MinusX}, -logistic_shift<V>>(distance, low...);
    const V    power = v::scale_to_normal(e.power, e.exponent);
    return {distance, v::fma(power, e.rest, V(power + math::logistic_unit<V>())), power, power * e.rest};
}

/// The parts for distance + low, without a table: `below` rounded, as `high`, and what it rounds off.
template <class V>
OGIVE_INLINE constexpr logistic_parts<V> split_logistic_in_two(V distance, V low) {
    V          lost_in_rest;
    const auto e     = math::exp_parts_of_sum(distance, low, lost_in_rest);
    const V    one   = math::logistic_unit<V>();
    const V    power = math::exact_power_of_two<-logistic_shift<V>>(e);
    const V    sum   = one + power;
    const V    small = power * e.rest;
    const V    below = sum + small;
    const V    lost  = (one - (sum - power)) + power * lost_in_rest;
    return {distance, below, below, lost + (small - (below - sum))};
}

/// The parts for a distance that is held already; one below 0 too, down to -100. By sixteenths and with a table also for
/// distance + low.
template <bool AsFactor = false, class V, class... Low>
OGIVE_INLINE constexpr auto split_logistic_of(V distance, Low... low) {
    if constexpr (logistic_by_sixteenths<V, AsFactor>) {
        return math::split_logistic_by_sixteenths(distance, low...);
    } else if constexpr (AsFactor && !vocabulary<V>::exact_fma) {
        return math::split_logistic_in_two(distance, (vocabulary<V>::number(0) + ... + low));
    } else {
        auto parts = math::exp_parts_exact(distance, low...);
        return math::logistic_of_exponential(distance, math::exact_power_of_two<-logistic_shift<V>>(parts), parts.rest);
    }
}

/// The parts for distance = |x|.
template <bool AsFactor = false, class V>
OGIVE_INLINE constexpr auto split_logistic(V x) {
    return math::split_logistic_of<AsFactor>(math::logistic_distance(x));
}

/// below y - a for a y near a / below, with what below rounds off: by sixteenths the smallest part last, since power y - a,
/// which is exact where power is the larger part, and what is left of it are rounded by less then.
template <class V>
OGIVE_INLINE constexpr V excess_of_quotient(V y, V a, const logistic_parts<V>& parts) {
    return vocabulary<V>::fma(parts.low, y, math::cancelling_fma(parts.high, y, vocabulary<V>::negate(a)));
}
template <class V>
OGIVE_INLINE constexpr V excess_of_quotient(V y, V a, const logistic_parts_by_sixteenths<V>& parts) {
    using v = vocabulary<V>;
    return v::fma(parts.bend, y, v::fma(math::logistic_unit<V>(), y, v::fma(parts.power, y, v::negate(a))));
}

/// a / below with what below rounds off.
template <class V, class Parts>
OGIVE_INLINE constexpr V corrected_quotient(V a, const Parts& parts) {
    using v   = vocabulary<V>;
    const V r = math::near_reciprocal(parts.below);
    const V y = a * r;
    // Not the excess with the other sign, which g++ takes into its fma: -0 would become 0.
    return v::fma(math::excess_of_quotient(y, a, parts), v::negate(r), y);
}

/// a / below, corrected for a factor, and where a reciprocal is corrected in any case, for one operation more.
template <bool AsFactor = false, class V>
OGIVE_INLINE constexpr V over_logistic(V a, const logistic_parts<V>& parts) {
    using v = vocabulary<V>;
    if constexpr (v::divides_slowly || (AsFactor && v::exact_fma)) {
        return math::corrected_quotient(a, parts);
    } else if constexpr (AsFactor) {
        const V y = a / parts.below;
        return v::copysign(y - math::excess_of_quotient(y, a, parts) / parts.below, y);
    } else {
        return a / parts.below;
    }
}
template <bool = false, class V>
OGIVE_INLINE constexpr V over_logistic(V a, const logistic_parts_by_sixteenths<V>& parts) {
    return math::corrected_quotient(a, parts);
}

/// t (1 - distance (1 - t)) over the unit, t = sigmoid(-distance): silu' where it falls. `outer` is 1 / below, `rest`
/// is 1 - distance, which is exact from 1/2 on. What outer and below round off is brought in last, and what the distance is
/// too small by, which t knows already.
template <class V, class Parts, class... Low>
OGIVE_INLINE constexpr V logistic_slope(const Parts& parts, V rest, V outer, Low... low) {
    using v        = vocabulary<V>;
    const V scaled = parts.distance * math::logistic_unit<V>();
    const V factor = v::fma(scaled, outer, rest);
    const V excess = math::excess_of_quotient(outer, v::number(1), parts);
    V       small  = excess * v::fma(scaled, outer, factor);
    ((small = v::fma(low, v::fma(v::negate(math::logistic_unit<V>()), outer, v::number(1)), small)), ...);
    return v::fma(v::negate(outer), small, V(outer * factor));
}

/// sigmoid of an x <= 0.
template <class V>
OGIVE_INLINE constexpr V logistic_in_octaves(const octave<V>& at) {
    return vocabulary<V>::scale_positive(math::in_octave(sigmoid_octaves, at), at.n);
}

/// y for x < 0 and 1 - y elsewhere: f(x) from f(-|x|), of an f with f(x) + f(-x) = 1.
template <class V>
OGIVE_INLINE constexpr V mirrored(V x, V y) {
    using v = vocabulary<V>;
    return v::select(x < v::number(0), y, V(v::number(1) - y));
}

}  // namespace ogive::math
