#include "peers.hpp"

#include <Eigen/Core>

namespace {

using peers::problem, peers::runner;
using array = Eigen::Map<Eigen::ArrayXf>;
using input = Eigen::Map<Eigen::ArrayXf const>;

template <class F>
void offer(char const* function, F) {
    peers::offer(function, "Eigen", [](problem const& p) -> runner {
        auto const n = static_cast<Eigen::Index>(p.size());
        return [x = input(p.x, n), up = input(p.up, n), y = array(p.y, n)]() mutable { y = F{}(x, up); };
    });
}

[[maybe_unused]] bool const offered = [] {
    offer("relu", [](auto const& x, auto const&) { return x.max(0.0f); });
    offer("sigmoid", [](auto const& x, auto const&) { return x.logistic(); });
    offer("tanh", [](auto const& x, auto const&) { return x.tanh(); });
    offer("silu", [](auto const& x, auto const&) { return x * x.logistic(); });
    offer("gelu_tanh", [](auto const& x, auto const&) {
        return 0.5f * x * (1.0f + (0.7978845608f * (x + 0.044715f * x * x * x)).tanh());
    });
    offer("elu", [](auto const& x, auto const&) { return (x > 0.0f).select(x, x.exp() - 1.0f); });
    offer("softplus", [](auto const& x, auto const&) { return (1.0f + x.exp()).log(); });
    offer("swiglu", [](auto const& x, auto const& up) { return x * x.logistic() * up; });
    return true;
}();

}  // namespace
