#include "network.hpp"

#include "products.hpp"

#include <ogive/ogive.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>
#include <utility>

namespace train {

namespace og = ogive;
using namespace og::literals;

namespace {

void normal(std::span<float> to, double deviation, std::mt19937_64& random) {
    std::normal_distribution<double> draw(0, deviation);
    for (float& w : to) w = static_cast<float>(draw(random));
}

double norm_of(std::span<float const> v) {
    double sum = 0;
    for (double const x : v) sum += x * x;
    return std::sqrt(sum);
}

}  // namespace

network::network(architecture const& a, std::uint64_t seed) : of(a) {
    bool const has_stem = a.block == block::residual || a.block == block::glu;
    activation const* const f = a.block == block::maxout ? nullptr : &activation_named(a.activation);
    kernel const k = f ? f->of(a.block, a.per_channel) : maxout_of(a.pieces);
    if (!k)
        throw std::invalid_argument(
            a.activation + (a.block == block::glu ? " takes one value, not a gate and a value: choose another block"
                                                  : " takes a gate and a value: it stands in the block glu alone"));

    if (has_stem) all.push_back({stem(), a.inputs, a.width, 0, 0, 0, 0, 0});
    for (std::size_t i = 0; i < a.depth; ++i)
        all.push_back({k, all.empty() ? a.inputs : a.width, a.width, f ? f->learned.size() : 0, 0, 0, 0, 0});
    last.inputs = all.empty() ? a.inputs : a.width;

    std::size_t size = 0;
    auto const take = [&](std::size_t n) { return std::exchange(size, size + n); };
    for (layer& l : all) l.matrix = take(l.inputs * l.width * l.k.pieces);
    last.matrix = take(last.inputs * a.classes);
    matrices = size;
    for (layer& l : all) {
        l.bias = take(l.width * l.k.pieces);
        l.norm = take(l.k.norm ? l.width : 0);
        l.parameters = take(l.learned * parameter_width(l));
    }
    last.bias = take(a.classes);

    values.assign(size, 0.0f);
    std::mt19937_64 random(seed);
    for (layer const& l : all) {
        normal(weights().subspan(l.matrix, l.inputs * l.width * l.k.pieces),
               a.gain / std::sqrt(static_cast<double>(l.inputs)), random);
        if (l.k.norm) std::ranges::fill(weights().subspan(l.norm, l.width), 1.0f);
        for (std::size_t p = 0; p < l.learned; ++p)
            std::ranges::fill(weights().subspan(l.parameters + p * parameter_width(l), parameter_width(l)),
                              static_cast<float>(f->learned[p].start));
    }
    normal(weights().subspan(last.matrix, last.inputs * a.classes), 1 / std::sqrt(static_cast<double>(last.inputs)),
           random);
}

network::pass::pass(network const& n, std::size_t most_rows) : net(n), data(n.all.size()) {
    for (std::size_t i = 0; i < data.size(); ++i) {
        layer const& l = n.all[i];
        std::size_t const size = most_rows * l.width;
        data[i].product.resize(size * l.k.pieces);
        data[i].hidden.resize(size);
        if (l.k.norm) data[i].normed.resize(size);
    }
    logits.resize(most_rows * n.of.classes);
    dhidden.resize(most_rows * n.of.width);
    dnormed.resize(most_rows * n.of.width);
}

std::span<float const> network::pass::hidden(std::size_t layer) const {
    return std::span(data[layer].hidden).first(row_count * net.all[layer].width);
}

void network::pass::forward_to_logits(std::span<float const> samples) {
    row_count = samples.size() / net.of.inputs;
    float const* const w = net.values.data();
    float const* in = samples.data();
    for (std::size_t i = 0; i < data.size(); ++i) {
        layer const& l = net.all[i];
        layer_data& d = data[i];
        multiply({in, row_count, l.inputs}, {w + l.matrix, l.inputs, l.width * l.k.pieces}, d.product.data());
        l.k.forward({.rows = row_count,
                     .width = l.width,
                     .product = d.product.data(),
                     .bias = w + l.bias,
                     .parameters = w + l.parameters,
                     .skip = l.k.residual ? data[i - 1].hidden.data() : nullptr,
                     .weight = w + l.norm,
                     .hidden = d.hidden.data(),
                     .normed = d.normed.data()});
        in = d.out().data();
    }
    multiply({in, row_count, net.last.inputs}, {w + net.last.matrix, net.last.inputs, net.of.classes}, logits.data());
}

loss_call network::pass::loss(std::span<float const> labels) {
    loss_call call;
    call.rows = row_count;
    call.classes = net.of.classes;
    call.logits = logits.data();
    call.bias = net.values.data() + net.last.bias;
    call.labels = labels.data();
    call.one_against_rest = net.of.one_against_rest;
    return call;
}

score network::pass::forward(std::span<float const> samples, std::span<float const> labels) {
    forward_to_logits(samples);
    return loss_alone(loss(labels));
}

score network::pass::forward_and_backward(std::span<float const> samples, std::span<float const> labels, float scale,
                                          std::span<float> gradient) {
    forward_to_logits(samples);
    float const* const w = net.values.data();
    float* const g = gradient.data();

    loss_call call = loss(labels);
    call.scale = scale;
    call.dbias = g + net.last.bias;
    score const sums = loss_and_gradient(call);

    float const* const input = data.empty() ? samples.data() : data.back().out().data();
    std::size_t const classes = net.of.classes;
    multiply_transposed_left({input, row_count, net.last.inputs}, {logits.data(), row_count, classes},
                             g + net.last.matrix);

    // The gradient by what the layer above took in: by normed where there is one, else by hidden.
    matrix above{logits.data(), row_count, classes};
    matrix above_weights{w + net.last.matrix, net.last.inputs, classes};
    if (gradient_norms) gradient_norms->assign(data.size(), 0.0);
    for (std::size_t i = data.size(); i-- > 0;) {
        layer const& l = net.all[i];
        layer_data& d = data[i];
        std::size_t const columns = l.width * l.k.pieces;
        multiply_transposed_right(above, above_weights, l.k.norm ? dnormed.data() : dhidden.data());
        if (i + 1 == data.size() && l.k.norm) og::evaluate(0_c, dhidden);

        l.k.backward({.rows = row_count,
                      .width = l.width,
                      .product = d.product.data(),
                      .bias = w + l.bias,
                      .parameters = w + l.parameters,
                      .weight = w + l.norm,
                      .hidden = d.hidden.data(),
                      .dnormed = dnormed.data(),
                      .dhidden = dhidden.data(),
                      .dbias = g + l.bias,
                      .dparameters = g + l.parameters,
                      .dweight = g + l.norm});

        float const* const in = i > 0 ? data[i - 1].out().data() : samples.data();
        multiply_transposed_left({in, row_count, l.inputs}, {d.product.data(), row_count, columns}, g + l.matrix);
        if (gradient_norms) (*gradient_norms)[i] = norm_of({g + l.matrix, l.inputs * columns});
        above = {d.product.data(), row_count, columns};
        above_weights = {w + l.matrix, l.inputs, columns};
    }
    return sums;
}

}  // namespace train
