#pragma once
// Rows brought to one size. Where squares would overflow they are taken of the row times a power of two.

#include <ogive/activation/activation.hpp>

namespace ogive {

namespace detail {

/// row / sqrt(mean of row^2 + eps). Only where the squares overflow, or nearly, is their mean taken once more.
constexpr auto normalised(auto row, auto eps) {
    auto const mean_square = row_mean(square(row));
    auto const factor = taming(mean_square);
    auto const z = tamed(row, factor);
    return z * (1_c / sqrt(nonzero(stand_in(vast(mean_square), row_mean(square(z)), mean_square) +
                                   tamed(tamed(eps, factor), factor))));
}

}  // namespace detail

/// RMSNorm along a row: x weight / sqrt(mean of x^2 + eps). Defaults: eps = 1e-5, and weight = 1.
///
/// Shape       rows of n >= 1 columns, weight: one for each column; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by the rules
/// Special     an infinity -> NaN there; NaN -> a row of NaN; a row of 0 with eps = 0 -> 0; with eps = 0 a row whose
///             squares are below the normal range loses digits; a gradient is NaN or infinite where a sum of dy x is
/// Accuracy    float: value 3.2, derivative 3.9 units of 2^-24 of the row's largest term
/// Cost        1 square root and 1 division a row
/// Source      arXiv:1910.07467
struct rms_norm_activation {
    static constexpr std::string_view name = "rms_norm"sv, source = "arXiv:1910.07467"sv;
    static constexpr interval sample{-20, 20};
    static constexpr hyper_parameter parameters[] = {{"weight", 1, true}, {"eps", 1e-5}};
    static constexpr std::string_view elsewhere =
        "PyTorch rms_norm (eps: the type's epsilon); Flax RMSNorm, Keras RMSNormalization (eps 1e-6); ONNX 23 "
        "RMSNormalization; oneDNN layer_normalization with rms_norm; ggml rms_norm without weight"sv;
    static constexpr std::string_view use = "Before the blocks of a transformer: layer_norm without the mean."sv;
    static constexpr auto formula(auto x, auto weight, auto eps) { return detail::normalised(x, eps) * weight; }
    static constexpr auto formula(auto x, auto weight) { return formula(x, weight, 1e-5_c); }
    static constexpr auto formula(auto x) { return formula(x, 1_c); }
};
inline constexpr activation_function<rms_norm_activation> rms_norm{};

/// Rows of mean 0 and variance 1: (x - mean) / sqrt(variance + eps). Default: eps = 1e-5.
///
/// Shape       rows of n >= 1 columns; in-place allowed
/// Domain      all reals        Range  (-sqrt(n), sqrt(n))
/// Derivative  by the rules
/// Special     NaN or an infinity -> a row of NaN, and so a row whose sum or a part of it, or a difference from its mean,
///             is infinite; equal values with eps = 0 -> 0; with eps = 0 a row whose squares are below the normal range
///             loses digits; a gradient is NaN or infinite where a sum of dy x is
/// Accuracy    float: value 4.3, derivative 3.2 units of 2^-24 of the row's largest term
/// Cost        1 square root and 1 division a row
/// Source      arXiv:1607.06450
struct standardize_activation {
    static constexpr std::string_view name = "standardize"sv, source = "arXiv:1607.06450"sv;
    static constexpr interval sample{-20, 20};
    static constexpr hyper_parameter parameters[] = {{"eps", 1e-5}};
    static constexpr std::string_view elsewhere =
        "PyTorch layer_norm without weight and bias; JAX standardize; ggml norm"sv;
    static constexpr std::string_view use = "layer_norm without learned weights."sv;
    static constexpr auto formula(auto x, auto eps) { return detail::normalised(x - row_mean(x), eps); }
    static constexpr auto formula(auto x) { return formula(x, 1e-5_c); }
};
inline constexpr activation_function<standardize_activation> standardize{};

/// Layer normalisation along a row: standardize(x, eps) weight + bias. Defaults: eps = 1e-5, and weight = 1, bias = 0.
///
/// Shape       rows of n >= 1 columns, weight and bias: one for each column; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by the rules
/// Special     as standardize
/// Accuracy    float: value 4.3, derivative 3.2 units of 2^-24 of the row's largest term
/// Cost        as standardize
/// Source      arXiv:1607.06450
struct layer_norm_activation {
    static constexpr std::string_view name = "layer_norm"sv, source = "arXiv:1607.06450"sv;
    static constexpr interval sample{-20, 20};
    static constexpr hyper_parameter parameters[] = {{"weight", 1, true}, {"bias", 0, true}, {"eps", 1e-5}};
    static constexpr std::string_view elsewhere =
        "PyTorch layer_norm; Flax LayerNorm (eps 1e-6); Keras LayerNormalization (eps 1e-3); ONNX LayerNormalization; "
        "oneDNN layer_normalization"sv;
    static constexpr std::string_view use = "Before or after the blocks of a transformer."sv;
    static constexpr auto formula(auto x, auto weight, auto bias, auto eps) {
        return standardize_activation::formula(x, eps) * weight + bias;
    }
    static constexpr auto formula(auto x, auto weight, auto bias) { return formula(x, weight, bias, 1e-5_c); }
    static constexpr auto formula(auto x) { return standardize_activation::formula(x); }
};
inline constexpr activation_function<layer_norm_activation> layer_norm{};

/// What stands in the catalogue.
using norm_entries = types<rms_norm_activation, standardize_activation, layer_norm_activation>;

}  // namespace ogive
