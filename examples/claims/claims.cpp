#include "claims.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <numbers>
#include <numeric>
#include <stdexcept>

namespace claims {

spread spread_of(std::vector<double> const& v) {
    auto const n = static_cast<double>(v.size());
    double const mean = std::accumulate(v.begin(), v.end(), 0.0) / n;
    double squares = 0;
    for (double const x : v) squares += (x - mean) * (x - mean);
    return {mean, v.size() > 1 ? std::sqrt(squares / (n - 1)) : 0};
}

std::string text(double x, int digits) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, x);
    return buffer;
}

std::string text(spread s, int digits, double factor) {
    return text(factor * s.mean, digits) + " ± " + text(factor * s.deviation, digits);
}

std::string scientific(spread s) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.1e ± %.0e", s.mean, s.deviation);
    return buffer;
}

std::string list(std::vector<std::string> const& words) {
    std::string text;
    for (std::string const& word : words) text += (text.empty() ? "" : ", ") + word;
    return words.empty() ? "none" : text;
}

bool above(spread a, spread b) { return a.mean - b.mean > a.deviation + b.deviation; }

section::section(std::string n, std::string t, std::string c)
    : called(std::move(n)), title(std::move(t)), claim(std::move(c)) {}

void section::picture(std::string x, std::string y, std::vector<series> all, std::string settings) {
    x_label = std::move(x);
    y_label = std::move(y);
    lines = std::move(all);
    axes = std::move(settings);
}

void section::picture_of_rows(std::vector<std::string> names, std::string y, std::vector<series> points,
                              std::string settings) {
    picture("", std::move(y), std::move(points), std::move(settings));
    rows = std::move(names);
}

std::string section::markdown() const {
    std::string page = "## " + title + "\n\nClaim: " + claim + "\n\n" + how + "\n";
    auto const line = [&](std::vector<std::string> const& cells) {
        page += "|";
        for (std::string const& cell : cells) page += " " + cell + " |";
        page += "\n";
    };
    for (auto const& table : tables) {
        page += "\n";
        line(table[0]);
        page += "|";
        for (std::size_t k = 0; k < table[0].size(); ++k) page += " --- |";
        page += "\n";
        std::for_each(table.begin() + 1, table.end(), line);
    }
    return page + "\n![" + y_label + (x_label.empty() ? "" : " against " + x_label) + "](claims/" + called +
           ".svg)\n\n**Verdict: " + judged + "**\n";
}

void section::draw(std::string const& directory) const {
    std::FILE* const gnuplot = popen("gnuplot 2>&1", "w");
    if (!gnuplot) throw std::runtime_error("cannot run gnuplot");
    // No background, and grey letters: on white and on black.
    std::string const& across = rows.empty() ? x_label : y_label;
    std::fprintf(gnuplot,
                 "set terminal svg size 720,%zu dynamic font 'sans-serif,13'\nset output '%s/%s.svg'\n"
                 "set border 3 lc rgb '#888888'\nset tics nomirror textcolor rgb '#888888'\n"
                 "set grid lc rgb '#888888' lw 0.3\nset key outside right textcolor rgb '#888888'\n"
                 "set errorbars small\nset xlabel '%s' textcolor rgb '#888888'\n%s\n",
                 rows.empty() ? 400 : 80 + 15 * rows.size(), directory.c_str(), called.c_str(), across.c_str(),
                 axes.c_str());
    bool const logarithmic = axes.find("logscale y") != axes.npos || axes.find("logscale xy") != axes.npos;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::fprintf(gnuplot, "$d%zu << END\n", i);
        for (std::size_t k = 0; k < lines[i].x.size(); ++k) {
            auto const [mean, deviation] = lines[i].y[k];
            // A logarithmic axis has no place for what reaches 0: it is cut off.
            double const low = logarithmic && deviation >= mean ? mean / 10 : mean - deviation;
            std::fprintf(gnuplot, "%.9g %.9g %.9g %.9g\n", lines[i].x[k], mean, low, mean + deviation);
        }
        std::fprintf(gnuplot, "END\n");
    }
    std::string const plot = rows.empty() ? plot_of_lines() : plot_of_rows();
    std::fprintf(gnuplot, "%s\n", plot.c_str());
    if (pclose(gnuplot) != 0) throw std::runtime_error("gnuplot cannot draw " + called);
}

namespace {

constexpr char const* colours[] = {"#1f77b4", "#e07b00", "#2ca02c", "#d62728", "#9467bd",
                                   "#a0653c", "#e377c2", "#17a2b0", "#8c8c00", "#6f7fff"};

}  // namespace

/// A band of the spread about a line of many points, a bar at each of few.
std::string section::plot_of_lines() const {
    std::string plot = "set ylabel '" + y_label + "' textcolor rgb '#888888'\nplot ";
    std::size_t colour = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && !lines[i].dashed) ++colour;
        bool const many = lines[i].x.size() > 20;
        std::string const data = "$d" + std::to_string(i),
                          paint = " lc rgb '" + std::string(colours[colour % std::size(colours)]) + "'";
        if (many)
            plot += data + " using 1:3:4 with filledcurves fs transparent solid 0.2 noborder" + paint + " notitle, ";
        plot += data + (many ? " with lines" : " with yerrorlines pt 7 ps 0.4") + " lw 2" +
                (lines[i].dashed ? " dt 2" : "") + paint + " title '" + lines[i].name + "' noenhanced" +
                (i + 1 < lines.size() ? ", " : "");
    }
    return plot;
}

/// The first row at the top; hollow points instead of dashes.
std::string section::plot_of_rows() const {
    std::string plot = "set key outside top center horizontal maxcols 2\nset yrange [" + std::to_string(rows.size()) +
                       ":-1]\nset ytics (";
    for (std::size_t k = 0; k < rows.size(); ++k) plot += (k ? ", '" : "'") + rows[k] + "' " + std::to_string(k);
    plot += ") noenhanced\nplot ";
    std::size_t colour = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && !lines[i].dashed) ++colour;
        plot += (i ? ", $d" : "$d") + std::to_string(i) + " using 2:1:3:4 with xerrorbars ps 0.5 pt " +
                (lines[i].dashed ? "6 lw 1.5" : "7") + " lc rgb '" + colours[colour % std::size(colours)] +
                "' title '" + lines[i].name + "' noenhanced";
    }
    return plot;
}

train::samples bench::first(std::size_t n) const {
    train::samples const& all = data.training;
    n = std::min(n, all.count);
    auto const head = [](auto const& v, std::size_t k) {
        return std::vector<float>(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(k));
    };
    return {n, all.inputs, head(all.pixels, n * all.inputs), head(all.labels, n)};
}

experiment plain(std::string activation, std::size_t depth, std::size_t width, std::size_t samples,
                 std::size_t epochs) {
    experiment e{{}, samples, epochs};
    e.how.network.activation = std::move(activation);
    e.how.network.block = train::block::plain;
    e.how.network.depth = depth;
    e.how.network.width = width;
    e.how.network.gain = start_gain(e.how.network.activation);
    return e;
}

experiment in_blocks(experiment e, train::block block) {
    e.how.network.block = block;
    e.how.network.gain = 1;
    return e;
}

double start_gain(std::string const& activation) {
    for (char const* const name : {"sigmoid", "sigmoid_less_half", "tanh", "identity", "selu"})
        if (activation == name) return 1;
    return std::numbers::sqrt2;
}

std::vector<outcomes> run(bench const& b, std::vector<experiment> const& all,
                          std::function<double(train::trainer&, train::samples const&)> const& measure) {
    std::map<std::size_t, train::samples> sets;
    for (experiment const& e : all)
        if (!sets.contains(e.samples)) sets.emplace(e.samples, b.first(e.samples));
    std::vector<outcomes> results(all.size(), outcomes(b.seeds()));
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, all.size() * b.seeds(), 1),
        [&](auto const& range) {
            for (std::size_t k = range.begin(); k < range.end(); ++k) {
                experiment e = all[k / b.seeds()];
                e.how.seed = 1 + k % b.seeds();
                train::samples const& set = sets.at(e.samples);
                train::trainer trainer(e.how, set);
                outcome& o = results[k / b.seeds()][k % b.seeds()];
                while (trainer.at().epoch < e.epochs) {
                    while (!trainer.epoch_is_over()) {
                        double const loss = trainer.step().loss;
                        o.step_losses.push_back(loss / static_cast<double>(trainer.labels().size()));
                    }
                    if (trainer.at().epoch + 1 == e.epochs) {
                        o.epochs.push_back(trainer.finish_epoch(b.data.test));
                        break;
                    }
                    auto const n = static_cast<double>(set.count);
                    o.epochs.push_back({trainer.at().sums.loss / n, trainer.at().sums.correct / n, 0, 0});
                    trainer.next_epoch();
                }
                if (measure) o.measured = measure(trainer, set);
            }
        },
        tbb::simple_partitioner());
    return results;
}

spread over(outcomes const& all, std::function<double(outcome const&)> const& value) {
    std::vector<double> v;
    for (outcome const& o : all) v.push_back(value(o));
    return spread_of(v);
}

series loss_curve(std::string name, outcomes const& all) {
    series s{std::move(name)};
    std::size_t const steps = all[0].step_losses.size(), stretch = std::max<std::size_t>(1, steps / 60);
    for (std::size_t first = 0; first + stretch <= steps; first += stretch)
        s.add(static_cast<double>(first) + static_cast<double>(stretch) / 2, over(all, [&](outcome const& o) {
                  auto const from = o.step_losses.begin() + static_cast<std::ptrdiff_t>(first);
                  return std::accumulate(from, from + static_cast<std::ptrdiff_t>(stretch), 0.0) /
                         static_cast<double>(stretch);
              }));
    return s;
}

std::size_t weights(experiment const& e) { return train::network(e.how.network, 1).weights().size(); }

experiment as_large_as(experiment const& other, experiment e) {
    std::size_t const enough = weights(other);
    while (weights(e) < enough) ++e.how.network.width;
    return e;
}

spread fastest_step(bench const& b, experiment const& e, double (*of)(train::times const&)) {
    train::samples const set = b.first(20 * e.how.batch);
    std::vector<double> each;
    for (std::size_t seed = 1; seed <= b.seeds(); ++seed) {
        train::settings how = e.how;
        how.seed = seed;
        train::trainer t(how, set);
        train::times fastest{.total = INFINITY};
        while (!t.epoch_is_over()) {
            train::times const before = t.spent();
            t.step();
            train::times const after = t.spent();
            if (after.total - before.total < fastest.total)
                fastest = {.total = after.total - before.total, .products = after.products - before.products};
        }
        each.push_back(of(fastest));
    }
    return spread_of(each);
}
spread step_time(bench const& b, experiment const& e) {
    return fastest_step(b, e, [](train::times const& t) { return 1e3 * t.total; });
}

spread first_gradient(bench const& b, train::settings how, train::samples const& set) {
    std::vector<double> each;
    for (how.seed = 1; how.seed <= b.seeds(); ++how.seed) {
        train::trainer trainer(how, set);
        std::vector<double> norms;
        trainer.pass().gradient_norms = &norms;
        trainer.step();
        each.push_back(norms[0]);
    }
    return spread_of(each);
}

std::string settings_table() {
    train::settings const s;
    char rate[32];
    std::snprintf(rate, sizeof rate, "%g", s.rate);
    return "| setting | where a claim does not vary it |\n| --- | --- |\n"
           "| images | the first of the training set, in a new order each epoch, standardised by its mean and "
           "deviation |\n"
           "| optimiser | AdamW, betas 0.9 and 0.999, learning rate " +
           std::string(rate) + " throughout, weight decay " + text(s.weight_decay, 2) +
           " on matrices alone |\n"
           "| batch | " +
           std::to_string(s.batch) +
           " |\n"
           "| loss | softmax cross-entropy |\n"
           "| start | matrices normal with deviation gain / sqrt(inputs), biases 0; gain 1 for sigmoid, tanh, selu, "
           "identity, for residual blocks, gates, maxout, and for the last product; sqrt(2) for the others |\n"
           "| residual blocks | h = x W + b, then h + f(rms_norm(h) W + b) in each; a gate has two matrices a block "
           "|\n"
           "| training loss | the running mean over the last epoch, each batch before its step: not the loss of the "
           "trained network on the training images |\n";
}

}  // namespace claims
