#pragma once
// How far a float is from the exact value, and the worst of many.

#include "kernel.hpp"
#include "references.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

/// The worst of one quantity.
struct worst {
    double error = 0;
    float at = 0;

    void add(double e, float x) {
        if (e > error) error = e, at = x;
    }
    void add(worst const& other) { add(other.error, other.at); }
};

/// What was found of f or f' by one kernel. Errors of full accuracy are in ULPs, near a root of f' in units of 2^-24
/// of the largest term there; those of fast in units of 2^-21 max(1, |exact|). Infinite: wrong in kind.
struct finding {
    worst away, near_root;
    std::uint64_t wrong_specials = 0;
    float first_wrong = 0;
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
/// What is not yet met, by the reference's excess and without a fused multiply-add by less than one unit more: said in
/// the table, no failure. A formula in many digits does not know the largest term, only about how large it is.
inline bound tolerated(kernel const& k, references::reference const& r, bool slope) {
    bound const b = bound_of(k, slope);
    double const more = k.fused || k.fast ? 0 : 1;
    return {b.away * r.excess + more, (r.at ? b.near_root : b.away) * r.excess + more};
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

inline double error_of_fast(float y, double exact, bool signed_zero) {
    return error_in(y, exact, signed_zero, [](double size) { return 0x1p-21 * std::max(1.0, size); });
}
inline double error_of_full(float y, double exact, bool signed_zero) { return error_in(y, exact, signed_zero, ulp); }
inline double error_near_root(float y, double exact, bool signed_zero, double largest_term) {
    return error_in(y, exact, signed_zero, [=](double) { return std::max(0x1p-24 * largest_term, 0x1p-149); });
}

/// Adds a block to what was found; `special`: each of these inputs counts by itself.
inline void measure(kernel const& k, references::reference const& r, float const* x, references::exact const* exact,
                    float const* value, float const* slope, std::size_t n, bool special, findings& to) {
    auto const add = [&](finding& f, bool of_slope, double error, float at, bool near_root) {
        bound const most = tolerated(k, r, of_slope);
        (near_root ? f.near_root : f.away).add(error, at);
        if (special && error > (near_root ? most.near_root : most.away) && f.wrong_specials++ == 0) f.first_wrong = at;
    };
    for (std::size_t i = 0; i < n; ++i) {
        if (k.fast) {
            // A zero of f has its sign where the argument is exact, that of f' need not.
            bool const limit = x[i] == 0 || std::isinf(x[i]);
            if (!std::isnan(exact[i].value))
                add(to.value, false, error_of_fast(value[i], exact[i].value, limit), x[i], false);
            if (!std::isnan(exact[i].slope))
                add(to.slope, true, error_of_fast(slope[i], exact[i].slope, false), x[i], false);
            continue;
        }
        auto const add_full = [&](finding& f, bool of_slope, float y, double wanted, double largest) {
            if (std::isnan(wanted)) return;
            bool const near_root = largest > 0, has_sign = !of_slope || r.signed_slopes;
            add(f, of_slope,
                near_root ? error_near_root(y, wanted, has_sign, largest) : error_of_full(y, wanted, has_sign), x[i],
                near_root);
        };
        add_full(to.value, false, value[i], exact[i].value, exact[i].value_term);
        add_full(to.slope, true, slope[i], exact[i].slope, exact[i].slope_term);
    }
}
