// Units that give the same output for every training sample.

#include "claims.hpp"

#include <algorithm>
#include <cmath>

namespace claims {

namespace {

/// The share of hidden units whose output is the same, within 1e-6, for all samples; NaN where one is no number.
double dead_share(train::trainer& t, train::samples const& set) {
    auto const& layers = t.network().layers();
    std::vector<std::vector<float>> low(layers.size()), high(layers.size());
    constexpr std::size_t at_once = 100;
    for (std::size_t first = 0; first + at_once <= set.count; first += at_once) {
        t.pass().forward(std::span(set.pixels).subspan(first * set.inputs, at_once * set.inputs),
                         std::span(set.labels).subspan(first, at_once));
        for (std::size_t l = 0; l < layers.size(); ++l) {
            auto const h = t.pass().hidden(l);
            std::size_t const width = layers[l].width;
            if (first == 0) low[l].assign(h.begin(), h.begin() + static_cast<std::ptrdiff_t>(width)), high[l] = low[l];
            for (std::size_t i = 0; i < h.size(); ++i) {
                if (!std::isfinite(h[i])) return NAN;
                low[l][i % width] = std::min(low[l][i % width], h[i]);
                high[l][i % width] = std::max(high[l][i % width], h[i]);
            }
        }
    }
    std::size_t dead = 0, all = 0;
    for (std::size_t l = 0; l < layers.size(); ++l)
        for (std::size_t i = 0; i < low[l].size(); ++i, ++all) dead += !(high[l][i] - low[l][i] > 1e-6f);
    return static_cast<double>(dead) / static_cast<double>(all);
}

}  // namespace

section dying_relu(bench const& b) {
    section s("dying_relu", "Dying ReLU",
              "units of relu die, the more the higher the learning rate; those of leaky_relu, prelu, elu, maxout and "
              "gelu do not.");
    std::vector<std::string> const names{"relu", "leaky_relu", "prelu", "elu", "gelu", "maxout"};
    std::vector<double> rates{1e-3, 3e-3, 1e-2, 3e-2, 1e-1};
    std::size_t const samples = b.quick ? 2000 : 10000, epochs = b.quick ? 1 : 3;
    if (b.quick) rates = {1e-3, 3e-2};

    std::vector<experiment> all;
    for (std::string const& name : names)
        for (double const rate : rates) {
            all.push_back(plain(name, 3, 128, samples, epochs));
            if (name == "maxout") all.back() = in_blocks(all.back(), train::block::maxout);
            all.back().how.rate = rate;
            all.back().how.weight_decay = 0;
        }
    auto const results = run(b, all, dead_share);

    s.method("Three layers of 128 units, AdamW without weight decay, " + std::to_string(epochs) + " epochs over " +
             std::to_string(samples) +
             " images. Share of units, in %, whose output is the same within 1e-6 for every training image; runs whose "
             "outputs are no longer numbers are counted apart. Units die where more than 5 % are dead at some rate, by "
             "more than the spread.");
    std::vector<std::string> header{"activation"};
    for (double const rate : rates) header.push_back("rate " + text(rate, 3));
    s.header(header);
    std::vector<series> lines;
    std::vector<spread> relu;
    std::vector<std::string> others;
    for (std::size_t n = 0; n < names.size(); ++n) {
        std::vector<std::string> cells{names[n]};
        lines.push_back({names[n]});
        spread most;
        for (std::size_t r = 0; r < rates.size(); ++r) {
            std::vector<double> shares;
            for (outcome const& o : results[n * rates.size() + r])
                if (!std::isnan(o.measured)) shares.push_back(o.measured);
            std::size_t const diverged = b.seeds() - shares.size();
            std::string const note = diverged ? std::to_string(diverged) + " diverged" : "";
            if (shares.empty()) {
                cells.push_back(note);
                continue;
            }
            spread const dead = spread_of(shares);
            cells.push_back(text(dead, 1, 100) + (diverged ? ", " + note : ""));
            lines.back().add(rates[r], dead, 100);
            if (dead.mean - dead.deviation > most.mean - most.deviation) most = dead;
            if (n == 0) relu.push_back(dead);
        }
        s.row(cells);
        if (n > 0 && above(most, {0.05})) others.push_back(names[n] + " (" + text(most, 0, 100) + " %)");
    }
    bool const grows = !relu.empty() && above(relu.back(), relu.front()) &&
                       std::ranges::is_sorted(relu, {}, &spread::mean) && above(relu.back(), {0.05});
    s.picture("learning rate", "dead units in %", lines, "set logscale x");
    s.verdict(std::string(!grows                             ? "does not hold here"
                          : others.empty()                   ? "holds"
                          : others.size() + 1 < names.size() ? "holds only beside some of the others"
                                                             : "holds only for relu") +
              ": " +
              (relu.empty() ? "no run of relu ends with numbers"
                            : "of relu's units " + text(relu.front(), 1, 100) + " % are dead at the lowest rate, " +
                                  text(relu.back(), 1, 100) + " % at the highest without divergence") +
              "; of the others units die of: " + list(others) + ".");
    return s;
}

}  // namespace claims
