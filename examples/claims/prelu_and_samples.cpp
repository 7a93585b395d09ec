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
    auto const results = run(b, all, [](train::trainer& t, train::samples const& set) {
        return t.evaluate(set).loss / static_cast<double>(set.count);
    });

    s.method(
        "Three layers of 128 units, AdamW; one learned slope a layer, or one a channel. All of the trained network: "
        "mean loss on the training images, not the running mean of the last epoch; test error in %; overfitting, the "
        "mean loss on the test images less that on the training images.");
    s.header({"samples", "epochs", "activation", "loss on the training images", "test error", "overfitting"});
    auto const gap = [](outcomes const& o) {
        return over(o, [](outcome const& r) { return r.epochs.back().test_loss - r.measured; });
    };
    std::vector<series> lines;
    for (std::size_t c = 0; c < counts.size(); ++c)
        for (std::size_t n = 0; n < names.size(); ++n) {
            outcomes const& o = results[c * names.size() + n];
            s.row({std::to_string(counts[c]), std::to_string(epochs[c]), names[n], text(measured(o), 4),
                   text(test_errors(o), 2, 100), text(gap(o), 3)});
            lines.push_back(loss_curve(names[n] + ", " + std::to_string(counts[c]), o));
        }
    s.picture("step", "training loss", lines, "set logscale y");
    auto const relation = [&](auto const& value, std::size_t n, std::size_t relu) {
        spread const own = value(results[n]), other = value(results[relu]);
        return std::string(above(own, other) ? "larger" : above(other, own) ? "smaller" : "the same within the spread");
    };
    bool const better = relation(test_errors, 4, 3) == "smaller" || relation(test_errors, 5, 3) == "smaller";
    bool const over_few = relation(gap, 1, 0) == "larger" || relation(gap, 2, 0) == "larger";
    s.verdict(std::string(better && over_few ? "holds"
                          : better           ? "holds only for many samples"
                          : over_few         ? "holds only for the overfitting"
                                             : "does not hold here") +
              ": beside relu's on " + std::to_string(counts[1]) + " samples, prelu's test error is " +
              relation(test_errors, 4, 3) + ", per channel " + relation(test_errors, 5, 3) +
              "; on 1000 its test error is " + relation(test_errors, 1, 0) + ", per channel " +
              relation(test_errors, 2, 0) + ", and its overfitting " + relation(gap, 1, 0) + ", per channel " +
              relation(gap, 2, 0) + ".");
    return s;
}

}  // namespace claims
