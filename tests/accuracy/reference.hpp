#pragma once
// What an activation is as a function of its first argument, at many points at once.

#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>

namespace references {

/// Some arguments, f and f' there, NaN where it is not measured, and near a root of theirs the largest of the terms
/// that cancel there, 0 elsewhere.
struct points {
    static constexpr std::size_t most = 1024;
    std::size_t n = 0;
    double x[most], value[most], slope[most], value_term[most], slope_term[most];
};

struct reference {
    std::string_view name;
    void (*at)(points&);       ///< null: by its formula in many digits, which is slow
    double low = 0, high = 0;  ///< around the one root of f' = g + x g' other than 0, where g is the largest term
    double most = std::numeric_limits<double>::infinity();  ///< larger arguments are not measured
    double excess = 1;          ///< of a formula in many digits, of parts: so many times the bound is no failure
    bool at_infinities = true;  ///< f' has a value there
    bool signed_slopes = true;  ///< a zero of f' has its sign
};

/// The largest of the terms, where what they make up is less than half of it.
inline double cancelled(double largest, double sum) { return std::fabs(sum) < largest / 2 ? largest : 0; }

/// What f and f' are at these x.
inline void fill(reference const& r, points& p) {
    r.at(p);
    // There f is x g, f' is g + x g', and the two cancel: g is the largest term.
    for (std::size_t i = 0; i < p.n; ++i)
        if (r.low < p.x[i] && p.x[i] < r.high) p.slope_term[i] = p.value[i] / p.x[i];
}

/// What the inputs beyond the first are, where their activation does not say: no round number.
inline constexpr double other_input = static_cast<double>(0.7f);

/// Twice that is as far as sin keeps its digits in float.
inline constexpr double longest_angle = 5e4;

}  // namespace references
