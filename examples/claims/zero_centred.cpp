// The mean of what a layer puts out, and what a positive one does to the speed of training.

#include "claims.hpp"

#include "add_activation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace claims {

namespace {

namespace og = ogive;
using namespace og::literals;

// A sigmoid moved down to 0: the same derivative, another mean.
[[maybe_unused]] bool const added =
    train::add(og::activation<"sigmoid_less_half">([](auto x) { return og::sigmoid(x) - 0.5_c; }));

/// Steps until the loss, a mean over 10 steps, is below `loss`; all of them where it never is.
double steps_to(outcome const& o, double loss) {
    constexpr std::size_t at_once = 10;
    for (std::size_t i = at_once; i <= o.step_losses.size(); ++i) {
        auto const end = o.step_losses.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::accumulate(end - at_once, end, 0.0) < at_once * loss) return static_cast<double>(i);
    }
    return static_cast<double>(o.step_losses.size());
}

}  // namespace

section zero_centred(bench const& b) {
    section s(
        "zero_centred", "Zero-centred",
        "sigmoid's outputs have a positive mean, tanh's are centred at 0; the positive mean slows training down.");
    std::vector<std::string> const names{"sigmoid", "sigmoid_less_half", "tanh", "relu", "elu", "gelu"};
    std::vector<double> const targets{1.5, 1, 0.7, 0.5};
    std::size_t const samples = b.quick ? 2000 : 20000, epochs = b.quick ? 2 : 8, depth = 4;
    std::vector<experiment> all;
    for (std::string const& name : names) all.push_back(plain(name, depth, 128, samples, epochs));
    auto const results = run(b, all);

    s.method(
        "Four layers of 128 units. Mean and variance of the outputs of each at the start, over one batch. Then " +
        std::to_string(epochs) + " epochs over " + std::to_string(samples) +
        " images: the steps until the training loss, as a mean over 10 steps, is below a value; training loss and test "
        "error in % at the end. sigmoid_less_half is sigmoid(x) - 1/2: the same derivative, centred at 0. Outputs are "
        "centred where in each layer their mean lies within a tenth of their standard deviation from 0, and have a "
        "positive mean where it is larger than their standard deviation.");
    std::vector<std::string> header{"activation", "outputs"};
    for (std::size_t l = 1; l <= depth; ++l) header.push_back("layer " + std::to_string(l));
    s.header(header);
    train::samples const set = b.first(128);
    std::vector<double> least(names.size(), INFINITY), most(names.size());  // |mean| / deviation of the layers' outputs
    for (std::size_t n = 0; n < names.size(); ++n) {
        std::vector<std::vector<double>> means(depth), variances(depth);
        for (std::size_t seed = 1; seed <= b.seeds(); ++seed) {
            train::settings how = all[n].how;
            how.seed = seed;
            train::trainer t(how, set);
            t.step();
            for (std::size_t l = 0; l < depth; ++l) {
                double sum = 0, squares = 0;
                auto const h = t.pass().hidden(l);
                for (double const x : h) sum += x, squares += x * x;
                double const mean = sum / static_cast<double>(h.size());
                means[l].push_back(mean);
                variances[l].push_back(squares / static_cast<double>(h.size()) - mean * mean);
            }
        }
        std::vector<std::string> first{names[n], "mean"}, second{names[n], "variance"};
        for (std::size_t l = 0; l < depth; ++l) {
            first.push_back(text(spread_of(means[l]), 3));
            second.push_back(scientific(spread_of(variances[l])));
            double const off = spread_of(means[l]).mean / std::sqrt(spread_of(variances[l]).mean);
            least[n] = std::min(least[n], off);
            most[n] = std::max(most[n], std::abs(off));
        }
        s.row(first);
        s.row(second);
    }

    header = {"activation"};
    for (double const loss : targets) header.push_back("steps to loss " + text(loss, 1));
    header.insert(header.end(), {"training loss", "test error"});
    s.header(header);
    std::vector<series> lines;
    std::vector<std::vector<spread>> steps;
    auto const reached = [&](std::size_t n, double loss) {  // with every seed
        return std::ranges::all_of(results[n], [&](outcome const& o) {
            return steps_to(o, loss) < static_cast<double>(o.step_losses.size());
        });
    };
    for (std::size_t n = 0; n < names.size(); ++n) {
        std::vector<std::string> cells{names[n]};
        steps.emplace_back();
        for (double const loss : targets) {
            steps.back().push_back(over(results[n], [&](outcome const& o) { return steps_to(o, loss); }));
            cells.push_back(reached(n, loss) ? text(steps.back().back(), 0) : "not reached");
        }
        cells.push_back(text(losses(results[n]), 4));
        cells.push_back(text(test_errors(results[n]), 2, 100));
        s.row(cells);
        lines.push_back(loss_curve(names[n], results[n]));
    }
    s.picture("step", "training loss", lines, "set logscale y");
    // The losses that sigmoid takes more steps to than activation n, by more than the spread.
    auto const later_than = [&](std::size_t n) {
        std::string found;
        for (std::size_t k = 0; k < targets.size(); ++k)
            if (reached(n, targets[k]) && above(steps[0][k], steps[n][k]))
                found += (found.empty() ? "" : ", ") + text(targets[k], 1);
        return found;
    };
    std::string every, centred = later_than(1), tanh = later_than(2);
    for (double const loss : targets) every += (every.empty() ? "" : ", ") + text(loss, 1);
    auto const named = [](std::string const& losses) { return losses.empty() ? "none" : losses; };
    auto const count = [&](std::size_t n, std::size_t k) {
        return (reached(n, targets[k]) ? "" : "over ") + text(steps[n][k].mean, 0);
    };
    std::string example;
    for (std::size_t k = 0; k < targets.size(); ++k)
        example += (k ? ", " : "") + count(0, k) + " against " + count(1, k) + " to loss " + text(targets[k], 1);
    bool const means = least[0] > 1 && most[2] < 0.1;
    s.verdict((means && centred == every  ? "holds"
               : means && centred.empty() ? "holds only for the means"
               : !centred.empty()
                   ? "holds only " + std::string(means ? "" : "for the speed, ") + "to the losses " + centred
                   : std::string("does not hold here")) +
              ": the means of sigmoid's layers are at least " + text(least[0], 1) +
              " of their standard deviations, those of tanh's at most " + text(most[2], 2) +
              "; sigmoid takes more steps by more than the spread than the same curve less 1/2 to the losses: " +
              named(centred) + " (steps: " + example + "); than tanh to: " + named(tanh) +
              ". At the end sigmoid's training loss is " + text(losses(results[0]), 3) + ", that less 1/2 " +
              text(losses(results[1]), 3) + ", tanh's " + text(losses(results[2]), 3) + ".");
    return s;
}

}  // namespace claims
