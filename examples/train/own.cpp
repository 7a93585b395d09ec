// Activations of your own: each is one line, and can then be trained by its name, `train --activation double_swish`.
// A function of one value stands in --block plain and residual, one of a gate and a value in --block glu. What it
// learns are its last arguments, named behind it with their start values.

#include "add_activation.hpp"

namespace og = ogive;
using namespace ogive::literals;

namespace {

[[maybe_unused]] bool const added[] = {
    train::add(og::activation<"double_swish">([](auto x) { return x * og::sigmoid(x - 1_c); })),
    train::add(og::activation<"tanh_glu">([](auto gate, auto value) { return value * og::tanh(gate); })),
    train::add(og::activation<"dipped_relu">(
        [](auto x, auto alpha) { return og::where(x > 0_c, x, alpha * x * og::sigmoid(x)); },
        og::param<"alpha", 0.5>{})),
};

}  // namespace
