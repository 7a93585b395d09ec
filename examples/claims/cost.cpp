// Nanoseconds per element.

#include "claims.hpp"

#include <ogive/ogive.hpp>

#include <algorithm>
#include <chrono>
#include <span>

namespace claims {

namespace {

namespace og = ogive;
using namespace og::literals;

constexpr std::size_t rows = 32, width = 256, repetitions = 300;

/// The spread over the seeds' stretches of the fastest call in each, in ns per element.
template <class Call>
spread nanoseconds(std::size_t stretches, Call const& call) {
    std::vector<double> each;
    for (std::size_t s = 0; s < stretches; ++s) {
        double fastest = 1;
        for (std::size_t i = 0; i < repetitions; ++i) {
            auto const start = std::chrono::steady_clock::now();
            call();
            fastest =
                std::min(fastest, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
        each.push_back(1e9 * fastest / (rows * width));
    }
    return spread_of(each);
}

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;
constexpr og::param<"bias"> bias;

/// silu(product + bias), one pass for each operation.
void silu_by_operation(train::forward_call const& c, float* t) {
    auto const m = [](auto* p) { return og::matrix(p, rows, width); };
    og::evaluate(x + bias, m(c.hidden), x = m(c.product), bias = std::span(c.bias, width));
    og::evaluate(og::exp(-x), m(t), x = m(c.hidden));
    og::evaluate(1_c + x, m(t), x = m(t));
    og::evaluate(x / y, m(c.hidden), x = m(c.hidden), y = m(t));
}

}  // namespace

section cost(bench const& b) {
    section s("cost", "Cost", "exp is dear: sigmoid, tanh, elu, swish and gelu cost several times what relu does.");
    std::vector<std::string> const names{"relu", "leaky_relu", "prelu", "elu",  "selu",     "sigmoid",
                                         "tanh", "swish",      "silu",  "gelu", "softplus", "mish"};
    std::vector<float> product(rows * width), gradient(rows * width), hidden(rows * width), dhidden(rows * width),
        other(rows * width), vectors(4 * width, 0.25f), dvectors(4 * width);
    for (std::size_t i = 0; i < product.size(); ++i) product[i] = static_cast<float>(i % 997) / 166 - 3;

    s.method(
        "One thread, 8192 elements that stay in the cache, bias and activation in one pass; backward, with a copy of "
        "the product: the gradient by the "
        "product, the bias and what is learned. The fastest of " +
        std::to_string(repetitions) +
        " calls, thrice. Last column: the share of a training step outside matrix products, three layers of 128 units, "
        "batches of 128, AdamW; the optimiser and the gathering of the batch are in it.");
    s.header({"activation", "forward, ns", "backward, ns", "forward / relu", "step outside products"});
    train::forward_call f;
    f.rows = rows;
    f.width = width;
    f.product = product.data();
    f.bias = vectors.data();
    f.parameters = vectors.data() + width;
    f.hidden = hidden.data();
    train::backward_call g;
    g.rows = rows;
    g.width = width;
    g.product = gradient.data();
    g.bias = vectors.data();
    g.parameters = vectors.data() + width;
    g.dhidden = dhidden.data();
    g.dbias = dvectors.data();
    g.dparameters = dvectors.data() + width;

    train::samples const set = b.first(2560);
    series forward{"forward", {}, {}}, backward{"backward", {}, {}};
    double relu = 0, silu = 0, least = 1e9, most = 0;
    std::string ticks;
    for (std::size_t n = 0; n < names.size(); ++n) {
        train::activation const& a = train::activation_named(names[n]);
        spread const there = nanoseconds(b.seeds(), [&] { a.plain.forward(f); });
        spread const back = nanoseconds(b.seeds(), [&] {
            std::ranges::copy(product, gradient.begin());  // what the call overwrites
            a.plain.backward(g);
        });
        train::trainer t(plain(names[n], 3, 128, set.count, 1).how, set);
        while (!t.epoch_is_over()) t.step();
        if (n == 0) relu = there.mean;
        if (names[n] == "silu") silu = there.mean;
        if (n > 2) least = std::min(least, there.mean / relu), most = std::max(most, there.mean / relu);
        s.row({names[n], text(there, 3), text(back, 3), text(there.mean / relu, 2),
               text(100 * (1 - t.spent().products / t.spent().total), 0) + " %"});
        forward.x.push_back(static_cast<double>(n));
        forward.y.push_back(there.mean);
        backward.x.push_back(static_cast<double>(n));
        backward.y.push_back(back.mean);
        ticks += (n ? ", '" : "'") + names[n] + "' " + std::to_string(n);
    }
    spread const slow = nanoseconds(b.seeds(), [&] { silu_by_operation(f, other.data()); });
    s.row({"silu, a pass for each operation", text(slow, 3), "", text(slow.mean / relu, 2), ""});
    s.picture("", "ns per element", {forward, backward}, "set xtics (" + ticks + ") rotate by -45 noenhanced");
    s.verdict(std::string(least >= 2  ? "holds"
                          : most >= 2 ? "holds only for some"
                                      : "does not hold here") +
              ": those with an exponential take " + text(least, 1) + " to " + text(most, 1) +
              " times as long as relu forward; fused, silu takes " + text(silu / slow.mean, 2) +
              " of the time of one pass for each operation.");
    return s;
}

}  // namespace claims
