#pragma once
// The input times a sigmoid of it: self-gated activations.

#include <ogive/activation/activation.hpp>

namespace ogive {

/// Swish, f(x) = x * sigmoid(beta x). Default: beta = 1, which is SiLU.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.278465 / beta, inf) for beta > 0
/// Derivative  s + beta x s (1 - s), s = sigmoid(beta x); by beta: x^2 s (1 - s)
/// Special     beta > 0: -inf -> -0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.8, derivative 2.8 ULP; double: 1.7, 2.8; near a root 0.7, 0.6 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:1710.05941
struct swish_activation {
    static constexpr std::string_view name = "swish"sv, source = "arXiv:1710.05941"sv;
    static constexpr interval range{.low = -0.2784645427610738}, sample{-20, 20};
    static constexpr double lipschitz = 1.099839320128867;
    static constexpr hyper_parameter parameters[] = {{"beta", 1, true}};

    static constexpr std::string_view elsewhere =
        "ONNX 24 Swish; oneDNN eltwise_swish with alpha; beta = 1 alone: JAX, Keras swish"sv;
    static constexpr std::string_view use = "As silu, where beta is worth learning."sv;
    static constexpr double several[] = {0.1, 1, 2, 10};
    static constexpr auto formula(auto x, auto beta) { return x * sigmoid(beta * x); }
    static constexpr auto formula(auto x) { return formula(x, 1_c); }
};
inline constexpr activation_function<swish_activation> swish{};

/// SiLU, f(x) = x * sigmoid(x); swish with beta = 1.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.278465, inf), minimum near x = -1.278465
/// Derivative  s + x s (1 - s), s = sigmoid(x)
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.7, derivative 2.5 ULP; double: 1.7, 2.8; near a root 0.7, 0.6 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:1606.08415, arXiv:1702.03118
struct silu_activation {
    static constexpr std::string_view name = "silu"sv, source = "arXiv:1606.08415, arXiv:1702.03118"sv;
    static constexpr interval range{.low = -0.2784645427610738}, sample{-20, 20};
    static constexpr double lipschitz = 1.099839320128867;
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX, Keras silu; ONNX 24 Swish; oneDNN eltwise_swish with alpha 1; ggml silu"sv;
    static constexpr std::string_view use = "Deep convolutional networks, and as the gate of swiglu."sv;
    static constexpr auto formula(auto x) { return swish_activation::formula(x); }
};
inline constexpr activation_function<silu_activation> silu{};

/// What stands in the catalogue.
using swish_entries = types<swish_activation, silu_activation>;

}  // namespace ogive
