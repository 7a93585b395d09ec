// The kernels that are no activation's: maxout, the stem, the loss and the optimisers.

#include "activations.hpp"
#include "formulas.hpp"
#include "loss.hpp"
#include "optimizer.hpp"

#include <stdexcept>
#include <string>
#include <type_traits>

namespace train {

namespace {

template <auto const& F>
using function = std::remove_cvref_t<decltype(F)>;
template <std::size_t Pieces>
constexpr kernel const& maxout = formulas<function<og::maxout>, Pieces, 0>::without_norm;

// ---- softmax cross-entropy: value, gradient and the number of hits in one pass

constexpr og::var<"logits"> logits;
constexpr og::param<"bias"> bias;
constexpr og::var<"label"> label;
constexpr og::param<"scale"> scale;

constexpr auto biased = logits + bias;
constexpr auto losses = og::cross_entropy(biased, label);
constexpr auto at_label = og::row_sum(og::where(og::column() == label, biased, 0_c));
constexpr auto hits = og::where(at_label >= og::row_max(biased), 1_c, 0_c);

// ---- of each class against the rest

constexpr auto rest_losses = og::row_sum(og::binary_cross_entropy(biased, og::where(og::column() == label, 1_c, 0_c)));

// ---- of one class: sigmoid and binary cross-entropy on its logit

constexpr og::var<"target"> target;

constexpr auto binary_losses = og::binary_cross_entropy(biased, target);
constexpr auto binary_hits = og::where((target - 0.5_c) * biased > 0_c, 1_c, 0_c);

// ---- the optimisers

constexpr og::var<"w"> w;
constexpr og::var<"g"> g;
constexpr og::var<"m"> m;
constexpr og::var<"v"> v;
constexpr og::param<"rate"> rate;
constexpr og::param<"decay"> decay;
constexpr og::param<"momentum"> momentum;
constexpr og::param<"beta1"> beta1;
constexpr og::param<"beta2"> beta2;
constexpr og::param<"epsilon"> epsilon;
constexpr og::param<"correction1"> correction1;
constexpr og::param<"correction2"> correction2;

constexpr auto velocity = momentum * m + (g + decay * w);

constexpr auto first = m + (1_c - beta1) * (g - m);
constexpr auto second = beta2 * v + (1_c - beta2) * og::square(g);
constexpr auto adam_step = first * correction1 / (og::sqrt(second * correction2) + epsilon);

score binary_loss_and_gradient(loss_call const& call) {
    std::span<float> const values(call.logits, call.rows);
    float loss = 0, correct = 0;
    constexpr auto gradients = og::vjp(binary_losses, scale, logits, bias);
    og::fuse(og::store(og::sum(binary_losses), loss), og::store(og::sum(binary_hits), correct),
             og::store(std::get<0>(gradients), values), og::store(std::get<1>(gradients), *call.dbias), logits = values,
             bias = *call.bias, target = std::span(call.labels, call.rows), scale = call.scale);
    return {loss, correct};
}

score binary_loss_alone(loss_call const& call) {
    float loss = 0, correct = 0;
    og::fuse(og::store(og::sum(binary_losses), loss), og::store(og::sum(binary_hits), correct),
             logits = std::span(call.logits, call.rows), bias = *call.bias, target = std::span(call.labels, call.rows));
    return {loss, correct};
}

template <auto const& Losses>
score loss_and_gradient_of(loss_call const& call) {
    auto const rows = og::matrix(call.logits, call.rows, call.classes);
    std::span<float const> const labels(call.labels, call.rows), b(call.bias, call.classes);
    float loss = 0, correct = 0;
    constexpr auto gradients = og::vjp(Losses, scale, logits, bias);
    og::fuse(og::store(og::sum(Losses), loss), og::store(og::sum(hits), correct),
             og::store(std::get<0>(gradients), rows),
             og::store(std::get<1>(gradients), std::span<float>(call.dbias, call.classes)), logits = rows, bias = b,
             label = og::per_row(labels), scale = call.scale);
    return {loss, correct};
}

template <auto const& Losses>
score loss_alone_of(loss_call const& call) {
    std::span<float const> const labels(call.labels, call.rows), b(call.bias, call.classes);
    float loss = 0, correct = 0;
    og::fuse(og::store(og::sum(Losses), loss), og::store(og::sum(hits), correct),
             logits = og::matrix(call.logits, call.rows, call.classes), bias = b, label = og::per_row(labels));
    return {loss, correct};
}

}  // namespace

kernel maxout_of(std::size_t pieces) {
    switch (pieces) {
        case 2: return maxout<2>;
        case 3: return maxout<3>;
        case 4: return maxout<4>;
        default: throw std::invalid_argument("maxout has 2, 3 or 4 pieces, not " + std::to_string(pieces));
    }
}

kernel stem() { return formulas<function<og::identity>, 1, 0>::with_norm; }

score loss_and_gradient(loss_call const& call) {
    if (call.classes == 1) return binary_loss_and_gradient(call);
    return call.one_against_rest ? loss_and_gradient_of<rest_losses>(call) : loss_and_gradient_of<losses>(call);
}

score loss_alone(loss_call const& call) {
    if (call.classes == 1) return binary_loss_alone(call);
    return call.one_against_rest ? loss_alone_of<rest_losses>(call) : loss_alone_of<losses>(call);
}

void sgd_step(update const& u) {
    og::fuse(og::store(velocity, u.first), og::store(w - rate * velocity, u.weights), w = u.weights, g = u.gradient,
             m = u.first, rate = u.rate, decay = u.decay, momentum = u.momentum);
}

void adamw_step(update const& u) {
    og::fuse(og::store(first, u.first), og::store(second, u.second),
             og::store(w - rate * (adam_step + decay * w), u.weights), w = u.weights, g = u.gradient, m = u.first,
             v = u.second, rate = u.rate, decay = u.decay, beta1 = u.beta1, beta2 = u.beta2, epsilon = u.epsilon,
             correction1 = u.correction1, correction2 = u.correction2);
}

void add(std::span<float const> x, std::span<float> sum) { og::fuse(og::accumulate(g, sum), g = x); }

}  // namespace train
