// Learning rates and start values.

#include "claims.hpp"

#include <algorithm>

namespace claims {

section swish_is_robust(bench const& b) {
    section s("swish_is_robust", "Swish",
              "smooth and not monotone, swish is less sensitive to start values and learning rate than relu.");
    std::vector<std::string> const names{"relu", "swish", "silu"};
    std::vector<double> rates{3e-4, 1e-3, 3e-3, 1e-2}, gains{0.5, 1, 2};
    std::size_t const samples = b.quick ? 2000 : 10000, epochs = b.quick ? 1 : 5;
    if (b.quick) rates = {1e-3, 1e-2};
    std::vector<experiment> all;
    for (std::string const& name : names)
        for (double const gain : gains)
            for (double const rate : rates) {
                all.push_back(plain(name, 4, 128, samples, epochs));
                all.back().how.network.gain = gain;
                all.back().how.rate = rate;
            }
    auto const results = run(b, all);

    s.method("Four layers of 128 units, AdamW, " + std::to_string(epochs) + " epochs over " + std::to_string(samples) +
             " images. Test error in % for each start, weights normal with deviation gain / sqrt(inputs), and learning "
             "rate; swish has a learned beta, silu the beta 1.");
    std::vector<std::string> header{"activation", "gain"};
    for (double const rate : rates) header.push_back("rate " + text(rate, 4));
    s.header(header);
    std::vector<series> lines;
    std::vector<spread> range;
    std::size_t k = 0;
    for (std::string const& name : names) {
        std::vector<double> worst(b.seeds(), 0), best(b.seeds(), 1);
        for (double const gain : gains) {
            std::vector<std::string> cells{name, text(gain, 1)};
            lines.push_back({name + ", gain " + text(gain, 1)});
            for (double const rate : rates) {
                spread const error = test_errors(results[k]);
                cells.push_back(text(error, 2, 100));
                lines.back().add(rate, error, 100);
                for (std::size_t seed = 0; seed < b.seeds(); ++seed) {
                    worst[seed] = std::max(worst[seed], results[k][seed].test_error());
                    best[seed] = std::min(best[seed], results[k][seed].test_error());
                }
                ++k;
            }
            s.row(cells);
        }
        for (std::size_t seed = 0; seed < b.seeds(); ++seed) worst[seed] -= best[seed];
        range.push_back(spread_of(worst));
    }
    s.picture("learning rate", "test error in %", lines, "set logscale x");
    bool const less = above(range[0], range[1]) && above(range[0], range[2]);
    bool const some = above(range[0], range[1]) || above(range[0], range[2]);
    s.verdict((less   ? std::string("holds")
               : some ? "holds only for " + std::string(above(range[0], range[1]) ? "swish" : "silu")
                      : std::string("does not hold here")) +
              ": between the best and the worst setting lie " + text(range[0], 2, 100) + " % of test error for relu, " +
              text(range[1], 2, 100) + " for swish, " + text(range[2], 2, 100) + " for silu.");
    return s;
}

}  // namespace claims
