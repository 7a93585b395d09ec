#pragma once

#include <ogive/activation/activation.hpp>

namespace ogive {

/// Softmax along a row: e^(x - m) / sum e^(x - m), m the row's maximum.
///
/// Shape       rows of n >= 1 columns; in-place allowed
/// Domain      all reals        Range  [0, 1], a row adds up to 1
/// Derivative  y (dy - row_sum(y dy)), by the rules
/// Special     NaN or +inf in a row -> a row of NaN; a row of -inf alone -> NaN
/// Cost        1 exp an element, 1 division a row
/// Source      Bridle (1990), Probabilistic interpretation of feedforward classification network outputs
struct softmax_activation {
    static constexpr std::string_view name = "softmax", source = "Bridle 1990";
    static constexpr interval sample{-20, 20};
    static constexpr auto formula(auto x) {
        auto const e = exp(x - stop_gradient(row_max(x)));
        return e * (1_c / row_sum(e));
    }
};
inline constexpr activation_function<softmax_activation> softmax{};

}  // namespace ogive
