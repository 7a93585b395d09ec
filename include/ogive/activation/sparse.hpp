#pragma once
// Softplus and sigmoid in pieces of polynomials, with exact zeros.

#include <ogive/activation/activation.hpp>

namespace ogive {

/// Sparse plus, f(x) = (x + 1)^2 / 4 for -1 < x < 1, 0 below, x above.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [0, inf)
/// Derivative  sparse_sigmoid(x)
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 2.0, derivative 0.5 ULP; double: 1.7, 0.5
/// Cost        2 comparisons, 2 selects, 3 operations
/// Source      jax.nn.sparse_plus
struct sparse_plus_activation {
    static constexpr std::string_view name = "sparse_plus"sv, source = "jax.nn.sparse_plus"sv;
    static constexpr interval range{.low = 0}, sample{-10, 10}, drawn{-3, 3};
    static constexpr double lipschitz = 1;
    static constexpr std::string_view elsewhere = "JAX, Keras sparse_plus"sv;
    static constexpr std::string_view use = "softplus that is exactly 0 below -1."sv;
    static constexpr auto formula(auto x) {
        return where(x <= c<-1>, 0_c, where(x >= 1_c, x, 0.25_c * square(x + 1_c)));
    }
};
inline constexpr activation_function<sparse_plus_activation> sparse_plus{};

/// Sparse sigmoid, the derivative of sparse plus: f(x) = (x + 1) / 2 for -1 < x < 1, 0 below, 1 above.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [0, 1]
/// Derivative  1/2 between the kinks, 0 at and beyond them
/// Special     -inf -> 0; +inf -> 1; NaN -> NaN
/// Accuracy    value 0.5, derivative 0 ULP
/// Cost        2 comparisons, 2 selects, 2 operations
/// Source      arXiv:1901.02324
struct sparse_sigmoid_activation {
    static constexpr std::string_view name = "sparse_sigmoid"sv, source = "arXiv:1901.02324"sv;
    static constexpr interval range{0, 1}, sample{-10, 10}, drawn{-3, 3};
    static constexpr double lipschitz = 0.5;
    static constexpr double kinks[] = {-1, 1};
    static constexpr std::string_view elsewhere = "JAX, Keras sparse_sigmoid"sv;
    static constexpr std::string_view use = "sigmoid that reaches 0 and 1."sv;
    static constexpr auto formula(auto x) { return where(x <= c<-1>, 0_c, where(x >= 1_c, 1_c, 0.5_c * (x + 1_c))); }
};
inline constexpr activation_function<sparse_sigmoid_activation> sparse_sigmoid{};

/// What stands in the catalogue.
using sparse_entries = types<sparse_plus_activation, sparse_sigmoid_activation>;

}  // namespace ogive
