#pragma once
// What every claim is shown with: runs over several seeds, their spread, a section of the page with its table, picture
// and verdict.

#include "trainer.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace claims {

/// Over the seeds.
struct spread {
    double mean = 0, deviation = 0;
};
spread spread_of(std::vector<double> const&);
/// "12.34 ± 0.05".
std::string text(spread, int digits, double factor = 1);
std::string text(double, int digits);
/// "1.2e-05 ± 3e-06".
std::string scientific(spread);
/// "a, b, c"; "none", if there are none.
std::string list(std::vector<std::string> const&);
/// Whether a is above b by more than both spreads together.
bool above(spread a, spread b);

/// A line of a picture, with its spread.
struct series {
    std::string name;
    bool dashed = false;  ///< in the colour of the line before it
    std::vector<double> x{};
    std::vector<spread> y{};

    void add(double at, spread value, double factor = 1) {
        x.push_back(at);
        y.push_back({factor * value.mean, factor * value.deviation});
    }
};

/// A section of the page.
class section {
public:
    /// `name` is that of the picture, `claim` one line.
    section(std::string name, std::string title, std::string claim);

    void method(std::string text) { how = std::move(text); }
    /// Begins a table; there may be several.
    void header(std::vector<std::string> cells) { tables.push_back({std::move(cells)}); }
    void row(std::vector<std::string> cells) { tables.back().push_back(std::move(cells)); }
    /// Lines over x; `axes` is gnuplot's, such as "set logscale y".
    void picture(std::string x, std::string y, std::vector<series> lines, std::string axes = "");
    /// Points in rows with these names instead: x is the row, y how far to the right.
    void picture_of_rows(std::vector<std::string> rows, std::string y, std::vector<series> points,
                         std::string axes = "");
    /// "holds", "holds only when ..." or "does not hold here", and why.
    void verdict(std::string text) { judged = std::move(text); }

    std::string markdown() const;
    std::string const& last_word() const { return judged; }
    std::string const& name() const { return called; }
    /// Draws the picture into the directory. Throws std::runtime_error where gnuplot cannot.
    void draw(std::string const& directory) const;

private:
    std::string called, title, claim, how, judged;
    std::vector<std::vector<std::vector<std::string>>> tables;
    std::string x_label, y_label, axes;
    std::vector<std::string> rows;
    std::vector<series> lines;

    std::string plot_of_lines() const;
    std::string plot_of_rows() const;
};

/// What the claims are tried on.
struct bench {
    bool quick = false;
    train::data_set data;  ///< all samples
    std::size_t seeds() const { return 3; }
    /// The first n training samples.
    train::samples first(std::size_t n) const;
};

struct outcome {
    std::vector<double> step_losses;
    std::vector<train::epoch_result> epochs;  ///< the test images after the last alone
    double measured = 0;

    /// The running loss of the last epoch.
    double loss() const { return epochs.back().loss; }
    double test_error() const { return 1 - epochs.back().test_accuracy; }
};
using outcomes = std::vector<outcome>;  // one for each seed

/// A run of a claim, and the number of samples and epochs.
struct experiment {
    train::settings how;
    std::size_t samples, epochs;
};
/// Layers h = f(h W + b); their weights start with the gain of start_gain().
experiment plain(std::string activation, std::size_t depth, std::size_t width, std::size_t samples, std::size_t epochs);
/// The same in other blocks, which start with gain 1.
experiment in_blocks(experiment, train::block);
/// Weights start normal with deviation gain / sqrt(inputs of the layer): sqrt(2), which suits relu, or 1 for what is
/// bounded, linear or selu.
double start_gain(std::string const& activation);

/// Each experiment with each seed, side by side in all cores; `measure` looks at the trained network.
std::vector<outcomes> run(bench const&, std::vector<experiment> const&,
                          std::function<double(train::trainer&, train::samples const&)> const& measure = {});

spread over(outcomes const&, std::function<double(outcome const&)> const&);
inline spread losses(outcomes const& o) {
    return over(o, [](outcome const& r) { return r.loss(); });
}
inline spread test_errors(outcomes const& o) {
    return over(o, [](outcome const& r) { return r.test_error(); });
}
inline spread measured(outcomes const& o) {
    return over(o, [](outcome const& r) { return r.measured; });
}
/// The loss by step, the mean of a stretch of steps.
series loss_curve(std::string name, outcomes const&);

/// The number of weights of each network.
std::size_t weights(experiment const&);
/// As wide as it takes for as many weights as the other has.
experiment as_large_as(experiment const& other, experiment);
/// Milliseconds of a training step, the fastest of 20 with each seed.
spread step_time(bench const&, experiment const&);
/// The same of another number of that step: of its total time and that of its products.
spread fastest_step(bench const&, experiment const&, double (*of)(train::times const&));

/// The norm of the gradient by the first layer's matrix at the start, on one batch.
spread first_gradient(bench const&, train::settings, train::samples const&);

/// What holds for all claims that do not say otherwise: a table of the page.
std::string settings_table();

// ---- the claims, a file each, in the order of the page

section why_non_linear(bench const&);
section saturation(bench const&);
section dying_relu(bench const&);
section zero_centred(bench const&);
section self_normalisation(bench const&);
section swish_is_robust(bench const&);
section leaky_relu(bench const&);
section output_layers(bench const&);
section gelu_converges(bench const&);
section swiglu_against_relu(bench const&);
section prelu_and_samples(bench const&);
section maxout_pays(bench const&);
section cost(bench const&);
section conclusion(bench const&);

}  // namespace claims
