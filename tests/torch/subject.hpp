#pragma once
// An entry of the catalogue as plain functions: its values and gradients through og::evaluate and og::backward. Its
// arguments are data, which has a value for each element, and learned parameters, which have one for each column;
// parameters that are not learned keep their defaults.

#include "exact/formula.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace oracle {

/// What a subject is computed from.
template <class F>
struct operands {
    std::size_t rows, columns;
    F const* const* data;     ///< each rows x columns
    F const* const* learned;  ///< each of so many columns
};

/// Gradients are stored for each data argument (rows x columns), then for each learned one (columns).
template <class F>
struct subject {
    std::string_view name;
    int data, learned;
    double const* starts;  ///< the usual start values of the learned parameters
    std::span<double const> kinks;
    bool elementwise;
    bool indexes_columns;    ///< the second argument is the index of a column
    exact::written formula;  ///< of the data, then the learned parameters

    void (*value)(operands<F> const& in, F* y);
    void (*gradients)(operands<F> const& in, F const* dy, F* const* to);
    /// The gradients of sum(v[j] * gradient by data j), and behind them that by dy.
    void (*second)(operands<F> const& in, F const* dy, F const* const* v, F* const* to);
};

template <class F>
using subjects = std::vector<subject<F>>;

inline constexpr int most_data = 3, most_learned = 10, most_arguments = most_data + most_learned;

}  // namespace oracle
