#pragma once
// Piecewise linear activations and their exponential relatives.

#include <ogive/activation/activation.hpp>

namespace ogive {

/// ReLU, f(x) = max(x, 0).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [0, inf)
/// Derivative  1 for x > 0, 0 for x <= 0
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN
/// Accuracy    exact
/// Cost        1 comparison, 1 select
/// Source      Nair and Hinton (2010), Rectified linear units improve restricted Boltzmann machines
struct relu_activation {
    static constexpr std::string_view name = "relu"sv, source = "Nair and Hinton 2010"sv;
    static constexpr interval range{.low = 0}, sample{-10, 10};
    static constexpr double lipschitz = 1;
    static constexpr double kinks[] = {0};
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX, Keras relu; ONNX Relu; oneDNN eltwise_relu; ggml relu"sv;
    static constexpr std::string_view use =
        "The default of convolutional and plain networks. Where units die, take leaky_relu, elu or gelu."sv;
    static constexpr auto formula(auto x) { return where(x <= 0_c, 0_c, x); }
};
inline constexpr activation_function<relu_activation> relu{};

/// Leaky ReLU, f(x) = x for x > 0, else slope * x. Default: slope = 0.01.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  1 for x > 0, slope for x <= 0
/// Special     -inf -> -inf; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 0.9, derivative 0.3 ULP; double: 0.5, 0
/// Cost        1 comparison, 1 multiplication, 1 select
/// Source      Maas, Hannun and Ng (2013), Rectifier nonlinearities improve neural network acoustic models
struct leaky_relu_activation {
    static constexpr std::string_view name = "leaky_relu"sv, source = "Maas et al. 2013"sv;
    static constexpr interval range{}, sample{-10, 10};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"slope", 0.01}};
    static constexpr double kinks[] = {0};
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX leaky_relu; Keras leaky_relu (slope 0.2, its layer LeakyReLU 0.3); ONNX LeakyRelu; oneDNN "
        "eltwise_relu with alpha; ggml leaky_relu"sv;
    static constexpr std::string_view use = "Where units of relu die: the slope keeps a gradient for x < 0."sv;
    static constexpr double several[] = {0.01, 0.1, 0.25};
    static constexpr auto formula(auto x, auto slope) { return where(x > 0_c, x, slope * x); }
    static constexpr auto formula(auto x) { return formula(x, 0.01_c); }
};
inline constexpr activation_function<leaky_relu_activation> leaky_relu{};

/// PReLU: leaky ReLU with a learnable slope, shared or one per column. Default: alpha = 0.25, learned.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  1 for x > 0, alpha for x <= 0; by alpha: min(x, 0)
/// Special     -inf -> -inf for alpha > 0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 0.5, derivative 0 ULP; double: 0, 0
/// Cost        as leaky ReLU
/// Source      arXiv:1502.01852
struct prelu_activation {
    static constexpr std::string_view name = "prelu"sv, source = "arXiv:1502.01852"sv;
    static constexpr interval range{}, sample{-10, 10};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"alpha", 0.25, true}};
    static constexpr double kinks[] = {0};
    static constexpr std::string_view elsewhere =
        "PyTorch prelu; Flax PReLU (start 0.01); Keras PReLU (start 0); ONNX PRelu; oneDNN prelu"sv;
    static constexpr std::string_view use =
        "Where there are enough data to learn a slope, for each channel or shared."sv;
    static constexpr double several[] = {-0.25, 0.1, 0.25, 0.5};
    static constexpr auto formula(auto x, auto alpha) { return leaky_relu_activation::formula(x, alpha); }
    static constexpr auto formula(auto x) { return formula(x, 0.25_c); }
};
inline constexpr activation_function<prelu_activation> prelu{};

/// ELU, f(x) = x for x > 0, else alpha (e^x - 1). Default: alpha = 1.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (-alpha, inf)
/// Derivative  1 for x > 0, alpha e^x for x <= 0
/// Special     -inf -> -alpha; +inf -> +inf; -0 -> -0; NaN -> NaN
/// Accuracy    value 1.0, derivative 1.1 ULP
/// Cost        1 expm1
/// Source      arXiv:1511.07289
struct elu_activation {
    static constexpr std::string_view name = "elu"sv, source = "arXiv:1511.07289"sv;
    static constexpr interval range{.low = -1}, sample{-20, 20};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"alpha", 1}};
    static constexpr double kinks[] = {0};
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX, Keras elu; ONNX Elu; oneDNN eltwise_elu with alpha; ggml elu"sv;
    static constexpr std::string_view use = "A mean nearer to 0 than relu's, at the price of an exponential."sv;
    static constexpr double several[] = {0.5, 1, 2};
    static constexpr auto formula(auto x, auto alpha) { return where(x > 0_c, x, alpha * expm1(x)); }
    static constexpr auto formula(auto x) { return formula(x, 1_c); }
};
inline constexpr activation_function<elu_activation> elu{};

/// CELU, f(x) = x for x > 0, else alpha (e^(x / alpha) - 1): ELU whose derivative is continuous for every alpha.
/// Default: alpha = 1.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (-alpha, inf)
/// Derivative  1 for x > 0, e^(x / alpha) for x <= 0
/// Special     -inf -> -alpha; +inf -> +inf; -0 -> -0; NaN -> NaN
/// Accuracy    value 1.0, derivative 1.1 ULP
/// Cost        1 expm1, 1 division if alpha is not 1
/// Source      arXiv:1704.07483
struct celu_activation {
    static constexpr std::string_view name = "celu"sv, source = "arXiv:1704.07483"sv;
    static constexpr interval range{.low = -1}, sample{-20, 20};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"alpha", 1}};
    static constexpr std::string_view elsewhere = "PyTorch, JAX, Keras celu; ONNX Celu"sv;
    static constexpr std::string_view use = "elu whose slope is continuous whatever alpha is."sv;
    static constexpr double several[] = {0.5, 1, 2};
    static constexpr auto formula(auto x, auto alpha) { return where(x > 0_c, x, alpha * expm1(x / alpha)); }
    static constexpr auto formula(auto x) { return formula(x, 1_c); }
};
inline constexpr activation_function<celu_activation> celu{};

/// SELU, f(x) = scale * (x for x > 0, else alpha (e^x - 1)), self-normalising.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (-1.7580993408473766, inf)
/// Derivative  scale for x > 0, scale alpha e^x for x <= 0
/// Special     -inf -> -scale alpha; +inf -> +inf; -0 -> -0; NaN -> NaN
/// Accuracy    float: value 1.2, derivative 2.1 ULP; double: 1.1, 2.1
/// Cost        1 expm1
/// Source      arXiv:1706.02515, with alpha = 1.67326... and scale = 1.05070...
struct selu_activation {
    static constexpr std::string_view name = "selu"sv, source = "arXiv:1706.02515"sv;
    static constexpr interval range{.low = -1.7580993408473766}, sample{-20, 20};
    static constexpr double lipschitz = 1.7580993408473766;
    static constexpr double kinks[] = {0};
    static constexpr std::string_view elsewhere = "PyTorch, JAX, Keras selu; ONNX Selu"sv;
    static constexpr std::string_view use =
        "Deep fully connected networks without normalisation, with a LeCun normal start."sv;
    static constexpr auto formula(auto x) {
        // scale alpha as one number, which is rounded once
        return where(x > 0_c, 1.0507009873554804934193349852946_c * x, 1.7580993408473768599402175208123_c * expm1(x));
    }
};
inline constexpr activation_function<selu_activation> selu{};

/// Maxout, the largest of two or more pieces; the pieces are usually linear in the layer's input.
///
/// Shape       elementwise over the pieces; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  1 by the largest piece, by the first of equal ones; 0 by the others
/// Special     NaN in any piece -> NaN
/// Accuracy    exact
/// Cost        2 comparisons and a select for each piece beyond the first
/// Source      arXiv:1302.4389
struct maxout_activation {
    static constexpr std::string_view name = "maxout"sv, source = "arXiv:1302.4389"sv;
    static constexpr interval sample{-10, 10}, drawn{-2, 4};
    static constexpr std::string_view inputs[] = {"a"sv, "b"sv};
    static constexpr std::string_view elsewhere = "Chainer, PaddlePaddle maxout; TensorFlow Addons Maxout"sv;
    static constexpr std::string_view use =
        "Where a learned convex function is worth k times the parameters of the layer."sv;
    static constexpr auto formula(auto a, auto b) { return where(a >= b || numerical(a != a), a, b); }
    static constexpr auto formula(auto a, auto b, auto c, auto... more) { return formula(formula(a, b), c, more...); }
};
inline constexpr activation_function<maxout_activation> maxout{};

/// What stands in the catalogue.
using relu_entries = types<relu_activation, leaky_relu_activation, prelu_activation, elu_activation, celu_activation,
                           selu_activation, maxout_activation>;

}  // namespace ogive
