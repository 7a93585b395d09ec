// The table that a practitioner would want.

#include "claims.hpp"

#include <algorithm>

namespace claims {

section conclusion(bench const& b) {
    section s("conclusion", "What to take", "for deep networks gelu or swiglu, else relu or elu.");
    struct choice {
        std::string name, activation;
        train::block block;
    };
    using enum train::block;
    std::vector<choice> const choices{{"sigmoid", "sigmoid", plain},
                                      {"tanh", "tanh", plain},
                                      {"relu", "relu", plain},
                                      {"elu", "elu", plain},
                                      {"gelu", "gelu", plain},
                                      {"relu, residual", "relu", residual},
                                      {"elu, residual", "elu", residual},
                                      {"gelu, residual", "gelu", residual},
                                      {"swiglu, residual", "swiglu", glu}};
    std::vector<std::size_t> const depths{2, 12};
    std::size_t const samples = b.quick ? 2000 : 5000, epochs = b.quick ? 1 : 6;
    std::vector<experiment> all;
    for (std::size_t const depth : depths)
        for (choice const& c : choices) {
            experiment e = claims::plain(c.activation, depth, 128, samples, epochs);
            e.how.network.block = c.block;
            if (c.block != plain || c.activation == "sigmoid" || c.activation == "tanh") e.how.network.gain = 1;
            all.push_back(e);
        }
    auto const results = run(b, all);

    s.method("Blocks of 128 units, AdamW, " + std::to_string(epochs) + " epochs over " + std::to_string(samples) +
             " images; test error in %.");
    s.header({"activation", "depth 2", "depth 12"});
    std::vector<series> lines;
    for (std::size_t n = 0; n < choices.size(); ++n) {
        spread const shallow = test_errors(results[n]), deep = test_errors(results[choices.size() + n]);
        s.row({choices[n].name, text(shallow, 2, 100), text(deep, 2, 100)});
        lines.push_back({choices[n].name, {2, 12}, {100 * shallow.mean, 100 * deep.mean}});
    }
    s.picture("depth", "test error in %", lines, "set logscale y");
    std::string verdict;
    bool holds = true;
    for (std::size_t d = 0; d < depths.size(); ++d) {
        auto const error = [&](std::size_t n) { return test_errors(results[d * choices.size() + n]); };
        std::size_t best = 0;
        for (std::size_t n = 1; n < choices.size(); ++n)
            if (error(n).mean < error(best).mean) best = n;
        std::string equals;
        bool named = false;
        for (std::size_t n = 0; n < choices.size(); ++n) {
            if (above(error(n), error(best))) continue;
            equals += (equals.empty() ? "" : "; ") + choices[n].name;
            std::string const& a = choices[n].activation;
            named |= d == 0 ? a == "relu" || a == "elu" : a == "gelu" || a == "swiglu";
        }
        holds &= named;
        verdict += (d ? "; at depth " : " at depth ") + std::to_string(depths[d]) +
                   " the best, within the spread, are " + equals;
    }
    s.verdict(std::string(holds ? "holds" : "does not hold here") + ":" + verdict + ".");
    return s;
}

}  // namespace claims
