#include "trainer.hpp"

#include "optimizer.hpp"
#include "products.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <random>
#include <stdexcept>

namespace train {

namespace {

/// Runs part(k) for each k below count, in as many threads.
template <class Part>
void each(std::size_t count, Part const& part) {
    if (count == 1) return part(std::size_t(0));
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, count, 1),
        [&](auto const& range) {
            for (std::size_t k = range.begin(); k < range.end(); ++k) part(k);
        },
        tbb::simple_partitioner());
}

/// Part k of n things shared among `parts`.
struct share {
    std::size_t first, count;
    share(std::size_t k, std::size_t parts, std::size_t n) : first(n * k / parts), count(n * (k + 1) / parts - first) {}
};

double now_in_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

trainer::trainer(settings const& s, samples const& t) : how(s), training(t), net(s.network, s.seed) {
    if (how.batch == 0 || how.threads == 0) throw std::invalid_argument("a batch and the threads are at least one");
    if (training.inputs != how.network.inputs)
        throw std::invalid_argument("the samples have another size than the network takes");
    if (how.threads > 1) limit.emplace(tbb::global_control::max_allowed_parallelism, how.threads);
    std::size_t const size = net.weights().size();
    passes = std::vector<network::pass>(how.threads, network::pass(net, (how.batch + how.threads - 1) / how.threads));
    gradients.assign(how.threads, std::vector<float>(size));
    batch_pixels.resize(how.batch * training.inputs);
    batch_labels.resize(how.batch);
    now.first.assign(size, 0.0f);
    now.second.assign(how.optimizer == optimizer::adamw ? size : 0, 0.0f);
}

/// The order of an epoch depends on the seed and the epoch alone, so that a run can start anywhere.
void trainer::shuffle() {
    if (order_of == now.epoch) return;
    order.resize(training.count);
    std::iota(order.begin(), order.end(), std::uint32_t(0));
    std::seed_seq from{how.seed & 0xffffffff, how.seed >> 32, now.epoch};
    std::mt19937_64 random(from);
    std::shuffle(order.begin(), order.end(), random);
    order_of = now.epoch;
}

score trainer::shared(std::span<float const> pixels, std::span<float const> labels, bool backward) {
    std::vector<score> sums(how.threads);
    std::vector<double> products(how.threads);
    float const scale = 1 / static_cast<float>(labels.size());
    each(how.threads, [&](std::size_t k) {
        share const own(k, how.threads, labels.size());
        auto const own_pixels = pixels.subspan(own.first * training.inputs, own.count * training.inputs);
        auto const own_labels = labels.subspan(own.first, own.count);
        double const before = seconds_in_products();
        sums[k] = backward ? passes[k].forward_and_backward(own_pixels, own_labels, scale, gradients[k])
                           : passes[k].forward(own_pixels, own_labels);
        products[k] = seconds_in_products() - before;
    });
    if (backward) clock.products += std::accumulate(products.begin(), products.end(), 0.0) / double(how.threads);
    return std::accumulate(sums.begin(), sums.end(), score{}, [](score a, score const& b) { return a += b; });
}

score trainer::step() {
    double const start = now_in_seconds();
    shuffle();
    std::size_t const first = now.batch * how.batch;
    batch_count = std::min(how.batch, training.count - first);
    for (std::size_t i = 0; i < batch_count; ++i) {
        std::size_t const from = order[first + i];
        std::copy_n(training.pixels.data() + from * training.inputs, training.inputs,
                    batch_pixels.data() + i * training.inputs);
        batch_labels[i] = training.labels[from];
    }
    score const sums = shared(pixels(), labels(), true);
    ++now.step;
    double const before = now_in_seconds();
    update();
    now.sums += sums;
    ++now.batch;
    double const end = now_in_seconds();
    clock.optimizer += end - before;
    clock.total += end - start;
    ++clock.steps;
    return sums;
}

void trainer::update() {
    auto const step = static_cast<double>(now.step);
    struct update u {};
    u.rate = static_cast<float>(how.rate);
    u.momentum = static_cast<float>(how.momentum);
    u.beta1 = 0.9f;
    u.beta2 = 0.999f;
    u.epsilon = 1e-8f;
    u.correction1 = static_cast<float>(1 / (1 - std::pow(0.9, step)));
    u.correction2 = static_cast<float>(1 / (1 - std::pow(0.999, step)));

    each(how.threads, [&](std::size_t k) {
        for (bool const decayed : {true, false}) {  // the matrices shrink, the rest does not
            std::size_t const start = decayed ? 0 : net.decayed();
            share const own(k, how.threads, (decayed ? net.decayed() : net.weights().size()) - start);
            std::size_t const first = start + own.first;
            for (std::size_t t = 1; t < how.threads; ++t)
                add(std::span(gradients[t]).subspan(first, own.count),
                    std::span(gradients[0]).subspan(first, own.count));

            struct update mine = u;
            mine.decay = decayed ? static_cast<float>(how.weight_decay) : 0.0f;
            mine.weights = net.weights().subspan(first, own.count);
            mine.gradient = std::span(gradients[0]).subspan(first, own.count);
            mine.first = std::span(now.first).subspan(first, own.count);
            if (how.optimizer == optimizer::adamw) {
                mine.second = std::span(now.second).subspan(first, own.count);
                adamw_step(mine);
            } else {
                sgd_step(mine);
            }
        }
    });
}

score trainer::evaluate(samples const& s) {
    score sums;
    for (std::size_t first = 0; first < s.count; first += how.batch) {
        std::size_t const count = std::min(how.batch, s.count - first);
        sums += shared(std::span(s.pixels).subspan(first * s.inputs, count * s.inputs),
                       std::span(s.labels).subspan(first, count), false);
    }
    return sums;
}

epoch_result const& trainer::finish_epoch(samples const& test) {
    score const tested = evaluate(test);
    auto const n = static_cast<double>(training.count), m = static_cast<double>(test.count);
    now.results.push_back({now.sums.loss / n, now.sums.correct / n, tested.loss / m, tested.correct / m});
    next_epoch();
    return now.results.back();
}

void trainer::next_epoch() {
    ++now.epoch;
    now.batch = 0;
    now.sums = {};
}

state trainer::snapshot() const {
    state s = now;
    s.weights.assign(net.weights().begin(), net.weights().end());
    return s;
}

void trainer::resume(state const& s) {
    if (s.weights.size() != net.weights().size() || s.first.size() != now.first.size() ||
        s.second.size() != now.second.size())
        throw std::invalid_argument("the checkpoint is that of another network");
    now = s;
    std::ranges::copy(s.weights, net.weights().begin());
    now.weights.clear();
}

}  // namespace train
