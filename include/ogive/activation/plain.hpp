#pragma once
// Functions that other activations are compared with.

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/clip.hpp>

namespace ogive {

/// The identity, f(x) = x.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  1
/// Special     all kept
/// Accuracy    exact
/// Cost        none
/// Source      ONNX Identity
struct identity_activation {
    static constexpr std::string_view name = "identity"sv, source = "ONNX Identity"sv;
    static constexpr interval range{}, sample{-10, 10};
    static constexpr double lipschitz = 1;
    static constexpr std::string_view elsewhere =
        "PyTorch Identity; JAX identity; Keras linear; ONNX Identity; oneDNN eltwise_linear with alpha 1"sv;
    static constexpr std::string_view use = "Outputs of a regression."sv;
    static constexpr auto formula(auto x) { return x; }
};
inline constexpr activation_function<identity_activation> identity{};

/// The unit step, f(x) = 1 for x > 0, 0 for x <= 0.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  {0, 1}
/// Derivative  0
/// Special     -inf -> 0; +inf -> 1; NaN -> NaN
/// Accuracy    exact
/// Cost        2 comparisons, 2 selects
/// Source      McCulloch and Pitts (1943), A logical calculus of the ideas immanent in nervous activity
struct step_activation {
    static constexpr std::string_view name = "step"sv, source = "McCulloch and Pitts 1943"sv;
    static constexpr interval range{0, 1}, sample{-10, 10}, drawn{-3, 3};
    static constexpr double lipschitz = std::numeric_limits<double>::infinity();
    static constexpr double kinks[] = {0};
    static constexpr std::string_view elsewhere = "PyTorch, JAX, Keras heaviside with 0 at 0; ggml step"sv;
    static constexpr std::string_view use = "The first neurons; it has no gradient to learn from."sv;
    static constexpr auto formula(auto x) {
        return where(x > 0_c, 1_c, where(numerical(x != x), stop_gradient(x), 0_c));
    }
};
inline constexpr activation_function<step_activation> step{};

/// x held between low and high; og::clip itself. No defaults.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [low, high]
/// Derivative  1 for low <= x <= high, else 0, as torch.clamp
/// Special     -inf -> low; +inf -> high; NaN -> NaN
/// Accuracy    exact
/// Cost        2 operations
/// Source      torch.clamp
struct clip_activation {
    static constexpr std::string_view name = "clip"sv, source = "torch.clamp"sv;
    static constexpr interval sample{-10, 10}, drawn{-3, 3};
    static constexpr std::string_view inputs[] = {"x"sv, "low"sv, "high"sv};
    static constexpr double beside[] = {-1, 1};
    static constexpr std::string_view elsewhere =
        "PyTorch clamp; JAX, Keras clip; ONNX Clip; oneDNN eltwise_clip; ggml clamp"sv;
    static constexpr std::string_view use = "Where values beyond the bounds are errors."sv;
    static constexpr auto formula(auto x, auto low, auto high) { return clip(x, low, high); }
};
constexpr activation_function<clip_activation> as_activation(function<clip_primitive>) { return {}; }

/// The exponential, f(x) = e^x.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (0, inf)
/// Derivative  f(x)
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN
/// Accuracy    value 1.1, derivative 1.1 ULP
/// Cost        1 exp
/// Source      keras.activations.exponential
struct exponential_activation {
    static constexpr std::string_view name = "exponential"sv, source = "keras.activations.exponential"sv;
    static constexpr interval range{.low = 0}, sample{-20, 20}, drawn{-3, 2};
    static constexpr double lipschitz = std::numeric_limits<double>::infinity();
    static constexpr std::string_view elsewhere =
        "PyTorch exp; JAX exp; Keras exponential; ONNX Exp; oneDNN eltwise_exp; ggml exp"sv;
    static constexpr std::string_view use = "Outputs that must be positive, on a log scale."sv;
    static constexpr auto formula(auto x) { return exp(x); }
};
inline constexpr activation_function<exponential_activation> exponential{};

/// The Gaussian, f(x) = e^(-x^2).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (0, 1]
/// Derivative  -2 x f(x)
/// Special     -inf and +inf -> 0; NaN -> NaN
/// Accuracy    float: value 0.9, derivative 1.8 ULP; double: 1.0, 1.6
/// Cost        1 exp
/// Source      Broomhead and Lowe (1988), Multivariable functional interpolation and adaptive networks
struct gaussian_activation {
    static constexpr std::string_view name = "gaussian"sv, source = "Broomhead and Lowe 1988"sv;
    static constexpr interval range{0, 1}, sample{-10, 10}, drawn{-3, 3};
    static constexpr double lipschitz = 0.8577638849607068;
    static constexpr std::string_view elsewhere = "mlpack GaussianFunction; MATLAB radbas"sv;
    static constexpr std::string_view use = "Radial basis functions, implicit neural fields."sv;
    static constexpr auto formula(auto x) { return exp(-square(x)); }
};
inline constexpr activation_function<gaussian_activation> gaussian{};

/// What stands in the catalogue.
using plain_entries =
    types<identity_activation, step_activation, clip_activation, exponential_activation, gaussian_activation>;

}  // namespace ogive
