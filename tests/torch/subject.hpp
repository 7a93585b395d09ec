#pragma once
// An entry of the catalogue as plain functions: its values and gradients through og::evaluate and og::backward. Its
// arguments are data, which has a value for each element, and parameters. In the usual form these are the learned ones,
// with a value for each column, and what is not learned keeps its default. In the form that is `shared` these are all
// its hyper-parameters, each with one value for all elements.

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
    F const* const* learned;  ///< each of so many columns, or of one value
};

/// Gradients are stored for each data argument (rows x columns), then for each parameter (columns, or one).
template <class F>
struct subject {
    std::string_view name;
    int data, learned;
    bool shared;
    std::span<double const> starts;  ///< the defaults of all its hyper-parameters, those that are arguments first
    std::span<double const> kinks;
    bool elementwise;
    bool indexes_columns;    ///< the second argument is the index of a column
    exact::written formula;  ///< of the data, then the parameters

    void (*value)(operands<F> const& in, F* y);
    void (*gradients)(operands<F> const& in, F const* dy, F* const* to);
    /// The gradients of sum(v[j] * gradient by argument j), and behind them that by dy; along rows by data alone.
    void (*second)(operands<F> const& in, F const* dy, F const* const* v, F* const* to);
};

template <class F>
using subjects = std::vector<subject<F>>;

inline constexpr int most_data = 3, most_learned = 10, most_arguments = most_data + most_learned;

}  // namespace oracle
