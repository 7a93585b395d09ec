#pragma once
// Elementwise entries as their papers define them, written once more by hand in 550 decimal digits, and their gradients
// by central differences of 1e-100, which leaves them exact to 1e-190 of their size, down to 1e-340. Nothing here is
// Ogive's. An entry need not be here: each is held against its own formula in exact/ too.

#include <string_view>

namespace oracle::mpfr {

/// Whether there is a reference for it.
bool has(std::string_view name);

/// The arguments at one element: the data, then all hyper-parameters. Derivatives are by the first `moving` of them.
struct point {
    double const* arguments;
    std::size_t count, moving;
};

/// f at the point, where the arguments are finite.
double value(std::string_view name, point const& at);
/// dy times the derivative by each argument that moves.
void gradients(std::string_view name, point const& at, double dy, double* to);
/// The gradients of sum(v[k] * gradient by argument k), and behind them that by dy.
void second(std::string_view name, point const& at, double dy, double const* v, double* to);

}  // namespace oracle::mpfr
