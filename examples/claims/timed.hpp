#pragma once
// The activations whose cost is looked at: the catalogue's that can stand between two products, and maxout.

#include "kernel.hpp"

#include <ogive/activation/activation.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace claims {

/// The kernels of an activation alone, and as it stands in a network: a gate in a residual block with rms_norm.
struct timed_kernels {
    train::kernel alone, in_network;
};

struct timed {
    std::string_view name;
    std::span<ogive::hyper_parameter const> learned;
    bool exponential;  ///< whether its value takes an exponential, a logarithm or the like
    bool gate;
    timed_kernels fused, by_operation;
};

/// Filled before main, in no order.
std::vector<timed>& timed_activations();

}  // namespace claims
