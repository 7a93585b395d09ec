// Maxout: its weights, its time, its gain.

#include "claims.hpp"

#include <chrono>

namespace claims {

section maxout_pays(bench const& b) {
    section s("maxout_pays", "Maxout", "maxout has k times the weights and costs more time; it is better for it.");
    std::size_t const samples = b.quick ? 2000 : 30000, epochs = b.quick ? 2 : 6;
    auto const weights = [](experiment const& e) { return train::network(e.how.network, 1).weights().size(); };
    std::vector<experiment> all{plain("relu", 3, 128, samples, epochs)};
    std::vector<std::string> names{"relu"};
    for (std::size_t const k : {2, 3, 4}) {
        experiment e = plain("maxout", 3, 128, samples, epochs);
        e.how.network.block = train::block::maxout;
        e.how.network.pieces = k;
        e.how.network.gain = 1;
        all.push_back(e);
        names.push_back("maxout, k = " + std::to_string(k));
    }
    experiment wide = all[0];
    while (weights(wide) < weights(all[1])) ++wide.how.network.width;
    all.push_back(wide);
    names.push_back("relu, as many weights as k = 2");
    auto const results = run(b, all);

    s.method("Three layers of 128 units, AdamW, " + std::to_string(epochs) + " epochs over " + std::to_string(samples) +
             " images; time of a step of 128 images, one thread, the fastest of 20.");
    s.header({"network", "weights", "ms per step", "training loss", "test error"});
    std::vector<series> lines;
    std::vector<double> times;
    train::samples const set = b.first(2560);
    for (std::size_t n = 0; n < names.size(); ++n) {
        train::trainer t(all[n].how, set);
        double fastest = 1;
        for (int i = 0; i < 20; ++i) {
            double const before = t.spent().total;
            t.step();
            fastest = std::min(fastest, t.spent().total - before);
        }
        times.push_back(fastest);
        s.row({names[n], std::to_string(weights(all[n])), text(1e3 * fastest, 2), text(losses(results[n]), 4),
               text(test_errors(results[n]), 2, 100)});
        lines.push_back(loss_curve(names[n], results[n]));
    }
    s.picture("step", "training loss", lines, "set logscale y");
    double const more = double(weights(all[1])) / double(weights(all[0]));
    bool const dear = times[1] > times[0], better = above(test_errors(results[0]), test_errors(results[1]));
    bool const better_than_wide = above(test_errors(results[4]), test_errors(results[1]));
    s.verdict(std::string(dear && better ? "holds"
                          : dear         ? "holds only for the cost"
                                         : "does not hold here") +
              ": with k = 2 it has " + text(more, 2) + " times the weights of relu and takes " +
              text(times[1] / times[0], 2) + " times as long; on the test images it is " + (better ? "" : "not ") +
              "better than relu of the same width, and " + (better_than_wide ? "" : "not ") +
              "better than relu with as many weights, by more than the spread.");
    return s;
}

}  // namespace claims
