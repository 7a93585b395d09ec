#pragma once
// Trains a network: batches, threads, the optimiser, and a state that can be saved between any two batches.

#include "data.hpp"
#include "network.hpp"

#include <tbb/global_control.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace train {

enum class optimizer { adamw, sgd };

struct settings {
    architecture network;
    train::optimizer optimizer = train::optimizer::adamw;
    double rate = 1e-3, weight_decay = 0.01, momentum = 0.9;
    std::size_t samples = 0;  ///< of the training set, the first; 0: all
    std::size_t batch = 128;
    std::uint64_t seed = 1;
    std::size_t threads = 1;  ///< the samples of a batch are shared among so many; part of what fixes the result
};

struct epoch_result {
    double loss = 0, accuracy = 0;  ///< means over the epoch's batches, each before its step
    double test_loss = 0, test_accuracy = 0;
};

/// What a training run is made of at any moment, beside the settings.
struct state {
    std::uint64_t epoch = 0, batch = 0, step = 0;  ///< the next batch of this epoch, the steps made
    score sums;                                    ///< of this epoch so far
    std::vector<float> weights, first, second;     ///< the optimiser's moments
    std::vector<epoch_result> results;
};

/// Seconds spent by one thread, since the trainer was made: not those of a run that it goes on from.
struct times {
    double total = 0, products = 0, optimizer = 0;
    std::uint64_t steps = 0;  ///< made in that time
};

class trainer {
public:
    trainer(settings const&, samples const& training);
    trainer(trainer const&) = delete;

    std::size_t batches() const { return (training.count + how.batch - 1) / how.batch; }
    /// The next batch; its sums over samples, before the step.
    score step();
    /// Whether the epoch has no batch left. finish_epoch then opens the next one.
    bool epoch_is_over() const { return now.batch == batches(); }
    epoch_result const& finish_epoch(samples const& test);
    void next_epoch();  ///< without a result
    score evaluate(samples const&);

    train::network& network() { return net; }
    /// Where the run is; without the weights.
    state const& at() const { return now; }
    state snapshot() const;
    /// Goes on from there. Throws std::invalid_argument where it is that of another network.
    void resume(state const&);
    /// Spent in step().
    times const& spent() const { return clock; }
    /// The samples of the last step.
    std::span<float const> pixels() const { return std::span(batch_pixels).first(batch_count * training.inputs); }
    std::span<float const> labels() const { return std::span(batch_labels).first(batch_count); }
    /// One thread's part of the last step.
    network::pass& pass(std::size_t thread = 0) { return passes[thread]; }

private:
    settings how;
    std::optional<tbb::global_control> limit;  // where there are several threads
    samples const& training;
    train::network net;
    state now;                          // its weights stand in the network
    std::vector<network::pass> passes;  // of each thread
    std::vector<std::vector<float>> gradients;
    std::vector<float> batch_pixels, batch_labels;
    std::size_t batch_count = 0;
    std::vector<std::uint32_t> order;  // of this epoch's samples
    std::uint64_t order_of = ~std::uint64_t(0);
    times clock;

    void shuffle();
    void update();
    score shared(std::span<float const> pixels, std::span<float const> labels, bool backward);
};

}  // namespace train
