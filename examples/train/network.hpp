#pragma once
// A network of fully connected layers. Its matrix products are Eigen's; all between two products is one Ogive kernel.

#include "activations.hpp"
#include "loss.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace train {

/// What a network looks like.
///
///   plain     depth times h = f(h W + b)
///   residual  h = x W + b, then depth times h = h + f(rms_norm(h) W + b)
///   glu       h = x W + b, then depth times h = h + f(rms_norm(h) W + b, rms_norm(h) V + c)
///   maxout    depth times h = max(h W1 + b1, h W2 + b2, ...)
///
/// and at the end the logits, h W + b or rms_norm(h) W + b.
struct architecture {
    std::string activation = "swiglu";  ///< not looked at by maxout
    train::block block = train::block::glu;
    std::size_t inputs = 784, width = 256, depth = 4, classes = 10;
    std::size_t pieces = 2;         ///< of maxout
    bool per_channel = false;       ///< what an activation learns: one for each column, else one for the layer
    bool one_against_rest = false;  ///< a sigmoid for each class, instead of a softmax
    double gain = 1;                ///< weights start normal with deviation gain / sqrt(inputs of the layer)
};

class network {
public:
    /// Throws std::invalid_argument where the activation does not exist or cannot stand in the block.
    explicit network(architecture const&, std::uint64_t seed);

    /// All that is learned: the matrices, which weight decay shrinks, then the rest.
    std::span<float> weights() { return values; }
    std::span<float const> weights() const { return values; }
    std::size_t decayed() const { return matrices; }

    /// One thread's samples on their way through the network, for at most so many rows.
    class pass {
    public:
        pass(network const&, std::size_t most_rows);

        /// The loss of the samples. Sums, not means.
        score forward(std::span<float const> samples, std::span<float const> labels);
        /// The loss, and the gradient of the sum of the losses times scale by all weights.
        score forward_and_backward(std::span<float const> samples, std::span<float const> labels, float scale,
                                   std::span<float> gradient);

        /// What went out of the layer in the last pass: rows x width.
        std::span<float const> hidden(std::size_t layer) const;
        /// Where the next backward pass puts the norm of the gradient by the matrix of each layer; nowhere, if null.
        std::vector<double>* gradient_norms = nullptr;

    private:
        struct layer_data {
            std::vector<float> product, hidden, normed;
            std::vector<float> const& out() const { return normed.empty() ? hidden : normed; }
        };
        network const& net;
        std::size_t row_count = 0;
        std::vector<layer_data> data;
        std::vector<float> logits, dhidden, dnormed;

        void forward_to_logits(std::span<float const> samples);
        loss_call loss(std::span<float const> labels);
    };

    /// Where the parts of a layer stand among the weights.
    struct layer {
        kernel k;
        std::size_t inputs, width;
        std::size_t learned;  ///< parameters of the activation
        std::size_t matrix, bias, norm, parameters;
    };
    std::vector<layer> const& layers() const { return all; }
    /// Of the last product, the one that gives the logits.
    struct last_product {
        std::size_t inputs = 0, matrix = 0, bias = 0;
    };
    last_product const& head() const { return last; }
    architecture const& shape() const { return of; }

private:
    architecture of;
    std::vector<layer> all;
    last_product last;
    std::size_t matrices = 0;
    std::vector<float> values;

    std::size_t parameter_width(layer const& l) const { return of.per_channel ? l.width : 1; }
};

}  // namespace train
