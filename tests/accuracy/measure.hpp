#pragma once
// How far a float is from the exact value, and the worst of many.

#include "kernel.hpp"
#include "many.hpp"
#include "reference.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

/// The worst of one quantity.
struct worst {
    double error = 0;
    double at = 0;

    void add(double e, double x) {
        if (e > error) error = e, at = x;
    }
    void add(worst const& other) { add(other.error, other.at); }
};

/// What was found of f or f' by one kernel. Errors of full accuracy are in ULPs, near a root in units of 2^-24 (double:
/// 2^-53) of the largest term there; those of fast in units of 2^-21 max(1, |exact|). Infinite: wrong in kind.
struct finding {
    worst away, near_root;
    std::uint64_t wrong_specials = 0;
    double first_wrong = 0;
};

/// The findings of one kernel.
struct findings {
    finding value, slope;
};

/// What the library promises.
struct bound {
    double away, near_root;
};
inline bound bound_of(kernel const& k, bool slope) {
    if (k.fast) return {1, 1};
    return {slope ? 4. : 2., 1};
}
/// What is above the bound by the reference's excess is said in the table, and no failure. A formula in many digits does not
/// know the largest term, only about how large it is.
inline bound tolerated(kernel const& k, references::reference const& r, bool slope) {
    bound const b = bound_of(k, slope);
    return {b.away * r.excess, (r.at ? b.near_root : b.away) * r.excess};
}

/// |y - exact| over unit(|exact|); infinite where y is wrong in kind.
template <class Unit>
double error_in(float y, double exact, bool signed_zero, Unit unit) {
    constexpr double wrong = std::numeric_limits<double>::infinity();
    double const difference = std::fabs(static_cast<double>(y) - exact), size = std::fabs(exact);
    if (y == 0 && exact == 0) return !signed_zero || std::signbit(y) == std::signbit(exact) ? 0 : wrong;
    if (difference < wrong) return difference / unit(size);
    bool const beyond = std::isinf(y) && size >= static_cast<double>(std::numeric_limits<float>::max());
    return beyond && std::signbit(y) == std::signbit(exact) ? 0 : wrong;
}
/// One ULP of a float of this size.
inline double ulp(double size) {
    constexpr std::uint64_t smallest = 1023 - 126, digits = 23;
    std::uint64_t const exponent = std::max(std::bit_cast<std::uint64_t>(size) >> 52, smallest);
    return std::bit_cast<double>((exponent - digits) << 52);
}

inline double one_over_power_of_2(double x) {
    return std::bit_cast<double>((std::uint64_t{2 * 1023} << 52) - std::bit_cast<std::uint64_t>(x));
}
inline double unit_of_fast(double size) { return 0x1p-21 * std::max(1.0, size); }

inline double error_of_fast(float y, double exact, bool signed_zero) {
    return error_in(y, exact, signed_zero, unit_of_fast);
}
inline double error_of_full(float y, double exact, bool signed_zero) { return error_in(y, exact, signed_zero, ulp); }
inline double error_near_root(float y, double exact, bool signed_zero, double largest_term) {
    return error_in(y, exact, signed_zero, [=](double) { return std::max(0x1p-24 * largest_term, 0x1p-149); });
}

/// What f or f' is at some points, and what a comparison without branches needs of it.
struct wanted {
    static constexpr std::size_t most = references::points::most;
    bool slope;
    bool signed_zeros;  ///< a zero has its sign; in fast, only that of f where the argument is exact
    bool usual;         ///< no argument is 0 or infinite, none is near a root
    double const *exact, *largest_term;
    double in_float[most];                 ///< exact; infinite where a float is
    double per_ulp[most], per_fast[most];  ///< one over the units of full and of fast
    std::uint32_t wrong_zero[most];        ///< the bits of the zero that is wrong in kind, or of a NaN
};

OGIVE_MANY inline void prepare(wanted& to, references::points const& p, bool slope, bool signed_zeros) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double const* const exact = slope ? p.slope : p.value;
    double const* const largest_term = slope ? p.slope_term : p.value_term;
    to.slope = slope, to.signed_zeros = signed_zeros, to.exact = exact, to.largest_term = largest_term;
    std::int64_t unusual = 0;
    for (std::size_t i = 0; i < p.n; ++i)
        unusual += p.x[i] == 0 || std::fabs(p.x[i]) == infinity || largest_term[i] > 0 ? 1 : 0;
    to.usual = unusual == 0;
    for (std::size_t i = 0; i < p.n; ++i) {
        double const size = std::fabs(exact[i]), rounded = static_cast<double>(static_cast<float>(exact[i]));
        to.in_float[i] = std::fabs(rounded) == infinity ? rounded : exact[i];
        to.per_ulp[i] = one_over_power_of_2(ulp(size));
        to.per_fast[i] = 1 / unit_of_fast(size);
    }
    for (std::size_t i = 0; i < p.n; ++i)
        to.wrong_zero[i] = std::bit_cast<std::uint32_t>(
            signed_zeros && exact[i] == 0 ? static_cast<float>(-exact[i]) : std::numeric_limits<float>::quiet_NaN());
}

/// Whether no y is farther away than so many units, or wrong in kind. If in doubt, one is.
OGIVE_MANY inline bool none_beyond(double units, float const* y, double const* exact, double const* per_unit,
                                   std::size_t n) {
    double const most = units * (1 + 0x1p-50);
    std::int64_t beyond = 0;
    for (std::size_t i = 0; i < n; ++i) {
        double const is = static_cast<double>(y[i]), away = is == exact[i] ? 0 : std::fabs(is - exact[i]);
        beyond += away * per_unit[i] <= most ? 0 : 1;
    }
    return beyond == 0;
}
OGIVE_MANY inline bool none_is(std::uint32_t const* bits, float const* y, std::size_t n) {
    std::int32_t those = 0;
    for (std::size_t i = 0; i < n; ++i) those += std::bit_cast<std::uint32_t>(y[i]) == bits[i] ? 1 : 0;
    return those == 0;
}

/// Adds what a kernel has made of some points to what was found; `special`: each of them counts by itself.
inline void measure(kernel const& k, references::reference const& r, references::points const& p, wanted const& w,
                    float const* y, bool special, finding& to) {
    if (!special && w.usual && none_beyond(to.away.error, y, w.in_float, k.fast ? w.per_fast : w.per_ulp, p.n) &&
        (k.fast || none_is(w.wrong_zero, y, p.n)))
        return;
    bound const most = tolerated(k, r, w.slope);
    for (std::size_t i = 0; i < p.n; ++i) {
        double const exact = w.exact[i], x = p.x[i], largest_term = k.fast ? 0 : w.largest_term[i];
        if (std::isnan(exact)) continue;
        bool const near_root = largest_term > 0;
        double const error = k.fast      ? error_of_fast(y[i], exact, !w.slope && (x == 0 || std::isinf(x)))
                             : near_root ? error_near_root(y[i], exact, w.signed_zeros, largest_term)
                                         : error_of_full(y[i], exact, w.signed_zeros);
        (near_root ? to.near_root : to.away).add(error, x);
        if (special && error > (near_root ? most.near_root : most.away) && to.wrong_specials++ == 0)
            to.first_wrong = x;
    }
}
