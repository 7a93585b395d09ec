#pragma once

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/logit_loss.hpp>

namespace ogive {

/// The loss of a logit x by a target t in [0, 1]: softplus(x) - t x, as softplus(-|x|) plus |x| times 1 - t or t by
/// the sign of x, which neither overflows nor cancels.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      x: all reals; t: [0, 1]        Range  (0, inf)
/// Derivative  by x sigmoid(x) - t, by t -x
/// Special     t = 1: -inf -> +inf, +inf -> 0; t = 0: -inf -> 0, +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.9, derivative 1.4 ULP; double: 1.8, 1.2; near a root 0.8 ULP of the largest term
/// Cost        1 softplus
/// Source      torch.nn.BCEWithLogitsLoss
struct binary_cross_entropy_activation {
    static constexpr std::string_view name = "binary_cross_entropy"sv, source = "torch.nn.BCEWithLogitsLoss"sv;
    static constexpr interval sample{-20, 20}, drawn{-6, 6};
    static constexpr std::string_view inputs[] = {"x"sv, "target"sv};
    static constexpr std::string_view elsewhere =
        "PyTorch binary_cross_entropy_with_logits (the mean by default); Optax sigmoid_binary_cross_entropy; Keras "
        "ops.binary_crossentropy with from_logits"sv;
    static constexpr std::string_view use = "The loss of a classifier with two classes."sv;
    static constexpr auto formula(auto x, auto target) {
        return whole::logit_loss(x, target);
    }
};
inline constexpr activation_function<binary_cross_entropy_activation> binary_cross_entropy{};

/// What stands in the catalogue.
using binary_cross_entropy_entries = types<binary_cross_entropy_activation>;

}  // namespace ogive
