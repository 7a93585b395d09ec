// PReLU on many samples and on few.

#include "claims.hpp"

namespace claims {

section prelu_and_samples(bench const& b) {
    section s("prelu_and_samples", "PReLU", "prelu is better than relu on many samples, and overfits on few.");
    std::vector<std::size_t> const counts{1000, b.quick ? 4000u : 60000u},
        epochs{b.quick ? 4u : 40u, b.quick ? 1u : 5u};
    std::vector<std::string> const names{"relu", "prelu", "prelu, per channel"};
    std::vector<experiment> all;
    for (std::size_t c = 0; c < counts.size(); ++c)
        for (std::size_t n = 0; n < names.size(); ++n) {
            all.push_back(plain(n == 0 ? "relu" : "prelu", 3, 128, counts[c], epochs[c]));
            all.back().how.network.per_channel = n == 2;
        }
    auto const results = run(b, all);

    s.method(
        "Three layers of 128 units, AdamW. Training loss and test error at the end; overfitting: mean loss on the test "
        "images less that on the training images.");
    s.header({"samples", "epochs", "activation", "training loss", "test error", "overfitting"});
    auto const gap = [](outcomes const& o) {
        return over(o, [](outcome const& r) { return r.epochs.back().test_loss - r.epochs.back().loss; });
    };
    std::vector<series> lines;
    for (std::size_t c = 0; c < counts.size(); ++c)
        for (std::size_t n = 0; n < names.size(); ++n) {
            outcomes const& o = results[c * names.size() + n];
            s.row({std::to_string(counts[c]), std::to_string(epochs[c]), names[n], text(losses(o), 4),
                   text(test_errors(o), 2, 100), text(gap(o), 3)});
            lines.push_back(loss_curve(names[n] + ", " + std::to_string(counts[c]), o));
        }
    s.picture("step", "training loss", lines, "set logscale y");
    auto const better_on_many = [&](std::size_t n) {
        return above(test_errors(results[3]), test_errors(results[3 + n]));
    };
    auto const overfits = [&](std::size_t n) { return above(gap(results[n]), gap(results[0])); };
    bool const better = better_on_many(1) || better_on_many(2), over_few = overfits(1) || overfits(2);
    s.verdict(std::string(better && over_few ? "holds"
                          : better           ? "holds only for many samples"
                          : over_few         ? "holds only for the overfitting"
                                             : "does not hold here") +
              ": on " + std::to_string(counts[1]) + " samples prelu is " + (better ? "" : "not ") +
              "better by more than the spread; on 1000 its gap between test and training loss is " +
              (over_few ? "" : "not ") + "larger than relu's by more than the spread.");
    return s;
}

}  // namespace claims
