// The table that a practitioner would want.

#include "claims.hpp"

#include <algorithm>
#include <string_view>

namespace claims {

section conclusion(bench const& b) {
    section s("conclusion", "What to take", "for deep networks gelu or swiglu, else relu or elu.");
    struct choice {
        std::string name, activation;
        train::block block;
        bool as_many_weights = false;  ///< as residual gelu, instead of its width
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
                                      {"swiglu, residual", "swiglu", glu},
                                      {"swiglu, residual, narrow", "swiglu", glu, true}};
    std::vector<std::size_t> const depths{2, 12};
    std::size_t const samples = b.quick ? 2000 : 20000, epochs = b.quick ? 1 : 6, width = 128;
    std::vector<experiment> all;
    for (std::size_t const depth : depths)
        for (choice const& c : choices) {
            experiment e = claims::plain(c.activation, depth, c.as_many_weights ? width / 2 : width, samples, epochs);
            if (c.block != plain) e = in_blocks(e, c.block);
            if (c.as_many_weights)
                e = as_large_as(in_blocks(claims::plain("gelu", depth, width, samples, epochs), residual), e);
            all.push_back(e);
        }
    auto const results = run(b, all);
    auto const at = [&](std::size_t depth, std::size_t n) { return depth * choices.size() + n; };
    std::vector<spread> errors, times;
    std::vector<double> sorted;
    for (std::size_t k = 0; k < all.size(); ++k) {
        errors.push_back(test_errors(results[k]));
        times.push_back(step_time(b, all[k]));
        sorted.push_back(errors[k].mean);
    }
    std::ranges::sort(sorted);
    double const top = 130 * sorted[sorted.size() / 2];

    s.method("Blocks of 128 units, AdamW, " + std::to_string(epochs) + " epochs over " + std::to_string(samples) +
             " images; test error in %, weights, and the time of a step of 128 images, one thread, the fastest of 20 "
             "with each seed. A residual network has a matrix more, before its first block; swiglu has two matrices a "
             "block, so that of the same width about twice the weights: narrow, its width is such that it has as many "
             "as residual gelu. What has more than " +
             text(top, 0) + " % is outside the picture.");
    std::vector<std::string> header{"activation"};
    for (std::size_t const depth : depths)
        for (char const* const what : {"test error", "weights", "ms per step"})
            header.push_back(what + (", depth " + std::to_string(depth)));
    s.header(header);
    std::vector<series> lines;
    for (std::size_t n = 0; n < choices.size(); ++n) {
        std::vector<std::string> cells{choices[n].name};
        lines.push_back({choices[n].name, choices[n].as_many_weights});
        for (std::size_t d = 0; d < depths.size(); ++d) {
            std::size_t const k = at(d, n);
            cells.insert(cells.end(), {text(errors[k], 2, 100), std::to_string(weights(all[k])), text(times[k], 2)});
            lines.back().add(static_cast<double>(depths[d]), errors[k], 100);
        }
        s.row(cells);
    }
    s.picture("depth", "test error in %", lines, "set yrange [*:" + text(top, 2) + "]");

    // The best at a depth of those with one of two activations, or of all others.
    auto const best = [&](std::size_t depth, std::string_view a, std::string_view second, bool these) {
        std::size_t found = all.size();
        for (std::size_t n = 0; n < choices.size(); ++n)
            if ((choices[n].activation == a || choices[n].activation == second) == these &&
                (found == all.size() || errors[at(depth, n)].mean < errors[found].mean))
                found = at(depth, n);
        return found;
    };
    auto const named = [&](std::size_t k) {
        return choices[k % choices.size()].name + " " + text(errors[k], 2, 100) + " %";
    };
    // Of those no worse than the best by more than the spread, the one with the fastest step.
    auto const cheapest = [&](std::size_t depth) {
        std::size_t least = at(depth, 0), found = all.size();
        for (std::size_t n = 0; n < choices.size(); ++n)
            if (errors[at(depth, n)].mean < errors[least].mean) least = at(depth, n);
        for (std::size_t n = 0; n < choices.size(); ++n)
            if (!above(errors[at(depth, n)], errors[least]) &&
                (found == all.size() || times[at(depth, n)].mean < times[found].mean))
                found = at(depth, n);
        return named(found) + " with " + text(times[found].mean, 2) + " ms, where the best, " + named(least) +
               ", takes " + text(times[least].mean, 2) + " ms";
    };
    std::size_t const shallow = best(0, "relu", "elu", true), shallow_others = best(0, "relu", "elu", false);
    std::size_t const deep = best(1, "gelu", "swiglu", true), deep_others = best(1, "gelu", "swiglu", false);
    bool const shallow_holds = !above(errors[shallow], errors[shallow_others]);
    bool const deep_holds = above(errors[deep_others], errors[deep]);
    s.verdict(std::string(shallow_holds && deep_holds ? "holds"
                          : deep_holds                ? "holds only for the deep network"
                          : shallow_holds             ? "holds only for the shallow network"
                                                      : "does not hold here") +
              ": at depth 12 the best of gelu and swiglu, " + named(deep) + ", is " + (deep_holds ? "" : "not ") +
              "better by more than the spread than the best of the others, " + named(deep_others) +
              "; at depth 2 the best of relu and elu, " + named(shallow) + ", is " + (shallow_holds ? "no " : "") +
              "worse by more than the spread than the best of the others, " + named(shallow_others) +
              ". The fastest step of those no worse than the best by more than the spread: at depth 2 " + cheapest(0) +
              "; at depth 12 " + cheapest(1) + ".");
    return s;
}

}  // namespace claims
