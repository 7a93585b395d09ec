#pragma once
// The primitives that are activations by themselves, as the catalogue sees them.

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/sigmoid.hpp>
#include <ogive/primitive/tanh.hpp>

namespace ogive {

/// The logistic sigmoid, f(x) = 1 / (1 + e^-x); og::sigmoid itself.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (0, 1)
/// Derivative  f(x) (1 - f(x))
/// Special     -inf -> 0; +inf -> 1; NaN -> NaN
/// Accuracy    float: value 2.0, derivative 2.1 ULP; double: 1.8, 2.1
/// Cost        1 exp, 1 division
/// Source      Verhulst (1838), Notice sur la loi que la population suit dans son accroissement
struct sigmoid_activation {
    static constexpr std::string_view name = sigmoid_primitive::name, source = "Verhulst 1838"sv;
    static constexpr interval range{0, 1}, sample{-40, 40}, drawn{-8, 8};
    static constexpr double lipschitz = 0.25;
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX, Keras sigmoid; ONNX Sigmoid; oneDNN eltwise_logistic; ggml sigmoid"sv;
    static constexpr std::string_view use =
        "Output of a binary classifier, gates of recurrent networks. Between hidden layers it loses the gradient with "
        "depth."sv;
    static constexpr auto formula(auto x) { return sigmoid(x); }
};

/// The hyperbolic tangent; og::tanh itself.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (-1, 1)
/// Derivative  1 - f(x)^2
/// Special     -inf -> -1; +inf -> 1; -0 -> -0; NaN -> NaN
/// Accuracy    float: value 2.0, derivative 2.4 ULP; double: 2.0, 2.3
/// Cost        1 exp, 1 division
/// Source      LeCun et al. (1998), Efficient BackProp
struct tanh_activation {
    static constexpr std::string_view name = tanh_primitive::name, source = "LeCun et al. 1998"sv;
    static constexpr interval range{-1, 1}, sample{-20, 20};
    static constexpr double lipschitz = 1;
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX, Keras tanh; ONNX Tanh; oneDNN eltwise_tanh; ggml tanh"sv;
    static constexpr std::string_view use =
        "Recurrent networks and bounded outputs; between hidden layers better than sigmoid, being zero-centred."sv;
    static constexpr auto formula(auto x) { return tanh(x); }
};

/// What the catalogue says of a primitive that is an activation by itself.
constexpr activation_function<sigmoid_activation> as_activation(function<sigmoid_primitive>) { return {}; }
constexpr activation_function<tanh_activation> as_activation(function<tanh_primitive>) { return {}; }

/// What stands in the catalogue.
using sigmoid_entries = types<sigmoid_activation, tanh_activation>;

}  // namespace ogive
