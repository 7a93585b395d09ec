// Leaky ReLU beside ReLU, sigmoid and tanh.

#include "claims.hpp"

namespace claims {

section leaky_relu(bench const& b) {
    section s("leaky_relu", "Leaky ReLU",
              "leaky_relu is better than relu, but sigmoid or tanh are better still in some networks.");
    std::vector<std::string> const names{"relu", "leaky_relu", "sigmoid", "tanh"};
    std::vector<std::size_t> const depths{1, 3, 8};
    std::size_t const samples = b.quick ? 2000 : 30000, epochs = b.quick ? 2 : 6;
    std::vector<experiment> all;
    for (std::size_t const depth : depths)
        for (std::string const& name : names) all.push_back(plain(name, depth, 128, samples, epochs));
    auto const results = run(b, all);

    s.method("Layers of 128 units, AdamW, " + std::to_string(epochs) + " epochs over " + std::to_string(samples) +
             " images; test error in % at the end.");
    std::vector<std::string> header{"activation"};
    for (std::size_t const depth : depths) header.push_back("depth " + std::to_string(depth));
    s.header(header);
    std::vector<series> lines;
    for (std::size_t n = 0; n < names.size(); ++n) {
        std::vector<std::string> cells{names[n]};
        lines.push_back({names[n]});
        for (std::size_t d = 0; d < depths.size(); ++d) {
            spread const error = test_errors(results[d * names.size() + n]);
            cells.push_back(text(error, 2, 100));
            lines.back().add(static_cast<double>(depths[d]), error, 100);
        }
        s.row(cells);
    }
    s.picture("depth", "test error in %", lines);
    std::vector<std::string> leaky_wins, leaky_loses, others_win;
    for (std::size_t d = 0; d < depths.size(); ++d) {
        auto const error = [&](std::size_t n) { return test_errors(results[d * names.size() + n]); };
        std::string const depth = std::to_string(depths[d]);
        if (above(error(0), error(1))) leaky_wins.push_back(depth);
        if (above(error(1), error(0))) leaky_loses.push_back(depth);
        for (std::size_t n : {std::size_t(2), std::size_t(3)})
            if (above(error(1), error(n))) others_win.push_back(names[n] + " at depth " + depth);
    }
    std::string const which = leaky_wins.size() == depths.size() && !others_win.empty() ? "holds"
                              : !leaky_wins.empty() ? "holds only for leaky_relu at depth " + list(leaky_wins)
                              : !others_win.empty() ? "holds only for " + list(others_win)
                                                    : "does not hold here";
    s.verdict(which + ": by more than the spread leaky_relu is better than relu at depth: " + list(leaky_wins) +
              ", worse at: " + list(leaky_loses) + "; better than leaky_relu are: " + list(others_win) + ".");
    return s;
}

}  // namespace claims
