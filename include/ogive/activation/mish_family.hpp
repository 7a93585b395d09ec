#pragma once
// The input times a sigmoid of an exponential of it.

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/times_exp.hpp>

namespace ogive {

/// Mish, f(x) = x tanh(softplus(x)).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.308843, inf), minimum near x = -1.192431
/// Derivative  tanh(p) + x sech^2(p) sigmoid(x), p = softplus(x)
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Cost        1 exp, 1 division
/// Source      arXiv:1908.08681
struct mish_activation {
    static constexpr std::string_view name = "mish", source = "arXiv:1908.08681";
    static constexpr interval range{.low = -0.30884341301725}, sample{-20, 20};
    static constexpr std::string_view elsewhere = "PyTorch, JAX, Keras mish; ONNX Mish; oneDNN eltwise_mish";
    static constexpr std::string_view use = "Vision networks; dearer than silu, which it resembles.";
    static constexpr auto formula(auto x) { return x * tanh(softplus_of(x)); }
};
inline constexpr activation_function<mish_activation> mish{};

/// TanhExp, f(x) = x tanh(e^x). From -40 down tanh(e^x) is e^x.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.353286, inf)
/// Derivative  tanh(e^x) + x e^x sech^2(e^x)
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Cost        3 exp, 1 division
/// Accuracy    3.2 ULP, derivative 9.0; fast within 2^-20
/// Source      arXiv:2003.09855
struct tanhexp_activation {
    static constexpr std::string_view name = "tanhexp", source = "arXiv:2003.09855";
    static constexpr interval range{.low = -0.3532857778482113}, sample{-20, 20};
    static constexpr std::string_view use = "Vision networks; dearer than silu, which it resembles.";
    static constexpr auto formula(auto x) {
        return where(numerical(x < c<-40>), whole::times_exp(x), x * tanh(exp(x)));
    }
};
inline constexpr activation_function<tanhexp_activation> tanhexp{};

/// Serf, f(x) = x erf(softplus(x)). From -40 down erf(softplus(x)) is 2 / sqrt(pi) e^x.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.348437, inf)
/// Derivative  erf(p) + 2 / sqrt(pi) x e^(-p^2) sigmoid(x), p = softplus(x)
/// Special     -inf -> -0; +inf -> +inf; NaN -> NaN
/// Cost        1 exp, 1 softplus, 1 erf
/// Accuracy    3.6 ULP, derivative 12.4; fast within 2^-19
/// Source      arXiv:2108.09598
struct serf_activation {
    static constexpr std::string_view name = "serf", source = "arXiv:2108.09598";
    static constexpr interval range{.low = -0.34843745875960636}, sample{-20, 20};
    static constexpr std::string_view use = "Vision networks; dearer than silu, which it resembles.";
    static constexpr auto formula(auto x) {
        return where(numerical(x < c<-40>), 1.1283791670955126_c * whole::times_exp(x), x * erf(softplus_of(x)));
    }
};
inline constexpr activation_function<serf_activation> serf{};

/// What stands in the catalogue.
using mish_entries = types<mish_activation, tanhexp_activation, serf_activation>;

}  // namespace ogive
