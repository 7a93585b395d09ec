#pragma once
// Softmax cross-entropy of the logits x W + b; of a single one, binary cross-entropy: its label is 0 or 1. Or, of
// several, the sum of the binary cross-entropies of each class against the rest.

#include <cstddef>

namespace train {

struct loss_call {
    std::size_t rows = 0, classes = 0;
    float* logits = nullptr;        ///< in: the product, rows x classes; out: the gradient by it
    float const* bias = nullptr;    ///< classes
    float const* labels = nullptr;  ///< rows
    float scale = 1;                ///< of the gradients
    float* dbias = nullptr;         ///< classes
    bool one_against_rest = false;  ///< where there are several classes
};

/// Sums over samples: of the losses, and of those whose label has the largest logit.
struct score {
    double loss = 0, correct = 0;

    score& operator+=(score const& other) {
        loss += other.loss;
        correct += other.correct;
        return *this;
    }
};

/// Value and gradient, in one pass.
score loss_and_gradient(loss_call const&);
score loss_alone(loss_call const&);

}  // namespace train
