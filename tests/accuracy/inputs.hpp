#pragma once
// What functions are measured at: floats.cpp and doubles.cpp.

#include "run.hpp"
#include "state.hpp"

#ifdef OGIVE_WITH_MPFR
#include "exact/curve.hpp"
#endif

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

/// So many slices are measured one after another, each by all threads.
inline constexpr std::uint64_t slices = 256;

/// Part `which` of the `of` parts that a slice is cut into.
struct part {
    std::uint64_t slice, which, of;

    /// The first of so many that stand in a slice, and the first of the next part.
    std::uint64_t first(std::uint64_t size) const { return slice * size + size * which / of; }
    std::uint64_t last(std::uint64_t size) const { return slice * size + size * (which + 1) / of; }
};

#ifdef OGIVE_WITH_MPFR
/// By its formula, what the rounding of x alone makes of f and of f' is their largest term at point i.
inline void write_terms(references::points& to, std::size_t i, exact::curve_point const& f) {
    to.value_term[i] = references::cancelled(std::fabs(to.x[i] * f.slope.value), f.value.value);
    to.slope_term[i] = references::cancelled(std::fabs(to.x[i] * f.bend), f.slope.value);
}
#endif

struct inputs {
    /// Every step-th of a part.
    void (*sweep)(subject const& s, part p, std::uint64_t step, std::vector<findings>& to);
    /// Each of them counts by itself.
    void (*sweep_specials)(subject const& s, std::vector<findings>& to);
};
extern inputs const floats;
#ifdef OGIVE_WITH_MPFR
extern inputs const doubles;
#endif
