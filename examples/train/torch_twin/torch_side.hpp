#pragma once
// The same network as libtorch builds it from its own operators: blocks of SwiGLU with a residual connection and
// RMSNorm, softmax cross-entropy, AdamW. libtorch's headers stay behind this one.

#include "network.hpp"
#include "trainer.hpp"

#include <cstddef>
#include <memory>
#include <span>

namespace twin {

class torch_side {
public:
    /// With the weights that the network has now.
    torch_side(train::settings const&, train::network const&);
    torch_side(torch_side const&) = delete;
    ~torch_side();

    /// One step on this batch; the mean loss before it.
    double step(std::span<float const> pixels, std::span<float const> labels);
    /// Of the last step.
    train::times const& spent() const;

private:
    struct parts;
    std::unique_ptr<parts> own;
};

}  // namespace twin
