// The mean of what a layer puts out, and what a positive one does to training.

#include "claims.hpp"

#include "add_activation.hpp"

namespace claims {

namespace {

namespace og = ogive;
using namespace og::literals;

// A sigmoid moved down to 0: the same derivative, another mean.
[[maybe_unused]] bool const added =
    train::add(og::activation<"sigmoid_less_half">([](auto x) { return og::sigmoid(x) - 0.5_c; }));

}  // namespace

section zero_centred(bench const& b) {
    section s(
        "zero_centred", "Zero-centred",
        "sigmoid's outputs have a positive mean, tanh's are centred at 0; the positive mean slows training down.");
    std::vector<std::string> const names{"sigmoid", "sigmoid_less_half", "tanh", "relu", "elu", "gelu"};
    std::size_t const samples = b.quick ? 2000 : 20000, epochs = b.quick ? 2 : 8, depth = 4;
    std::vector<experiment> all, start;
    for (std::string const& name : names) {
        all.push_back(plain(name, depth, 128, samples, epochs));
        if (name.starts_with("sigmoid") || name == "tanh") all.back().how.network.gain = 1;
    }
    auto const results = run(b, all);

    s.method(
        "Four layers of 128 units, weights normal with deviation 1 / sqrt(inputs) for the first three, sqrt(2 / "
        "inputs) for "
        "the others. Mean and variance of the outputs at the start, first and last layer; training loss after " +
        std::to_string(epochs) + " epochs over " + std::to_string(samples) +
        " images. sigmoid_less_half is sigmoid(x) - 1/2: the same derivative, centred at 0.");
    s.header({"activation", "mean, layer 1", "mean, layer 4", "variance, layer 4", "training loss", "test error"});
    train::samples const set = b.first(128);
    std::vector<series> lines;
    for (std::size_t n = 0; n < names.size(); ++n) {
        train::trainer t(all[n].how, set);
        t.step();
        auto const moments = [&](std::size_t layer) {
            double sum = 0, squares = 0;
            auto const h = t.pass().hidden(layer);
            for (double const x : h) sum += x, squares += x * x;
            double const mean = sum / static_cast<double>(h.size());
            return std::pair(mean, squares / static_cast<double>(h.size()) - mean * mean);
        };
        s.row({names[n], text(moments(0).first, 3), text(moments(depth - 1).first, 3),
               text(moments(depth - 1).second, 4), text(losses(results[n]), 4), text(test_errors(results[n]), 2, 100)});
        lines.push_back(loss_curve(names[n], results[n]));
    }
    s.picture("step", "training loss", lines, "set logscale y");
    spread const sigmoid = losses(results[0]), centred = losses(results[1]), tanh = losses(results[2]);
    bool const holds = above(sigmoid, centred) && above(sigmoid, tanh);
    s.verdict(std::string(holds                  ? "holds"
                          : above(sigmoid, tanh) ? "holds only beside tanh, whose slope is larger too"
                                                 : "does not hold here") +
              ": the training loss is " + text(sigmoid, 3) + " with sigmoid, " + text(centred, 3) +
              " with the same curve less 1/2, " + text(tanh, 3) + " with tanh.");
    return s;
}

}  // namespace claims
