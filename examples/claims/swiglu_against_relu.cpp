// SwiGLU in residual blocks beside ReLU with as many weights.

#include "claims.hpp"

#include <cmath>

namespace claims {

section swiglu_against_relu(bench const& b) {
    section s("swiglu_against_relu", "SwiGLU",
              "swiglu with a residual connection is better than relu with as many weights.");
    std::size_t const samples = b.quick ? 2000 : 60000, epochs = b.quick ? 2 : 6, depth = 4;
    experiment const relu = plain("relu", depth, 96, samples, epochs),
                     gated = in_blocks(plain("swiglu", depth, 96, samples, epochs), train::block::glu);
    std::vector<experiment> const all{gated, as_large_as(gated, in_blocks(relu, train::block::residual)),
                                      as_large_as(gated, relu)};
    std::vector<std::string> const names{"swiglu, residual", "relu, residual", "relu, plain"};
    auto const results = run(b, all);

    s.method("Four blocks, AdamW, " + std::to_string(epochs) + " epochs over " + std::to_string(samples) +
             " images; the widths are such that all have as many weights.");
    s.header({"network", "width", "weights", "training loss", "test error"});
    std::vector<series> lines;
    for (std::size_t n = 0; n < names.size(); ++n) {
        s.row({names[n], std::to_string(all[n].how.network.width), std::to_string(weights(all[n])),
               text(losses(results[n]), 4), text(test_errors(results[n]), 2, 100)});
        lines.push_back(loss_curve(names[n], results[n]));
    }
    s.picture("step", "training loss", lines, "set logscale y");
    bool const loss = above(losses(results[1]), losses(results[0])) && above(losses(results[2]), losses(results[0]));
    bool const error = above(test_errors(results[1]), test_errors(results[0])) &&
                       above(test_errors(results[2]), test_errors(results[0]));
    s.verdict(std::string(loss && error ? "holds"
                          : loss        ? "holds only for the training loss"
                          : error       ? "holds only for the test error"
                                        : "does not hold here") +
              ": swiglu has " + text(test_errors(results[0]), 2, 100) + " % test error, relu " +
              text(test_errors(results[1]), 2, 100) + " % in residual blocks and " +
              text(test_errors(results[2]), 2, 100) + " % in plain ones.");
    return s;
}

}  // namespace claims
