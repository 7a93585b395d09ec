#pragma once
// The input times a sigmoid of an exponential of it.

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/serf.hpp>
#include <ogive/primitive/tanhexp.hpp>

namespace ogive {

/// Mish, f(x) = x tanh(softplus(x)).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.308843, inf), minimum near x = -1.192431
/// Derivative  tanh(p) + x sech^2(p) sigmoid(x), p = softplus(x)
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.9, derivative 3.4 ULP; double: 1.6, 3.8; near a root 0.7, 0.6 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:1908.08681
struct mish_activation {
    static constexpr std::string_view name = "mish"sv, source = "arXiv:1908.08681"sv;
    static constexpr interval range{.low = -0.30884341301725}, sample{-20, 20};
    static constexpr double lipschitz = 1.0884981612517279;
    static constexpr std::string_view elsewhere = "PyTorch, JAX, Keras mish; ONNX Mish; oneDNN eltwise_mish"sv;
    static constexpr std::string_view use = "Vision networks; dearer than silu, which it resembles."sv;
    static constexpr auto formula(auto x) { return x * tanh(softplus_of(x)); }
};
inline constexpr activation_function<mish_activation> mish{};

/// TanhExp, f(x) = x tanh(e^x).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.353286, inf)
/// Derivative  tanh(e^x) + x e^x sech^2(e^x)
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.8, derivative 2.4 ULP; double: 1.9, 1.7; near a root 0.9, 0.8 ULP of the largest term
/// Cost        1 exp
/// Source      arXiv:2003.09855
struct tanhexp_activation {
    static constexpr std::string_view name = "tanhexp"sv, source = "arXiv:2003.09855"sv;
    static constexpr interval range{.low = -0.3532857778482113}, sample{-20, 20};
    static constexpr double lipschitz = 1.061975308717916;
    static constexpr std::string_view elsewhere = "mlpack TanhExpFunction"sv;
    static constexpr std::string_view use = "Vision networks; dearer than silu, which it resembles."sv;
    static constexpr auto formula(auto x) { return x * tanh(exp(x)); }
};
inline constexpr activation_function<tanhexp_activation> tanhexp{};

/// Serf, f(x) = x erf(softplus(x)).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.348437, inf)
/// Derivative  erf(p) + 2 / sqrt(pi) x e^(-p^2) sigmoid(x), p = softplus(x)
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.7, derivative 1.9 ULP; double: 1.5, 1.7; near a root 0.9, 0.8 ULP of the largest term
/// Cost        1 exp
/// Source      arXiv:2108.09598
struct serf_activation {
    static constexpr std::string_view name = "serf"sv, source = "arXiv:2108.09598"sv;
    static constexpr interval range{.low = -0.34843745875960636}, sample{-20, 20};
    static constexpr double lipschitz = 1.0861254441509972;
    static constexpr std::string_view use = "Vision networks; dearer than silu, which it resembles."sv;
    static constexpr auto formula(auto x) { return x * erf(softplus_of(x)); }
};
inline constexpr activation_function<serf_activation> serf{};

/// What stands in the catalogue.
using mish_entries = types<mish_activation, tanhexp_activation, serf_activation>;

}  // namespace ogive
