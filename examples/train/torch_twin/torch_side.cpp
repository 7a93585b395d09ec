#include "torch_side.hpp"

#include <ATen/core/ivalue.h>  // before ATen.h: clang takes that as C++20 only then

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/record_function.h>
#include <torch/optim/adamw.h>

#include <chrono>
#include <cstring>
#include <string_view>
#include <vector>

namespace twin {

namespace {

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

// Seconds in matrix products, by libtorch's own hooks around its operators.
double product_seconds = 0, product_start = 0;
int product_depth = 0;

bool is_product(at::RecordFunction const& f) {
    std::string_view const name = f.name();
    return name == "aten::mm" || name == "aten::addmm";
}

at::CallbackHandle watch_products() {
    return at::addGlobalCallback(at::RecordFunctionCallback(
                                     [](at::RecordFunction const& f) -> std::unique_ptr<at::ObserverContext> {
                                         if (is_product(f) && product_depth++ == 0) product_start = now();
                                         return nullptr;
                                     },
                                     [](at::RecordFunction const& f, at::ObserverContext*) {
                                         if (is_product(f) && --product_depth == 0)
                                             product_seconds += now() - product_start;
                                     })
                                     .scopes({at::RecordScope::FUNCTION}));
}

at::Tensor rms_norm(at::Tensor const& x, at::Tensor const& weight) {
    return x * at::rsqrt(x.square().mean(-1, true) + 1e-5) * weight;
}

std::int64_t signed_size(std::size_t n) { return static_cast<std::int64_t>(n); }

}  // namespace

struct torch_side::parts {
    struct layer {
        at::Tensor matrix, bias, norm;
    };
    std::vector<layer> layers;
    at::Tensor head, head_bias;
    std::unique_ptr<torch::optim::AdamW> optimizer;
    at::CallbackHandle hook = watch_products();
    train::times spent;

    parts() = default;
    parts(parts const&) = delete;
    ~parts() { at::removeCallback(hook); }

    at::Tensor logits(at::Tensor const& x) const {
        at::Tensor h = at::addmm(layers[0].bias, x, layers[0].matrix), n = rms_norm(h, layers[0].norm);
        for (std::size_t i = 1; i < layers.size(); ++i) {
            auto const both = at::addmm(layers[i].bias, n, layers[i].matrix).chunk(2, 1);
            h = h + at::silu(both[0]) * both[1];
            n = rms_norm(h, layers[i].norm);
        }
        return at::addmm(head_bias, n, head);
    }
};

torch_side::torch_side(train::settings const& how, train::network const& net) : own(std::make_unique<parts>()) {
    at::set_num_threads(static_cast<int>(how.threads));
    std::vector<at::Tensor> decayed, others;
    auto const take = [&](std::vector<at::Tensor>& group, std::size_t at, std::vector<std::int64_t> const& sizes) {
        at::Tensor t = at::empty(sizes);
        std::memcpy(t.data_ptr<float>(), net.weights().data() + at,
                    static_cast<std::size_t>(t.numel()) * sizeof(float));
        group.push_back(t.requires_grad_());
        return group.back();
    };
    for (auto const& l : net.layers()) {
        std::int64_t const width = signed_size(l.width), columns = signed_size(l.width * l.k.pieces);
        own->layers.push_back({take(decayed, l.matrix, {signed_size(l.inputs), columns}),
                               take(others, l.bias, {columns}), take(others, l.norm, {width})});
    }
    std::int64_t const classes = signed_size(net.shape().classes);
    own->head = take(decayed, net.head().matrix, {signed_size(net.shape().width), classes});
    own->head_bias = take(others, net.head().bias, {classes});

    auto const options = [&](double decay) {
        return std::make_unique<torch::optim::AdamWOptions>(torch::optim::AdamWOptions(how.rate).weight_decay(decay));
    };
    own->optimizer = std::make_unique<torch::optim::AdamW>(
        std::vector<torch::optim::OptimizerParamGroup>{{decayed, options(how.weight_decay)}, {others, options(0)}});
}

torch_side::~torch_side() = default;

double torch_side::step(std::span<float const> pixels, std::span<float const> labels) {
    auto const rows = signed_size(labels.size());
    at::Tensor const x = at::from_blob(const_cast<float*>(pixels.data()), {rows, signed_size(pixels.size()) / rows});
    at::Tensor const y = at::from_blob(const_cast<float*>(labels.data()), {rows}).to(at::kLong);
    product_seconds = 0;

    double const start = now();
    at::Tensor const loss = at::cross_entropy_loss(own->logits(x), y);
    for (auto& group : own->optimizer->param_groups())
        for (at::Tensor& p : group.params()) p.mutable_grad().reset();
    loss.backward();
    double const before = now();
    own->optimizer->step();
    double const end = now();

    own->spent = {end - start, product_seconds, end - before};
    return loss.item<double>();
}

train::times const& torch_side::spent() const { return own->spent; }

}  // namespace twin
