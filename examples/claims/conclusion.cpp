// The table that a practitioner would want.

#include "claims.hpp"

#include <string_view>
#include <utility>

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
    std::size_t const samples = b.quick ? 2000 : 20000, epochs = b.quick ? 1 : 6;
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
    // The best at a depth of those with one of two activations, or of all others.
    auto const best = [&](std::size_t depth, std::string_view a, std::string_view second, bool these) {
        std::size_t found = choices.size();
        auto const error = [&](std::size_t n) { return test_errors(results[depth * choices.size() + n]); };
        for (std::size_t n = 0; n < choices.size(); ++n)
            if ((choices[n].activation == a || choices[n].activation == second) == these &&
                (found == choices.size() || error(n).mean < error(found).mean))
                found = n;
        return std::pair(choices[found].name + " " + text(error(found), 2, 100) + " %", error(found));
    };
    auto const shallow = best(0, "relu", "elu", true), shallow_others = best(0, "relu", "elu", false);
    auto const deep = best(1, "gelu", "swiglu", true), deep_others = best(1, "gelu", "swiglu", false);
    bool const shallow_holds = !above(shallow.second, shallow_others.second);
    bool const deep_holds = above(deep_others.second, deep.second);
    s.verdict(std::string(shallow_holds && deep_holds ? "holds"
                          : deep_holds                ? "holds only for the deep network"
                          : shallow_holds             ? "holds only for the shallow network"
                                                      : "does not hold here") +
              ": at depth 12 the best of gelu and swiglu, " + deep.first + ", is " + (deep_holds ? "" : "not ") +
              "better by more than the spread than the best of the others, " + deep_others.first +
              "; at depth 2 the best of relu and elu, " + shallow.first + ", is " + (shallow_holds ? "no " : "") +
              "worse by more than the spread than the best of the others, " + shallow_others.first + ".");
    return s;
}

}  // namespace claims
