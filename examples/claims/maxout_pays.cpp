// Maxout: its weights, its time, its gain.

#include "claims.hpp"

#include <cmath>

namespace claims {

section maxout_pays(bench const& b) {
    section s("maxout_pays", "Maxout", "maxout has k times the weights and costs more time; it is better for it.");
    std::size_t const samples = b.quick ? 2000 : 30000, epochs = b.quick ? 2 : 6;
    std::vector<experiment> all{plain("relu", 3, 128, samples, epochs)};
    std::vector<std::string> names{"relu"};
    for (std::size_t const k : {2u, 3u, 4u}) {
        all.push_back(in_blocks(plain("maxout", 3, 128, samples, epochs), train::block::maxout));
        all.back().how.network.pieces = k;
        names.push_back("maxout, k = " + std::to_string(k));
    }
    all.push_back(as_large_as(all[1], all[0]));
    names.push_back("relu, as many weights as k = 2");
    auto const results = run(b, all);

    s.method("Three layers of 128 units, AdamW, " + std::to_string(epochs) + " epochs over " + std::to_string(samples) +
             " images; time of a step of 128 images, one thread, the fastest of 20 with each seed. About k times the "
             "weights is within 5 %.");
    s.header({"network", "weights", "ms per step", "training loss", "test error"});
    std::vector<series> lines;
    std::vector<spread> times;
    for (std::size_t n = 0; n < names.size(); ++n) {
        times.push_back(step_time(b, all[n]));
        s.row({names[n], std::to_string(weights(all[n])), text(times[n], 2), text(losses(results[n]), 4),
               text(test_errors(results[n]), 2, 100)});
        lines.push_back(loss_curve(names[n], results[n]));
    }
    s.picture("step", "training loss", lines, "set logscale y");
    // Each k has about k times the weights and takes longer than the k before.
    bool dear = true;
    std::vector<std::string> more, slower;
    for (std::size_t n = 1; n <= 3; ++n) {
        double const k = double(all[n].how.network.pieces), ratio = double(weights(all[n])) / double(weights(all[0]));
        dear = dear && std::abs(ratio - k) < 0.05 * k && above(times[n], times[n - 1]);
        more.push_back(text(ratio, 2));
        slower.push_back(text(times[n].mean / times[0].mean, 2));
    }
    // Those of maxout whose value is below, or above, that of network `of` by more than the spread.
    auto const pieces = [&](spread (*value)(outcomes const&), std::size_t of, bool below) {
        std::string found;
        for (std::size_t n = 1; n <= 3; ++n) {
            spread const own = value(results[n]), other = value(results[of]);
            if (below ? above(other, own) : above(own, other))
                found += (found.empty() ? "k = " : ", ") + std::to_string(all[n].how.network.pieces);
        }
        return found.empty() ? std::string("no k") : found;
    };
    bool const better = pieces(test_errors, 0, true) != "no k";
    s.verdict(std::string(dear && better ? "holds"
                          : dear         ? "holds only for the cost"
                          : better       ? "holds only for the gain"
                                         : "does not hold here") +
              ": with k = 2, 3, 4 it has " + list(more) + " times the weights of relu and takes " + list(slower) +
              " times as long; by more than the spread, its test error is below that of relu of the same width with " +
              pieces(test_errors, 0, true) + ", above it with " + pieces(test_errors, 0, false) +
              ", its training loss below with " + pieces(losses, 0, true) + ", above with " + pieces(losses, 0, false) +
              "; against relu with as many weights as k = 2 its test error is below with " +
              pieces(test_errors, 4, true) + ", above with " + pieces(test_errors, 4, false) + ".");
    return s;
}

}  // namespace claims
