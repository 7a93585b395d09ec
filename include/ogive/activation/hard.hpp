#pragma once
// Sigmoid, tanh and swish of straight lines.

#include <ogive/activation/activation.hpp>

namespace ogive {

/// Hard sigmoid, f(x) = slope x + offset held between 0 and 1. Defaults: slope = 1/6, offset = 1/2, as PyTorch, JAX
/// and Keras 3 have it; ONNX and older Keras: slope = 0.2.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [0, 1]
/// Derivative  slope between the kinks, 0 at and beyond them
/// Special     -inf -> 0; +inf -> 1; NaN -> NaN
/// Accuracy    value 1.0, derivative 0.4 ULP
/// Cost        1 division by default, 2 selects
/// Source      arXiv:1511.00363, with slope = 1/2; arXiv:1905.02244, with 1/6
struct hard_sigmoid_activation {
    static constexpr std::string_view name = "hard_sigmoid"sv, source = "arXiv:1511.00363, arXiv:1905.02244"sv;
    static constexpr interval range{0, 1}, sample{-10, 10};
    static constexpr double lipschitz = 1.0 / 6;
    static constexpr double kinks[] = {-3, 3};
    static constexpr hyper_parameter parameters[] = {{"slope", 1.0 / 6}, {"offset", 0.5}};
    static constexpr std::string_view elsewhere =
        "PyTorch hardsigmoid; JAX, Keras hard_sigmoid (Keras 2: slope 0.2); ONNX HardSigmoid (slope 0.2); oneDNN "
        "eltwise_hardsigmoid with alpha, beta; ggml hardsigmoid"sv;
    static constexpr std::string_view use = "Gates on hardware without an exponential."sv;
    static constexpr double several[] = {0.1, 1.0 / 6, 0.2};
    static constexpr auto formula(auto x, auto slope, auto offset) {
        auto const z = slope * x + offset;
        return where(z <= 0_c, 0_c, where(z >= 1_c, 1_c, z));
    }
    static constexpr auto formula(auto x) {
        return where(x <= c<-3>, 0_c, where(x >= 3_c, 1_c, (x + 3_c) / 6_c));  // x + 3 is exact where it is near 0
    }
};
inline constexpr activation_function<hard_sigmoid_activation> hard_sigmoid{};

/// Hard tanh, f(x) = x held between low and high. Defaults: low = -1, high = 1.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [low, high]
/// Derivative  1 between the bounds, 0 at and beyond them
/// Special     -inf -> low; +inf -> high; NaN -> NaN
/// Accuracy    exact
/// Cost        2 comparisons, 2 selects
/// Source      Collobert (2004), Large scale machine learning
struct hard_tanh_activation {
    static constexpr std::string_view name = "hard_tanh"sv, source = "Collobert 2004"sv;
    static constexpr interval range{-1, 1}, sample{-10, 10}, drawn{-3, 3};
    static constexpr double lipschitz = 1;
    static constexpr double kinks[] = {-1, 1};
    static constexpr hyper_parameter parameters[] = {{"low", -1}, {"high", 1}};
    static constexpr std::string_view elsewhere =
        "PyTorch hardtanh; JAX, Keras hard_tanh; with bounds ONNX Clip, oneDNN eltwise_clip, ggml clamp"sv;
    static constexpr std::string_view use = "Bounded values at the price of two comparisons."sv;
    static constexpr double several[] = {-2, -1, -0.5};
    static constexpr auto formula(auto x, auto low, auto high) {
        return where(x <= low, low, where(x >= high, high, x));
    }
    static constexpr auto formula(auto x) { return formula(x, c<-1>, 1_c); }
};
inline constexpr activation_function<hard_tanh_activation> hard_tanh{};

/// Hard swish (hard SiLU), f(x) = x (x + 3) / 6, 0 from -3 down and x from 3 up.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.375, inf), minimum at x = -1.5
/// Derivative  x / 3 + 1 / 2 between the kinks, 0 for x <= -3, 1 for x >= 3
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN
/// Accuracy    value 1.9, derivative 1.0 ULP; near a root 1.0, 0.9 ULP of the largest term
/// Cost        1 division, 2 selects
/// Source      arXiv:1905.02244
struct hard_swish_activation {
    static constexpr std::string_view name = "hard_swish"sv, source = "arXiv:1905.02244"sv;
    static constexpr interval range{.low = -0.375}, sample{-10, 10};
    static constexpr double lipschitz = 1.5;
    static constexpr double kinks[] = {-3, 3};
    static constexpr std::string_view elsewhere =
        "PyTorch hardswish; JAX, Keras hard_swish; ONNX HardSwish; oneDNN eltwise_hardswish with alpha 1/6, beta 1/2; "
        "ggml hardswish"sv;
    static constexpr std::string_view use = "silu on hardware without an exponential: mobile vision networks."sv;
    static constexpr auto formula(auto x) { return where(x <= c<-3>, 0_c, where(x >= 3_c, x, x * ((x + 3_c) / 6_c))); }
};
inline constexpr activation_function<hard_swish_activation> hard_swish{};

/// What stands in the catalogue.
using hard_entries = types<hard_sigmoid_activation, hard_tanh_activation, hard_swish_activation>;

}  // namespace ogive
