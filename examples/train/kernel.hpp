#pragma once
// What stands between two matrix products, as plain functions: what they read and write, of one thread's rows.

#include <cstddef>

namespace train {

/// Rows of samples. A gate or a maxout of k pieces has k products side by side in a row of k * width.
struct forward_call {
    std::size_t rows = 0, width = 0;
    float const* product = nullptr;     ///< rows x (pieces * width)
    float const* bias = nullptr;        ///< pieces * width
    float const* parameters = nullptr;  ///< of the activation: one value for each, or width
    float const* skip = nullptr;        ///< rows x width, what a residual connection adds
    float const* weight = nullptr;      ///< of rms_norm: width
    float* hidden = nullptr;            ///< rows x width
    float* normed = nullptr;            ///< rows x width
};

/// Gradients of the loss. Those by the product and by hidden take the place of what they belong to.
struct backward_call {
    std::size_t rows = 0, width = 0;
    float* product = nullptr;  ///< in: the product; out: the gradient by it
    float const* bias = nullptr;
    float const* parameters = nullptr;
    float const* weight = nullptr;
    float const* hidden = nullptr;
    float const* dnormed = nullptr;  ///< rows x width
    float* dhidden = nullptr;        ///< rows x width; in: by hidden; out, with a residual connection: by skip
    float* dbias = nullptr;
    float* dparameters = nullptr;
    float* dweight = nullptr;
};

struct kernel {
    void (*forward)(forward_call const&) = nullptr;
    void (*backward)(backward_call const&) = nullptr;
    std::size_t pieces = 1;
    bool residual = false;  ///< adds skip
    bool norm = false;      ///< gives normed, which the next product takes

    explicit operator bool() const { return forward; }
};

}  // namespace train
