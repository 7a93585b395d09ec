// The gradient of the first layer against depth.

#include "claims.hpp"

#include <cmath>
#include <numbers>

namespace claims {

section saturation(bench const& b) {
    section s("saturation", "Saturation",
              "sigmoid and tanh lose their gradient with depth; residual connections keep it.");
    std::vector<std::string> const names{"sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu"};
    std::vector<std::size_t> depths{2, 4, 8, 16, 32, 64};
    if (b.quick) depths = {2, 8, 32};
    train::samples const set = b.first(256);

    s.method(
        "Networks of 64 units a layer at the start, weights normal with deviation 1 / sqrt(inputs) for sigmoid, tanh "
        "and "
        "selu, sqrt(2 / inputs) for the others, one batch of 128. Norm of the gradient by the first layer's matrix as "
        "a "
        "part of that at depth 2; plain, and at the deepest in residual blocks, h + f(rms_norm(h) W + b).");
    std::vector<std::string> header{"activation"};
    for (std::size_t const d : depths) header.push_back("depth " + std::to_string(d));
    header.push_back("residual, depth " + std::to_string(depths.back()));
    s.header(header);

    std::vector<series> lines;
    std::string lost;
    bool residual_keeps = true;
    int both = 0;  // of sigmoid and tanh
    for (std::string const& name : names) {
        bool const bounded = name == "sigmoid" || name == "tanh" || name == "selu";
        auto const norm = [&](train::block block, std::size_t depth) {
            std::vector<double> norms;
            for (std::size_t seed = 1; seed <= b.seeds(); ++seed) {
                train::settings how = plain(name, depth, 64, 256, 1).how;
                how.network.block = block;
                how.network.gain = bounded || block == train::block::residual ? 1 : std::numbers::sqrt2;
                how.seed = seed;
                norms.push_back(gradient_norms(how, set)[0]);
            }
            return spread_of(norms);
        };
        double const start = norm(train::block::plain, depths[0]).mean;
        std::vector<std::string> cells{name};
        lines.push_back({name, {}, {}});
        double last = 0;
        auto const scientific = [&](spread v, double by) {
            char buffer[64];
            std::snprintf(buffer, sizeof buffer, "%.1e ± %.0e", v.mean / by, v.deviation / by);
            return std::string(buffer);
        };
        for (std::size_t const depth : depths) {
            spread const v = norm(train::block::plain, depth);
            last = v.mean / start;
            cells.push_back(scientific(v, start));
            lines.back().x.push_back(static_cast<double>(depth));
            lines.back().y.push_back(std::max(last, 1e-30));
        }
        double const residual_start = norm(train::block::residual, depths[0]).mean;
        spread const residual = norm(train::block::residual, depths.back());
        cells.push_back(scientific(residual, residual_start));
        s.row(cells);
        if (last < 1e-3) lost += (lost.empty() ? "" : ", ") + name;
        if (name == "sigmoid" || name == "tanh") both += last < 1e-3;
        residual_keeps &= residual.mean / residual_start > 1e-2;
    }
    s.picture("depth", "gradient of the first layer", lines, "set logscale xy\nset format y '10^{%T}'");
    s.verdict(std::string(!residual_keeps ? "does not hold here"
                          : both == 2     ? "holds"
                          : both == 1     ? "holds only for one of sigmoid and tanh"
                                          : "holds only for residual connections") +
              ": at depth " + std::to_string(depths.back()) + " less than a thousandth of the gradient is left for: " +
              (lost.empty() ? "none" : lost) + "; with residual connections " +
              (residual_keeps ? "all keep more than a hundredth." : "not all keep a hundredth."));
    return s;
}

}  // namespace claims
