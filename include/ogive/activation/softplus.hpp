#pragma once

#include <ogive/activation/activation.hpp>

namespace ogive {

/// Softplus, log(1 + e^(beta x)) / beta. Default: beta = 1.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (0, inf) for beta > 0
/// Derivative  sigmoid(beta x)
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.8, derivative 1.7 ULP; double: 2.0, 1.6
/// Cost        1 exp, 1 log1p
/// Source      Dugas et al. (2001), Incorporating second-order functional knowledge for better option pricing
struct softplus_activation {
    static constexpr std::string_view name = "softplus"sv, source = "Dugas et al. 2001"sv;
    static constexpr interval range{.low = 0}, sample{-40, 40};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"beta", 1}};
    static constexpr std::string_view elsewhere =
        "PyTorch, JAX, Keras softplus; ONNX Softplus; oneDNN eltwise_soft_relu with alpha; ggml softplus"sv;
    static constexpr std::string_view use = "Outputs that must be positive: variances, rates."sv;
    static constexpr double several[] = {0.5, 1, 3};
    static constexpr auto formula(auto x) { return function<softplus_primitive>{}(x); }
    static constexpr auto formula(auto x, auto beta) {
        if constexpr (same(decltype(beta){}, 1_c)) {
            return formula(x);
        } else {
            auto const z = beta * x;
            return where(numerical(z > 1000_c), x, formula(z) / beta);  // z overflows before x does
        }
    }
};
inline constexpr activation_function<softplus_activation> softplus{};

/// The logarithm of the sigmoid, f(x) = log(sigmoid(x)) = -softplus(-x).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (-inf, 0)
/// Derivative  sigmoid(-x)
/// Special     -inf -> -inf; +inf -> -0; NaN -> NaN
/// Accuracy    value 1.8, derivative 1.7 ULP
/// Cost        1 exp, 1 log1p
/// Source      torch.nn.LogSigmoid
struct log_sigmoid_activation {
    static constexpr std::string_view name = "log_sigmoid"sv, source = "torch.nn.LogSigmoid"sv;
    static constexpr interval range{.high = 0}, sample{-40, 40};
    static constexpr double lipschitz = 1;
    static constexpr std::string_view elsewhere =
        "PyTorch logsigmoid; JAX, Keras log_sigmoid; oneDNN eltwise_soft_relu with alpha -1"sv;
    static constexpr std::string_view use = "Log-likelihoods of binary outcomes."sv;
    static constexpr auto formula(auto x) { return -softplus_of(-x); }
};
inline constexpr activation_function<log_sigmoid_activation> log_sigmoid{};

/// What stands in the catalogue.
using softplus_entries = types<softplus_activation, log_sigmoid_activation>;

}  // namespace ogive
