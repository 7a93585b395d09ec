#pragma once
// What takes small values to 0, and threshold.

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/tanh_shrink.hpp>

namespace ogive {

/// Hard shrinkage, f(x) = 0 for |x| <= lambda, else x. Default: lambda = 0.5.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  0 and all reals beyond -lambda and lambda
/// Derivative  0 for |x| <= lambda, else 1
/// Special     -inf -> -inf; +inf -> +inf; NaN -> NaN
/// Accuracy    exact
/// Cost        2 comparisons, 1 select
/// Source      Donoho and Johnstone (1994), Ideal spatial adaptation by wavelet shrinkage
struct hard_shrink_activation {
    static constexpr std::string_view name = "hard_shrink"sv, source = "Donoho and Johnstone 1994"sv;
    static constexpr interval range{}, sample{-10, 10}, drawn{-2, 2};
    static constexpr double lipschitz = std::numeric_limits<double>::infinity();
    static constexpr double kinks[] = {-0.5, 0.5};
    static constexpr hyper_parameter parameters[] = {{"lambda", 0.5}};
    static constexpr std::string_view elsewhere = "PyTorch hardshrink; Keras hard_shrink; ONNX Shrink"sv;
    static constexpr std::string_view use = "Sparse codes."sv;
    static constexpr double several[] = {0.25, 0.5, 1};
    static constexpr auto formula(auto x, auto lambda) { return where(x >= -lambda && x <= lambda, 0_c, x); }
    static constexpr auto formula(auto x) { return formula(x, 0.5_c); }
};
inline constexpr activation_function<hard_shrink_activation> hard_shrink{};

/// Soft shrinkage, f(x) = x - sign(x) lambda for |x| > lambda, else 0. Default: lambda = 0.5.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  0 for |x| <= lambda, else 1
/// Special     -inf -> -inf; +inf -> +inf; NaN -> NaN
/// Accuracy    value 0.5, derivative 0 ULP
/// Cost        1 comparison, 3 operations, 1 select
/// Source      Donoho (1995), De-noising by soft-thresholding
struct soft_shrink_activation {
    static constexpr std::string_view name = "soft_shrink"sv, source = "Donoho 1995"sv;
    static constexpr interval range{}, sample{-10, 10}, drawn{-2, 2};
    static constexpr double lipschitz = 1;
    static constexpr double kinks[] = {-0.5, 0.5};
    static constexpr hyper_parameter parameters[] = {{"lambda", 0.5}};
    static constexpr std::string_view elsewhere =
        "PyTorch softshrink; Keras soft_shrink; ONNX Shrink with bias = lambd (its default is 0)"sv;
    static constexpr std::string_view use = "Sparse codes: the proximal step of the 1-norm."sv;
    static constexpr double several[] = {0.25, 0.5, 1};
    static constexpr auto formula(auto x, auto lambda) { return where(abs(x) <= lambda, 0_c, x - sign(x) * lambda); }
    static constexpr auto formula(auto x) { return formula(x, 0.5_c); }
};
inline constexpr activation_function<soft_shrink_activation> soft_shrink{};

/// Tanh shrinkage, f(x) = x - tanh(x), in a form that does not cancel near 0.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  tanh(x)^2
/// Special     -inf -> -inf; +inf -> +inf; -0 -> -0; NaN -> NaN
/// Accuracy    float: value 1.5, derivative 3.7 ULP; double: 1.4, 3.7
/// Cost        1 exp, 1 division
/// Source      torch.nn.Tanhshrink
struct tanh_shrink_activation {
    static constexpr std::string_view name = "tanh_shrink"sv, source = "torch.nn.Tanhshrink"sv;
    static constexpr interval range{}, sample{-20, 20}, drawn{-3, 3};
    static constexpr double lipschitz = 1;
    static constexpr std::string_view elsewhere = "PyTorch tanhshrink; Keras tanh_shrink"sv;
    static constexpr std::string_view use = "Sparse codes with a smooth threshold."sv;
    static constexpr auto formula(auto x) { return whole::tanh_shrink(x); }
};
inline constexpr activation_function<tanh_shrink_activation> tanh_shrink{};

/// Threshold, f(x) = value for x <= threshold, else x. No defaults.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  value and (threshold, inf)
/// Derivative  0 for x <= threshold, else 1
/// Special     -inf -> value; +inf -> +inf; NaN -> NaN
/// Accuracy    exact
/// Cost        1 comparison, 1 select
/// Source      torch.nn.Threshold
struct threshold_activation {
    static constexpr std::string_view name = "threshold"sv, source = "torch.nn.Threshold"sv;
    static constexpr interval sample{-10, 10}, drawn{-3, 3};
    static constexpr std::string_view inputs[] = {"x"sv, "threshold"sv, "value"sv};
    static constexpr double beside[] = {-1, 0};
    static constexpr std::string_view elsewhere = "PyTorch, Keras threshold; ONNX ThresholdedRelu with value 0"sv;
    static constexpr std::string_view use = "Where values below a threshold stand for nothing."sv;
    static constexpr auto formula(auto x, auto threshold, auto value) { return where(x <= threshold, value, x); }
};
inline constexpr activation_function<threshold_activation> threshold{};

/// What stands in the catalogue.
using shrink_entries =
    types<hard_shrink_activation, soft_shrink_activation, tanh_shrink_activation, threshold_activation>;

}  // namespace ogive
