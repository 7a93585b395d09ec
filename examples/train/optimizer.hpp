#pragma once
// One step of an optimiser over a range of weights, in one pass over memory.

#include <span>

namespace train {

struct update {
    std::span<float> weights;
    std::span<float const> gradient;
    std::span<float> first, second;  ///< moments; SGD has the first alone, its velocity
    float rate, decay;
    float momentum = 0;                       // SGD
    float beta1 = 0, beta2 = 0, epsilon = 0;  // AdamW
    float correction1 = 1, correction2 = 1;   ///< 1 / (1 - beta^step)
};

/// SGD with momentum: v = momentum v + g + decay w, w -= rate v.
void sgd_step(update const&);
/// AdamW (arXiv:1711.05101).
void adamw_step(update const&);

/// sum += x.
void add(std::span<float const> x, std::span<float> sum);

}  // namespace train
