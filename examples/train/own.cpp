// Activations of your own: each is one line, and can then be trained by its name, `train --activation double_swish`.
// A function of one value stands in --block plain and residual, one of a gate and a value in --block glu.

#include "add_activation.hpp"

namespace og = ogive;
using namespace ogive::literals;

namespace {

[[maybe_unused]] bool const added[] = {
    train::add(og::activation<"double_swish">([](auto x) { return x * og::sigmoid(x - 1_c); })),
    train::add(og::activation<"tanh_glu">([](auto gate, auto value) { return value * og::tanh(gate); })),
};

}  // namespace
