#pragma once

#include <ogive/activation/activation.hpp>

namespace ogive {

/// GELU, f(x) = x * P(X <= x) for a standard normal X; the exact form, not 1 + erf, which loses every
/// digit of the negative tail.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.169971, inf), minimum near x = -0.751792
/// Derivative  normal_cdf(x) + x normal_pdf(x)
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.6, derivative 2.5 ULP; double: 1.6, 3.1; near a root 0.6 ULP of the largest term
/// Cost        1 normal_cdf
/// Source      arXiv:1606.08415
struct gelu_activation {
    static constexpr std::string_view name = "gelu"sv, source = "arXiv:1606.08415"sv;
    static constexpr interval range{.low = -0.16997120747990369}, sample{-20, 20};
    static constexpr double lipschitz = 1.128904145185155;
    static constexpr std::string_view elsewhere =
        "PyTorch gelu; JAX gelu(approximate=False); Keras activations.gelu; ONNX Gelu; oneDNN eltwise_gelu_erf; ggml "
        "gelu_erf"sv;
    static constexpr std::string_view use = "Transformers, and deep networks in general."sv;
    static constexpr auto formula(auto x) { return x * normal_cdf(x); }
};
inline constexpr activation_function<gelu_activation> gelu{};

/// GELU's approximation by tanh, 0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))), written as
/// x * sigmoid(2 sqrt(2 / pi) (x + 0.044715 x^3)): the same function with the digits of its tail.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.170041, inf)
/// Derivative  by the rules
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.7, derivative 3.1 ULP; double: 1.5, 2.1; near a root 0.8, 0.6 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:1606.08415
struct gelu_tanh_activation {
    static constexpr std::string_view name = "gelu_tanh"sv, source = "arXiv:1606.08415"sv;
    static constexpr interval range{.low = -0.17004075057125401}, sample{-20, 20};
    static constexpr double lipschitz = 1.1289930686587718;
    static constexpr std::string_view elsewhere =
        "PyTorch gelu(approximate='tanh'); JAX gelu; Keras ops.gelu; ONNX Gelu with approximate; oneDNN "
        "eltwise_gelu_tanh; ggml gelu"sv;
    static constexpr std::string_view use = "For models that were trained with it."sv;
    static constexpr auto formula(auto x) {
        return x * sigmoid(1.5957691216057308_c * (x + 0.044715_c * power(x, 3_c)));
    }
};
inline constexpr activation_function<gelu_tanh_activation> gelu_tanh{};

/// GELU's approximation by a sigmoid, f(x) = x sigmoid(1.702 x).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.163610, inf)
/// Derivative  as swish
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.6, derivative 2.2 ULP; double: 1.7, 2.0; near a root 0.6 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:1606.08415
struct gelu_quick_activation {
    static constexpr std::string_view name = "gelu_quick"sv, source = "arXiv:1606.08415"sv;
    static constexpr interval range{.low = -0.2784645427610738 / 1.702}, sample{-20, 20};
    static constexpr double lipschitz = 1.099839320128867;
    static constexpr std::string_view elsewhere = "ONNX Runtime QuickGelu; ggml gelu_quick"sv;
    static constexpr std::string_view use = "For models that were trained with it."sv;
    static constexpr auto formula(auto x) { return x * sigmoid(1.702_c * x); }
};
inline constexpr activation_function<gelu_quick_activation> gelu_quick{};

/// What stands in the catalogue.
using gelu_entries = types<gelu_activation, gelu_tanh_activation, gelu_quick_activation>;

}  // namespace ogive
