// GELU beside ELU and ReLU.

#include "claims.hpp"

namespace claims {

section gelu_converges(bench const& b) {
    section s("gelu_converges", "GELU", "gelu converges faster and lower than elu and relu.");
    std::vector<std::string> const names{"gelu", "elu", "relu"};
    std::size_t const samples = b.quick ? 2000 : 60000, epochs = b.quick ? 2 : 6;
    std::vector<experiment> all;
    for (std::string const& name : names) all.push_back(plain(name, 4, 128, samples, epochs));
    auto const results = run(b, all);

    s.method(
        "Four layers of 128 units, AdamW, " + std::to_string(epochs) + " epochs over " + std::to_string(samples) +
        " images. Training loss in the first epoch (how fast) and in the last (how low), test error at the end in %.");
    s.header({"activation", "loss, first epoch", "loss, last epoch", "test error"});
    std::vector<series> lines;
    std::vector<spread> first, last, error;
    for (std::size_t n = 0; n < names.size(); ++n) {
        first.push_back(over(results[n], [](outcome const& o) { return o.epochs.front().loss; }));
        last.push_back(losses(results[n]));
        error.push_back(test_errors(results[n]));
        s.row({names[n], text(first[n], 4), text(last[n], 4), text(error[n], 2, 100)});
        lines.push_back(loss_curve(names[n], results[n]));
    }
    s.picture("step", "training loss", lines, "set logscale y");
    auto const beats = [&](std::size_t n, auto const&... of) { return (above(of[n], of[0]) && ...); };
    auto const whom = [&](std::vector<spread> const& v) {
        bool const elu = beats(1, v), relu = beats(2, v);
        return std::string(elu && relu ? "elu and relu" : elu ? "elu alone" : relu ? "relu alone" : "neither");
    };
    bool const over_elu = beats(1, first, last), over_relu = beats(2, first, last);
    bool const faster = beats(1, first) && beats(2, first), lower = beats(1, last) && beats(2, last);
    s.verdict(std::string(over_elu && over_relu ? "holds"
                          : over_elu            ? "holds only beside elu"
                          : over_relu           ? "holds only beside relu"
                          : faster              ? "holds only for how fast"
                          : lower               ? "holds only for how low"
                                                : "does not hold here") +
              ": by more than the spread gelu's loss is below that of " + whom(first) + " in the first epoch, of " +
              whom(last) + " in the last, and its test error below that of " + whom(error) + ".");
    return s;
}

}  // namespace claims
