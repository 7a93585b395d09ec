#pragma once
// ReLU bounded, squared, smoothed or with a slope of its own.

#include <ogive/activation/relu_family.hpp>
#include <ogive/primitive/parabola.hpp>

namespace ogive {

/// ReLU6, f(x) = x held between 0 and 6.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [0, 6]
/// Derivative  1 for 0 < x < 6, else 0
/// Special     -inf -> 0; +inf -> 6; NaN -> NaN
/// Accuracy    exact
/// Cost        2 comparisons, 2 selects
/// Source      Krizhevsky (2010), Convolutional deep belief networks on CIFAR-10
struct relu6_activation {
    static constexpr std::string_view name = "relu6"sv, source = "Krizhevsky 2010"sv;
    static constexpr interval range{0, 6}, sample{-10, 10}, drawn{-3, 9};
    static constexpr double lipschitz = 1;
    static constexpr double kinks[] = {0, 6};
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX, Keras relu6; with bounds ONNX Clip, oneDNN eltwise_clip, ggml clamp"sv;
    static constexpr std::string_view use = "Networks that will be quantised: its range is known."sv;
    static constexpr auto formula(auto x) { return where(x <= 0_c, 0_c, where(x >= 6_c, 6_c, x)); }
};
inline constexpr activation_function<relu6_activation> relu6{};

/// Randomised ReLU as it is at inference: leaky ReLU whose slope is the mean of those that training draws from
/// [1/8, 1/3], as PyTorch has it; the paper divides by draws from [3, 8], at inference by 5.5. Default: slope = 11/48.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  1 for x > 0, slope for x <= 0
/// Special     -inf -> -inf; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 0.9, derivative 0.4 ULP; double: 0.5, 0
/// Cost        as leaky ReLU
/// Source      arXiv:1505.00853
struct rrelu_activation {
    static constexpr std::string_view name = "rrelu"sv, source = "arXiv:1505.00853"sv;
    static constexpr interval range{}, sample{-10, 10};
    static constexpr double lipschitz = 1;
    static constexpr double kinks[] = {0};
    static constexpr hyper_parameter parameters[] = {{"slope", 11.0 / 48}};
    static constexpr std::string_view elsewhere = "PyTorch rrelu"sv;
    static constexpr std::string_view use =
        "leaky_relu with a drawn slope as a regulariser; this is its form at inference."sv;
    static constexpr double several[] = {1.0 / 8, 11.0 / 48, 1.0 / 3};
    static constexpr auto formula(auto x, auto slope) { return leaky_relu_activation::formula(x, slope); }
    static constexpr auto formula(auto x) { return formula(x, c<11.0 / 48>); }
};
inline constexpr activation_function<rrelu_activation> rrelu{};

/// Squared ReLU, f(x) = max(x, 0)^2.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [0, inf)
/// Derivative  2 max(x, 0)
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN
/// Accuracy    value 0.5, derivative 0 ULP
/// Cost        1 comparison, 1 select, 1 multiplication
/// Source      arXiv:2109.08668
struct squared_relu_activation {
    static constexpr std::string_view name = "squared_relu"sv, source = "arXiv:2109.08668"sv;
    static constexpr interval range{.low = 0}, sample{-10, 10}, drawn{-3, 3};
    static constexpr double lipschitz = std::numeric_limits<double>::infinity();
    static constexpr std::string_view elsewhere = "MLX, Transformers relu2; timm SquaredReLU; ggml sqr of relu"sv;
    static constexpr std::string_view use = "Language models that save the gate of a GLU; sparse activations."sv;
    static constexpr auto formula(auto x) { return square(relu_activation::formula(x)); }
};
inline constexpr activation_function<squared_relu_activation> squared_relu{};

/// StarReLU, f(x) = scale max(x, 0)^2 + bias: of mean 0 and variance 1 for a standard normal x. Defaults: scale =
/// 0.8944, bias = -0.4472, both learned.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [bias, inf)
/// Derivative  2 scale max(x, 0); by scale max(x, 0)^2, by bias 1
/// Special     -inf -> bias; +inf -> +inf; NaN -> NaN
/// Accuracy    value 1.0, derivative 0.5 ULP; near a root 0.6 ULP of the largest term
/// Cost        1 comparison, 1 select, 3 operations
/// Source      arXiv:2210.13452
struct star_relu_activation {
    static constexpr std::string_view name = "star_relu"sv, source = "arXiv:2210.13452"sv;
    static constexpr interval range{.low = -0.4472}, sample{-10, 10}, drawn{-3, 3};
    static constexpr double lipschitz = std::numeric_limits<double>::infinity();
    static constexpr hyper_parameter parameters[] = {{"scale", 0.8944, true}, {"bias", -0.4472, true}};
    static constexpr std::string_view elsewhere = "timm StarReLU (scale 1, bias 0)"sv;
    static constexpr std::string_view use =
        "squared_relu brought to mean 0 and variance 1 for a standard normal input."sv;
    static constexpr double several[] = {0.5, 0.8944, 1.5};
    static constexpr auto formula(auto x, auto scale, auto bias) {
        return whole::parabola(scale, relu_activation::formula(x), bias);
    }
    static constexpr auto formula(auto x) { return formula(x, 0.8944_c, c<-0.4472>); }
};
inline constexpr activation_function<star_relu_activation> star_relu{};

/// SmeLU, a parabola between two lines: f(x) = (x + beta)^2 / (4 beta) for |x| < beta, 0 below, x above. Default:
/// beta = 1.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [0, inf)
/// Derivative  (x + beta) / (2 beta) between, 0 for x <= -beta, 1 for x >= beta
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 2.0, derivative 0.5 ULP; double: 1.7, 0.5
/// Cost        1 division, 2 selects
/// Source      arXiv:2010.09931
struct smelu_activation {
    static constexpr std::string_view name = "smelu"sv, source = "arXiv:2010.09931"sv;
    static constexpr interval range{.low = 0}, sample{-10, 10}, drawn{-3, 3};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"beta", 1}};
    static constexpr std::string_view use = "relu with a rounded corner: results that reproduce from run to run."sv;
    static constexpr double several[] = {0.25, 1, 2};
    static constexpr auto formula(auto x, auto beta) {
        return where(x <= -beta, 0_c, where(x >= beta, x, square(x + beta) / (4_c * beta)));
    }
    static constexpr auto formula(auto x) { return formula(x, 1_c); }
};
inline constexpr activation_function<smelu_activation> smelu{};

/// What stands in the catalogue.
using rectified_entries =
    types<relu6_activation, rrelu_activation, squared_relu_activation, star_relu_activation, smelu_activation>;

}  // namespace ogive
