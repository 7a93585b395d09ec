#include "peers.hpp"

#include <ogive/ogive.hpp>

#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

using peers::problem, peers::runner;

constexpr og::var<"x"> x;
constexpr og::var<"up"> up;

template <class F>
og::matrix_view<F> matrix(F* data, problem const& p) {
    return og::matrix(data, p.rows, p.columns);
}

template <class E, class Accuracy>
runner forward(problem const& p) {
    return [p] { og::evaluate<Accuracy>(E{}, matrix(p.y, p), x = matrix(p.x, p)); };
}
template <class E>
runner backward(problem const& p) {
    return [p] { og::backward(E{}, matrix(p.dy, p), x = matrix(p.x, p), og::grad(x) = matrix(p.y, p)); };
}

template <class E>
void offer(char const* function, E) {
    peers::offer(function, "Ogive", forward<E, og::full>);
    peers::offer(function, "Ogive_fast", forward<E, og::fast>);
}
template <class E>
void offer_backward(char const* function, E) {
    peers::offer(function, "Ogive", backward<E>);
}

/// From the saved output, as frameworks do it; `up` stands for it.
runner softmax_backward(problem const& p) {
    return [p] {
        og::backward(og::softmax(x), matrix(p.dy, p), og::value(og::softmax(x)) = matrix(p.up, p),
                     og::grad(x) = matrix(p.y, p));
    };
}

constexpr auto mean = og::row_mean(x);
constexpr auto inverse_deviation = 1_c / og::sqrt(og::row_mean(og::square(x - mean)) + 1e-5_c);

/// From the saved mean and deviation of each row, as libtorch does it.
runner layer_norm_backward(problem const& p) {
    std::vector<float> of_mean(p.rows), of_deviation(p.rows);
    og::fuse(og::store(mean, of_mean), og::store(inverse_deviation, of_deviation), x = matrix(p.x, p));
    return [=] {
        og::backward((x - mean) * inverse_deviation, matrix(p.dy, p), og::value(mean) = og::per_row(of_mean),
                     og::value(inverse_deviation) = og::per_row(of_deviation), x = matrix(p.x, p),
                     og::grad(x) = matrix(p.y, p));
    };
}

constexpr auto swiglu = og::swiglu(x, up, 1_c);

template <class Accuracy>
runner gate(problem const& p) {
    return [p] { og::evaluate<Accuracy>(swiglu, matrix(p.y, p), x = matrix(p.x, p), up = matrix(p.up, p)); };
}
runner gate_backward(problem const& p) {
    return [p] {
        og::backward(swiglu, matrix(p.dy, p), x = matrix(p.x, p), up = matrix(p.up, p), og::grad(x) = matrix(p.y, p),
                     og::grad(up) = matrix(p.dup, p));
    };
}

[[maybe_unused]] bool const offered = [] {
    offer("relu", og::relu(x));
    offer("sigmoid", og::sigmoid(x));
    offer("tanh", og::tanh(x));
    offer("silu", og::silu(x));
    offer("gelu", og::gelu(x));
    offer("gelu_tanh", og::gelu_tanh(x));
    offer("elu", og::elu(x));
    offer("mish", x * og::tanh(og::softplus(x)));
    offer("softplus", og::softplus(x));
    offer("softmax", og::softmax(x));
    offer("layer_norm", og::standardize(x));
    offer_backward("silu_backward", og::silu(x));
    offer_backward("gelu_backward", og::gelu(x));
    offer_backward("gelu_tanh_backward", og::gelu_tanh(x));
    offer_backward("mish_backward", x * og::tanh(og::softplus(x)));
    peers::offer("softmax_backward", "Ogive", softmax_backward);
    peers::offer("layer_norm_backward", "Ogive", layer_norm_backward);
    offer_backward("layer_norm_backward_of_x", og::standardize(x));
    peers::offer("swiglu", "Ogive", gate<og::full>);
    peers::offer("swiglu", "Ogive_fast", gate<og::fast>);
    peers::offer("swiglu_backward", "Ogive", gate_backward);
    return true;
}();

}  // namespace
