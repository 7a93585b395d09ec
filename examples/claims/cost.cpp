// Nanoseconds per element of every activation, and its share of a training step.

#include "claims.hpp"

#include "cost_part.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <numeric>
#include <string>
#include <vector>

namespace claims {

std::vector<timed>& timed_activations() {
    static std::vector<timed> all;
    return all;
}

namespace {

[[maybe_unused]] bool const added = add_timed<std::remove_cvref_t<decltype(ogive::maxout)>, 2, false>();

constexpr std::size_t rows = 32, width = 256;

/// What a kernel is timed with.
struct buffers {
    std::vector<float> product = std::vector<float>(2 * rows * width), gradient = product,
                       hidden = std::vector<float>(rows * width), dhidden = std::vector<float>(rows * width, 0.5f),
                       bias = std::vector<float>(2 * width, 0.25f), dbias = bias, parameters, dparameters;

    explicit buffers(std::span<ogive::hyper_parameter const> learned) : dparameters(learned.size()) {
        for (std::size_t i = 0; i < product.size(); ++i) product[i] = static_cast<float>(i % 997) / 166 - 3;
        for (ogive::hyper_parameter const& p : learned) parameters.push_back(static_cast<float>(p.start));
    }

    void forward(train::kernel const& k) {
        k.forward({.rows = rows,
                   .width = width,
                   .product = product.data(),
                   .bias = bias.data(),
                   .parameters = parameters.data(),
                   .hidden = hidden.data()});
    }
    void backward(train::kernel const& k) {
        k.backward({.rows = rows,
                    .width = width,
                    .product = gradient.data(),
                    .bias = bias.data(),
                    .parameters = parameters.data(),
                    .dhidden = dhidden.data(),
                    .dbias = dbias.data(),
                    .dparameters = dparameters.data()});
    }
};

/// Of the fastest of so many calls, in ns per element; prepare() is not timed.
double nanoseconds(std::size_t calls, auto const& prepare, auto const& call) {
    double fastest = 1;
    for (std::size_t i = 0; i < calls; ++i) {
        prepare();
        auto const start = std::chrono::steady_clock::now();
        call();
        fastest = std::min(fastest, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return 1e9 * fastest / (rows * width);
}

enum direction { forward, backward };

struct way {
    std::vector<double> rounds[2];
    spread time[2], share;  ///< of each direction; of a training step, what is outside the products
};
struct measured_cost {
    timed const* of;
    way fused, by_operation;
};

void take(std::vector<double>* times, timed const& t, train::kernel const& k, std::size_t calls) {
    buffers with(t.learned);
    times[forward].push_back(nanoseconds(
        calls, [] {}, [&] { with.forward(k); }));
    times[backward].push_back(nanoseconds(
        calls, [&] { std::ranges::copy(with.product, with.gradient.begin()); }, [&] { with.backward(k); }));
}

/// Of a network with that kernel.
spread outside_products(bench const& b, timed const& t, std::string const& name, train::kernel const& k) {
    static std::deque<std::string> names;  // what an activation is called lives as long as the program
    names.push_back(name);
    train::add({names.back(), t.learned, {k, {}, k}, {}});
    experiment e = plain(name, 3, 128, 0, 1);
    if (t.gate) e = in_blocks(e, train::block::glu);
    return fastest_step(b, e, [](train::times const& spent) { return 1 - spent.products / spent.total; });
}

std::vector<measured_cost> measure(bench const& b, std::size_t calls) {
    std::vector<timed>& all = timed_activations();
    std::ranges::sort(all, {}, &timed::name);
    std::vector<measured_cost> costs(all.size());
    // Round by round, so that a disturbance does not meet all rounds of one.
    for (std::size_t round = 0; round < b.seeds(); ++round)
        for (std::size_t n = 0; n < all.size(); ++n) {
            costs[n].of = &all[n];
            take(costs[n].fused.rounds, all[n], all[n].fused.alone, calls);
            take(costs[n].by_operation.rounds, all[n], all[n].by_operation.alone, calls);
        }
    for (measured_cost& c : costs) {
        std::string const name(c.of->name);
        for (way* const w : {&c.fused, &c.by_operation})
            for (direction const d : {forward, backward}) w->time[d] = spread_of(w->rounds[d]);
        c.fused.share = outside_products(b, *c.of, name + ", fused", c.of->fused.in_network);
        c.by_operation.share = outside_products(b, *c.of, name + ", by operation", c.of->by_operation.in_network);
    }
    return costs;
}

double median(std::vector<double> v) {
    std::ranges::sort(v);
    return v.empty() ? NAN : (v[(v.size() - 1) / 2] + v[v.size() / 2]) / 2;
}

}  // namespace

section cost(bench const& b) {
    section s("cost", "Cost", "exp is dear: sigmoid, tanh, elu, swish and gelu cost several times what relu does.");
    std::size_t const calls = b.quick ? 200 : 2000;
    std::vector<measured_cost> const all = measure(b, calls);
    s.method(
        "Every elementwise or gated activation of the catalogue, and maxout of two pieces. One thread, 8192 elements "
        "that stay in the cache, bias and activation; backward: the gradient by the product, the bias and what is "
        "learned. Fused in one pass, and with a pass for each operation of the same formula, whose backward copies the "
        "product first, as the gradient takes its place. The fastest of " +
        std::to_string(calls) +
        " calls, in three rounds. A gate and maxout take two products for an element. Last columns: the share of a "
        "training step outside matrix products, three layers of 128 units, the fastest of 20 with each seed; the "
        "optimiser and the gathering of the batch are in it. A gate stands in residual blocks, whose rms_norm is in it "
        "too, and is a pass for each operation as well; there two products are read one behind the other, for the "
        "time alone. Several times is at least twice, by more than the spread. In the picture the "
        "cheapest stands at the top.");
    s.header({"activation", "forward, ns", "backward, ns", "forward / relu", "backward / relu",
              "by operation: forward, ns", "backward, ns", "step outside products", "by operation"});

    auto const named = [&](std::string_view name) -> measured_cost const& {
        return *std::ranges::find(all, name, [](measured_cost const& c) { return c.of->name; });
    };
    measured_cost const& relu = named("relu");
    auto const times_relu = [&](measured_cost const& c, direction d) {
        double const one = relu.fused.time[d].mean;
        return spread{c.fused.time[d].mean / one, c.fused.time[d].deviation / one};
    };
    for (measured_cost const& c : all)
        s.row({std::string(c.of->name), text(c.fused.time[forward], 3), text(c.fused.time[backward], 3),
               text(times_relu(c, forward).mean, 2), text(times_relu(c, backward).mean, 2),
               text(c.by_operation.time[forward], 3), text(c.by_operation.time[backward], 3),
               text(c.fused.share, 1, 100) + " %", text(c.by_operation.share, 1, 100) + " %"});

    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [&](std::size_t n) { return all[n].fused.time[forward].mean; });
    std::vector<series> points{
        {"forward"}, {"forward, by operation", true}, {"backward"}, {"backward, by operation", true}};
    std::vector<std::string> names;
    for (std::size_t const n : order) {
        auto const row = static_cast<double>(names.size());
        for (direction const d : {forward, backward}) {
            points[2 * std::size_t(d)].add(row, all[n].fused.time[d]);
            points[2 * std::size_t(d) + 1].add(row, all[n].by_operation.time[d]);
        }
        names.emplace_back(all[n].of->name);
    }
    s.picture_of_rows(names, "ns per element", points, "set logscale x");

    // The claim, of those that it names.
    std::vector<std::string> dear[2], ratios[2];
    constexpr std::string_view claimed[] = {"sigmoid", "tanh", "elu", "swish", "gelu"};
    for (std::string_view const name : claimed)
        for (direction const d : {forward, backward}) {
            spread const r = times_relu(named(name), d), one = times_relu(relu, d);
            ratios[d].push_back(std::string(name) + " " + text(r, 1));
            if (above(r, {2 * one.mean, 2 * one.deviation})) dear[d].emplace_back(name);
        }
    std::size_t const found = dear[forward].size() + dear[backward].size();
    // All of the catalogue.
    std::vector<double> with, without, gain[2];
    measured_cost const *most = &relu, *most_by_operation = &relu;
    for (measured_cost const& c : all) {
        (c.of->exponential ? with : without).push_back(times_relu(c, forward).mean);
        for (direction const d : {forward, backward})
            gain[d].push_back(c.by_operation.time[d].mean / c.fused.time[d].mean);
        if (c.fused.share.mean > most->fused.share.mean) most = &c;
        if (c.by_operation.share.mean > most_by_operation->by_operation.share.mean) most_by_operation = &c;
    }
    auto const share = [](spread relus, spread mosts, std::string_view name) {
        return text(relus, 1, 100) + " % with relu, at most " + text(mosts, 1, 100) + " % (" + std::string(name) + ")";
    };
    s.verdict(std::string(found == 2 * std::size(claimed) ? "holds"
                          : found > 0                     ? "holds only for some"
                                                          : "does not hold here") +
              ": several times as long as relu take, forward: " + list(dear[forward]) +
              "; backward: " + list(dear[backward]) + " (times relu, forward: " + list(ratios[forward]) +
              "; backward: " + list(ratios[backward]) + "). In the median the " + std::to_string(with.size()) +
              " with an exponential or the like take " + text(median(with), 1) +
              " times as long as relu forward, the " + std::to_string(without.size()) + " without " +
              text(median(without), 1) + ". Of a training step " +
              share(relu.fused.share, most->fused.share, most->of->name) +
              " are spent outside matrix products; with a pass for each operation " +
              share(relu.by_operation.share, most_by_operation->by_operation.share, most_by_operation->of->name) +
              ". With a pass for each operation an activation takes in the median " + text(median(gain[forward]), 1) +
              " times as long forward, " + text(median(gain[backward]), 1) + " times backward.");
    return s;
}

}  // namespace claims
