#pragma once
// The activations that a network may have, by name. The catalogue's are added slice by slice in catalogue_part.hpp;
// one of your own is one line, in own.cpp.

#include "kernel.hpp"

#include <ogive/activation/activation.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace train {

/// How the layers of a network are built.
enum class block { plain, residual, glu, maxout };

/// The kernels of the blocks that an activation can stand in.
struct kernels {
    kernel plain, residual, glu;
};

struct activation {
    std::string_view name;
    std::span<ogive::hyper_parameter const> learned;  ///< with the weights
    kernels shared, per_channel;                      ///< one of each for the layer, or one for each column

    kernel const& of(block b, bool each_channel = false) const {
        kernels const& k = each_channel ? per_channel : shared;
        return b == block::plain ? k.plain : b == block::residual ? k.residual : k.glu;
    }
};

/// Those that this program was built with, in the order of their names.
std::vector<activation> const& activations();
/// Adds one; true, so that it can stand at namespace scope.
bool add(activation const&);

/// The activation of that name. Throws std::invalid_argument where there is none, and what() gives the nearest
/// names, or where there are two.
activation const& activation_named(std::string_view name);

/// Maxout of 2, 3 or 4 linear pieces. Throws std::invalid_argument for another number.
kernel maxout_of(std::size_t pieces);
/// What stands before the first residual connection: the bias, and rms_norm.
kernel stem();

}  // namespace train
