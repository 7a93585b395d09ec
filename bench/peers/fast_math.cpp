// The functions as plain loops, for g++ -O3 -ffast-math to vectorise.

#include "peers.hpp"

#include <cmath>

namespace {

using peers::problem, peers::runner;

template <class F>
void offer(char const* function, F) {
    peers::offer(function, "g++_fast_math", [](problem const& p) -> runner {
        return [p] {
            for (std::size_t i = 0; i < p.size(); ++i) p.y[i] = F{}(p.x[i], p.up[i], p.dy[i]);
        };
    });
}
float sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

[[maybe_unused]] bool const offered = [] {
    offer("relu", [](float x, float, float) { return x > 0 ? x : 0; });
    offer("sigmoid", [](float x, float, float) { return sigmoid(x); });
    offer("tanh", [](float x, float, float) { return std::tanh(x); });
    offer("silu", [](float x, float, float) { return x * sigmoid(x); });
    offer("gelu", [](float x, float, float) { return 0.5f * x * (1 + std::erf(x * 0.70710678f)); });
    offer("gelu_tanh", [](float x, float, float) {
        return 0.5f * x * (1 + std::tanh(0.7978845608f * (x + 0.044715f * x * x * x)));
    });
    offer("elu", [](float x, float, float) { return x > 0 ? x : std::exp(x) - 1; });
    offer("mish", [](float x, float, float) { return x * std::tanh(std::log(1 + std::exp(x))); });
    offer("softplus", [](float x, float, float) { return std::log(1 + std::exp(x)); });
    offer("swiglu", [](float x, float up, float) { return x * sigmoid(x) * up; });
    offer("silu_backward", [](float x, float, float dy) {
        float const s = sigmoid(x);
        return dy * s * (1 + x * (1 - s));
    });
    return true;
}();

}  // namespace
