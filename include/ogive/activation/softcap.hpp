#pragma once

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/softcap.hpp>

namespace ogive {

/// Soft capping, f(x) = c tanh(x / c). Default: c = 30, that of logits; attention scores have 50.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (-c, c)
/// Derivative  1 - tanh(x / c)^2
/// Special     -inf -> -c; +inf -> c; -0 -> -0; NaN -> NaN
/// Accuracy    float: value 2.0, derivative 3.3 ULP; double: 1.3, 3.3
/// Cost        1 exp, 4 divisions
/// Source      arXiv:2408.00118
struct softcap_activation {
    static constexpr std::string_view name = "softcap"sv, source = "arXiv:2408.00118"sv;
    static constexpr interval range{-30, 30}, sample{-100, 100}, drawn{-90, 90};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"c", 30}};
    static constexpr std::string_view elsewhere =
        "none; composed of tanh; within ONNX 23 Attention, ggml flash_attn_ext"sv;
    static constexpr std::string_view use = "Logits and attention scores that must not run away."sv;
    static constexpr double several[] = {10, 30, 50};
    static constexpr auto formula(auto x, auto cap) { return whole::softcap(x, cap); }
    static constexpr auto formula(auto x) { return formula(x, 30_c); }
};
inline constexpr activation_function<softcap_activation> softcap{};

/// What stands in the catalogue.
using softcap_entries = types<softcap_activation>;

}  // namespace ogive
