#pragma once
// Gates: a value times an activation of a gate. The gate is the first argument.

#include <ogive/activation/gelu_family.hpp>
#include <ogive/activation/relu_family.hpp>
#include <ogive/activation/swish_family.hpp>
#include <ogive/primitive/modulated.hpp>

namespace ogive {

/// GLU, value * sigmoid(gate).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by gate value s (1 - s), by value s, s = sigmoid(gate)
/// Special     as the product: sigmoid(-inf) is 0, 0 times an infinity is NaN; NaN in either -> NaN
/// Accuracy    float: value 1.9, derivative 2.9 ULP; double: 1.9, 3.0
/// Cost        1 exp, 1 division
/// Source      arXiv:1612.08083
struct glu_activation {
    static constexpr std::string_view name = "glu"sv, source = "arXiv:1612.08083"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view inputs[] = {"gate"sv, "value"sv};
    static constexpr std::string_view elsewhere = "PyTorch, JAX, Keras glu of one tensor, its first half the value"sv;
    static constexpr std::string_view use = "Gated convolutions, sequence models."sv;
    static constexpr auto formula(auto gate, auto value) { return value * sigmoid(gate); }
};
inline constexpr activation_function<glu_activation> glu{};

/// Bilinear gate, value * gate.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by gate value, by value gate
/// Special     as the product: 0 times an infinity is NaN; NaN in either -> NaN
/// Accuracy    value 0.5, derivative 0 ULP
/// Cost        1 multiplication
/// Source      arXiv:2002.05202
struct bilinear_activation {
    static constexpr std::string_view name = "bilinear"sv, source = "arXiv:2002.05202"sv;
    static constexpr interval range{}, sample{-20, 20};
    static constexpr std::string_view inputs[] = {"gate"sv, "value"sv};
    static constexpr std::string_view use = "The plainest gate: a product."sv;
    static constexpr auto formula(auto gate, auto value) { return value * gate; }
};
inline constexpr activation_function<bilinear_activation> bilinear{};

/// ReGLU, value * relu(gate).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by gate value for gate > 0, 0 for gate <= 0; by value relu(gate)
/// Special     as the product: relu(-inf) is 0, 0 times an infinity is NaN; NaN in either -> NaN
/// Accuracy    value 0.5, derivative 0 ULP
/// Cost        1 comparison, 1 select, 1 multiplication
/// Source      arXiv:2002.05202
struct reglu_activation {
    static constexpr std::string_view name = "reglu"sv, source = "arXiv:2002.05202"sv;
    static constexpr interval sample{-10, 10};
    static constexpr std::string_view inputs[] = {"gate"sv, "value"sv};
    static constexpr double kinks[] = {0};
    static constexpr std::string_view elsewhere = "ggml reglu"sv;
    static constexpr std::string_view use = "Transformers: a gate without an exponential."sv;
    static constexpr auto formula(auto gate, auto value) { return value * relu_activation::formula(gate); }
};
inline constexpr activation_function<reglu_activation> reglu{};

/// GEGLU, value * gelu(gate).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by gate value (normal_cdf(gate) + gate normal_pdf(gate)), by value gelu(gate)
/// Special     as the product: gelu(-inf) is -0, 0 times an infinity is NaN; NaN in either -> NaN
/// Accuracy    float: value 2.0, derivative 3.4 ULP; double: 1.7, 3.2; near a root 0.6, 0.7 ULP of the largest term
/// Cost        1 normal_cdf
/// Source      arXiv:2002.05202
struct geglu_activation {
    static constexpr std::string_view name = "geglu"sv, source = "arXiv:2002.05202"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view inputs[] = {"gate"sv, "value"sv};
    static constexpr std::string_view elsewhere = "ggml geglu_erf"sv;
    static constexpr std::string_view use = "Transformers."sv;
    static constexpr auto formula(auto gate, auto value) { return value * gelu_activation::formula(gate); }
};
inline constexpr activation_function<geglu_activation> geglu{};

/// SwiGLU, value * swish(gate, beta). Default: beta = 1.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by gate value s (1 + beta gate (1 - s)), by value gate s, by beta value gate^2 s (1 - s), s =
///             sigmoid(beta gate)
/// Special     as the product: swish(-inf) is -0 for beta > 0, 0 times an infinity is NaN; NaN in either -> NaN
/// Accuracy    float: value 2.0, derivative 4.0 ULP; double: 1.8, 3.1; near a root 0.9, 0.8 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:2002.05202
struct swiglu_activation {
    static constexpr std::string_view name = "swiglu"sv, source = "arXiv:2002.05202"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view inputs[] = {"gate"sv, "value"sv};
    static constexpr hyper_parameter parameters[] = {{"beta", 1, true}};
    static constexpr std::string_view elsewhere = "ggml swiglu"sv;
    static constexpr std::string_view use = "The feed-forward blocks of recent language models."sv;
    static constexpr double several[] = {0.5, 1, 3};
    static constexpr auto formula(auto gate, auto value, auto beta) {
        return swish_activation::formula(gate, beta) * value;
    }
    static constexpr auto formula(auto gate, auto value) { return formula(gate, value, 1_c); }
};
inline constexpr activation_function<swiglu_activation> swiglu{};

/// GEGLU with the approximation by tanh, value * gelu_tanh(gate).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by the rules
/// Special     as the product: gelu_tanh(-inf) is -0, 0 times an infinity is NaN; NaN in either -> NaN
/// Accuracy    float: value 1.7, derivative 3.5 ULP; double: 1.7, 2.9; near a root 0.8, 0.6 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:2002.05202
struct geglu_tanh_activation {
    static constexpr std::string_view name = "geglu_tanh"sv, source = "arXiv:2002.05202"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view inputs[] = {"gate"sv, "value"sv};
    static constexpr std::string_view elsewhere = "ggml geglu"sv;
    static constexpr std::string_view use = "For models that were trained with it."sv;
    static constexpr auto formula(auto gate, auto value) { return value * gelu_tanh_activation::formula(gate); }
};
inline constexpr activation_function<geglu_tanh_activation> geglu_tanh{};

/// GEGLU with the approximation by a sigmoid, value * gelu_quick(gate).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by the rules
/// Special     as the product: gelu_quick(-inf) is -0, 0 times an infinity is NaN; NaN in either -> NaN
/// Accuracy    float: value 1.7, derivative 3.0 ULP; double: 1.6, 3.0; near a root 0.9, 0.7 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:2002.05202
struct geglu_quick_activation {
    static constexpr std::string_view name = "geglu_quick"sv, source = "arXiv:2002.05202"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view inputs[] = {"gate"sv, "value"sv};
    static constexpr std::string_view elsewhere = "ggml geglu_quick"sv;
    static constexpr std::string_view use = "For models that were trained with it."sv;
    static constexpr auto formula(auto gate, auto value) { return value * gelu_quick_activation::formula(gate); }
};
inline constexpr activation_function<geglu_quick_activation> geglu_quick{};

/// SeGLU, value * selu(gate).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by the rules
/// Special     as the product: selu(-inf) is -1.758099, 0 times an infinity is NaN; NaN in either -> NaN
/// Accuracy    float: value 1.9, derivative 2.4 ULP; double: 1.8, 2.3
/// Cost        1 expm1
/// Source      arXiv:2002.05202, with SELU for the gate
struct seglu_activation {
    static constexpr std::string_view name = "seglu"sv, source = "arXiv:2002.05202"sv;
    static constexpr interval sample{-20, 20};
    static constexpr std::string_view inputs[] = {"gate"sv, "value"sv};
    static constexpr double kinks[] = {0};
    static constexpr std::string_view use = "A gate that keeps a gradient for negative inputs."sv;
    static constexpr auto formula(auto gate, auto value) { return value * selu_activation::formula(gate); }
};
inline constexpr activation_function<seglu_activation> seglu{};

/// SwiGLU between bounds, (clip(value, -limit, limit) + 1) swish(min(gate, limit), alpha). Defaults: alpha = 1.702,
/// limit = 7.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  by default [-6 s, 8 s], s = swish(7, 1.702) = 6.99995
/// Derivative  by the rules; 1 at the bounds, as torch.clamp
/// Special     gate NaN or value NaN -> NaN
/// Accuracy    float: value 1.9, derivative 3.7 ULP; double: 1.8, 2.8; near a root 1.0, 0.7 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:2508.10925
struct swiglu_clamped_activation {
    static constexpr std::string_view name = "swiglu_clamped"sv, source = "arXiv:2508.10925"sv;
    static constexpr interval sample{-20, 20}, drawn{-10, 10};
    static constexpr std::string_view inputs[] = {"gate"sv, "value"sv};
    static constexpr double kinks[] = {7};
    static constexpr hyper_parameter parameters[] = {{"alpha", 1.702}, {"limit", 7}};
    static constexpr std::string_view elsewhere = "ggml swiglu_oai"sv;
    static constexpr std::string_view use = "swiglu in low precision: nothing runs away."sv;
    static constexpr double several[] = {1, 1.702, 4};
    static constexpr auto formula(auto gate, auto value, auto alpha, auto limit) {
        return whole::modulated(swish_activation::formula(where(gate > limit, limit, gate), alpha), clip(value, -limit, limit));
    }
    static constexpr auto formula(auto gate, auto value) { return formula(gate, value, 1.702_c, 7_c); }
};
inline constexpr activation_function<swiglu_clamped_activation> swiglu_clamped{};

/// What a residual connection is around, where nothing else is said: GELU, x + gelu(x).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  1 + normal_cdf(x) + x normal_pdf(x)
/// Special     -inf -> -inf; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.1, derivative 1.1 ULP; double: 1.0, 1.2
/// Cost        1 normal_cdf
/// Source      arXiv:1512.03385
struct residual_activation {
    static constexpr std::string_view name = "residual"sv, source = "arXiv:1512.03385"sv;
    static constexpr interval range{}, sample{-20, 20};
    static constexpr double lipschitz = 2.1289041451851545;
    static constexpr std::string_view elsewhere =
        "an addition: PyTorch, JAX x + f(x); Keras Add; ONNX Add; oneDNN binary_add; ggml add"sv;
    static constexpr std::string_view use =
        "Deep networks: `og::residual(f, x)` is x + f(x) for any f, a whole block too; here f is gelu, the default."sv;
    static constexpr auto formula(auto x) { return x + gelu_activation::formula(x); }
};

template <class F, class X>
concept a_residual_connection_is_around_a_function = !expression<F> && requires(F f, X x) { f(x); };

/// A residual connection, x + f(x), for any callable f: `residual(og::relu, x)`. Default: f is gelu.
///
/// Source      arXiv:1512.03385
struct residual_function : activation_function<residual_activation> {
    using activation_function::operator();
    template <class F, class X>
    OGIVE_INLINE constexpr auto operator()(F const& f, X const& x) const {
        if constexpr (a_residual_connection_is_around_a_function<F const, X const>) {
            return x + f(x);
        } else {
            static_assert(a_residual_connection_is_around_a_function<F const, X const>,
                          "ogive: residual(f, x) is x + f(x), f a function of x: residual(og::gelu, x)");
            return detail::in_place_of(x);
        }
    }
};
/// @copydoc residual_function
inline constexpr residual_function residual{};

/// What stands in the catalogue.
using gate_entries = types<glu_activation, bilinear_activation, reglu_activation, geglu_activation, swiglu_activation,
                           geglu_tanh_activation, geglu_quick_activation, seglu_activation, swiglu_clamped_activation,
                           residual_activation>;

}  // namespace ogive
