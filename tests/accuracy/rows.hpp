#pragma once
// What runs along a row: its loops, and the measure of them.

#include "run.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

/// The values of some rows, and the gradient of sum(dy f) by them. What has one value for a row has it in each column.
struct row_kernel {
    std::string_view function;
    std::string_view arch;
    void (*run)(float const* x, float const* dy, float* value, float* gradient, std::size_t rows, std::size_t columns);
};

/// Room for those of one instruction set.
inline constexpr std::size_t most_row_kernels = 32;

/// Prints a table; returns whether the bounds hold. Of type float and full accuracy only.
bool measure_rows(std::vector<row_kernel> const& all, options const& o);
