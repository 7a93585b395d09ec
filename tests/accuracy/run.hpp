#pragma once
// Measures functions and prints the table of docs/accuracy.md.

#include "kernel.hpp"
#include "reference.hpp"

#ifdef OGIVE_WITH_MPFR
#include "exact/formula.hpp"
#endif

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <thread>
#include <vector>

struct options {
    std::uint64_t step = 1;
    bool of_doubles = false;
    std::string state, only, arch;
    unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
};

/// A function with the loops that compute it, and what it should be: floats by hand where that is written, all else by
/// its formula.
struct subject {
    references::reference reference;
    std::vector<kernel> kernels{};
#ifdef OGIVE_WITH_MPFR
    exact::written formula{};
    std::span<double const> kinks{};
#endif
};

#ifdef OGIVE_WITH_MPFR
/// One that is measured against its formula. Each of its operations may err as much as a function does by itself.
inline subject by_formula(std::string_view name, exact::written formula, std::span<double const> kinks) {
    double operations = 0;
    for (ogive::node const& n : formula.nodes) operations += n.op->arity > 0 && !n.op->condition;
    references::reference r{.name = name, .at = nullptr, .excess = std::max(1.0, operations), .at_infinities = false, .signed_slopes = false};
    if (exact::formula(formula).turns()) r.most = references::longest_angle;
    return {r, {}, formula, kinks};
}
#endif

/// Returns whether the bounds hold.
bool measure_all(std::vector<subject> const& all, options const& o);
