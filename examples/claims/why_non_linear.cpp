// Hidden layers that are linear, or steps.

#include "claims.hpp"

#include "products.hpp"

#include <cmath>

namespace claims {

namespace {

/// The largest difference of a linear network's logits from those of the one matrix that its layers multiply to, as a
/// part of the largest logit. Biases are left out of both: the product's is the logits of a sample of zeros.
double distance_from_one_layer(train::trainer& trainer, train::samples const& set) {
    train::network const& net = trainer.network();
    std::vector<float> product;
    std::size_t rows = 0, columns = 0;
    auto const append = [&](std::size_t at, std::size_t in, std::size_t out) {
        float const* const w = net.weights().data() + at;
        if (product.empty()) {
            product.assign(w, w + in * out);
            rows = in;
        } else {
            std::vector<float> next(rows * out);
            train::multiply({product.data(), rows, columns}, {w, in, out}, next.data());
            product = std::move(next);
        }
        columns = out;
    };
    for (auto const& l : net.layers()) append(l.matrix, l.inputs, l.width);
    append(net.head().matrix, net.head().inputs, net.shape().classes);

    std::size_t const n = 100;
    std::vector<float> logits(n * columns), through(n * columns),
        h(set.pixels.begin(), set.pixels.begin() + static_cast<std::ptrdiff_t>(n * set.inputs));
    train::multiply({h.data(), n, rows}, {product.data(), rows, columns}, logits.data());
    auto const layer = [&](std::size_t at, std::size_t in, std::size_t out) {
        std::vector<float> next(n * out);
        train::multiply({h.data(), n, in}, {net.weights().data() + at, in, out}, next.data());
        h = std::move(next);
    };
    for (auto const& l : net.layers()) layer(l.matrix, l.inputs, l.width);
    layer(net.head().matrix, net.head().inputs, net.shape().classes);
    double largest = 0, difference = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        largest = std::max(largest, std::abs(double(h[i])));
        difference = std::max(difference, std::abs(double(h[i]) - logits[i]));
    }
    return difference / largest;
}

}  // namespace

section why_non_linear(bench const& b) {
    section s(
        "why_non_linear", "Why non-linear at all",
        "linear hidden layers gain nothing by depth, being one layer together; binary steps pass no gradient on.");
    std::size_t const samples = b.quick ? 2000 : 20000, epochs = b.quick ? 2 : 6;
    std::vector<std::size_t> const depths{1, 2, 4, 8};
    std::vector<std::string> const names{"identity", "step", "relu"};

    std::vector<experiment> all{plain("identity", 0, 128, samples, epochs)};
    for (std::string const& name : names)
        for (std::size_t const depth : depths) {
            all.push_back(plain(name, depth, 128, samples, epochs));
        }
    auto const results = run(b, all, [](train::trainer& t, train::samples const& set) {
        return t.network().shape().activation == "identity" ? distance_from_one_layer(t, set) : 0.0;
    });

    s.method(std::to_string(epochs) + " epochs over " + std::to_string(samples) +
             " images, layers of 128 units. Test error in % at the end; gradient: the norm of that by the first "
             "matrix, at the start; the network without hidden layers stands at depth 0. Linear layers gain by depth "
             "where the best depth is better than none by more than the spread, and are one layer where the product of "
             "their matrices gives the same logits within 1e-4 of the largest.");
    s.header({"activation", "depth", "test error", "gradient of the first layer"});
    s.row({"none", "0", text(test_errors(results[0]), 2, 100), ""});
    train::samples const set = b.first(128);
    std::vector<series> lines;
    bool step_passes = false;
    double one_layer = 0;
    spread best_relu{1}, best_linear{1};
    for (std::size_t n = 0; n < names.size(); ++n) {
        lines.push_back({names[n]});
        for (std::size_t d = 0; d < depths.size(); ++d) {
            std::size_t const k = 1 + n * depths.size() + d;
            spread const error = test_errors(results[k]);
            spread const gradient = first_gradient(b, all[k].how, set);
            s.row({names[n], std::to_string(depths[d]), text(error, 2, 100), text(gradient, 4)});
            lines.back().add(static_cast<double>(depths[d]), error, 100);
            if (names[n] == "identity") {
                best_linear = error.mean < best_linear.mean ? error : best_linear;
                one_layer = std::max(one_layer, measured(results[k]).mean);
            }
            if (names[n] == "step") step_passes |= gradient.mean != 0;
            if (names[n] == "relu") best_relu = error.mean < best_relu.mean ? error : best_relu;
        }
    }
    s.picture("depth", "test error in %", lines);
    char difference[32];
    std::snprintf(difference, sizeof difference, "%.0e", one_layer);
    spread const none = test_errors(results[0]);
    bool const linear_is_one = !above(none, best_linear) && one_layer < 1e-4;
    s.verdict(std::string(linear_is_one && !step_passes ? "holds"
                          : linear_is_one               ? "holds only for linear layers"
                          : !step_passes                ? "holds only for steps"
                                                        : "does not hold here") +
              ": without hidden layers the test error is " + text(none, 2, 100) + " %, with linear ones " +
              text(best_linear, 2, 100) + " %, with relu " + text(best_relu, 2, 100) +
              " %, at the best depth of each; the product of the linear ones' matrices gives their logits "
              "within " +
              std::string(difference) + " of the largest; the gradient through steps is " +
              (step_passes ? "not 0." : "exactly 0."));
    return s;
}

}  // namespace claims
