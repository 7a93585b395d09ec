// The gradient of the first layer against depth.

#include "claims.hpp"

namespace claims {

section saturation(bench const& b) {
    section s("saturation", "Saturation",
              "sigmoid and tanh lose their gradient with depth; residual connections keep it.");
    std::vector<std::string> const names{"sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu"};
    std::vector<std::size_t> depths{2, 4, 8, 16, 32, 64};
    if (b.quick) depths = {2, 8, 32};
    train::samples const set = b.first(256);

    s.method(
        "Networks of 64 units a layer at the start, plain and in residual blocks; one batch of 128. Norm of the "
        "gradient by the first layer's matrix as a part of that at depth 2. In the picture residual ones are dashed, "
        "and what is below 1e-10 is outside of it.");
    std::vector<std::string> header{"activation"};
    for (std::size_t const d : depths) header.push_back("depth " + std::to_string(d));
    s.header(header);

    std::vector<series> lines;
    // The row and line of a network; what is left of the gradient at the deepest.
    auto const left = [&](std::string const& title, train::settings how) {
        std::vector<std::string> cells{title};
        series line{title, {}, {}, how.network.block == train::block::residual};
        double start = 0, last = 0;
        for (std::size_t const depth : depths) {
            how.network.depth = depth;
            spread const v = first_gradient(b, how, set);
            if (depth == depths[0]) start = v.mean;
            last = v.mean / start;
            cells.push_back(scientific({last, v.deviation / start}));
            line.x.push_back(static_cast<double>(depth));
            line.y.push_back(last);
        }
        s.row(cells);
        lines.push_back(line);
        return last;
    };
    std::string lost, lost_by_residual;
    int both = 0;  // of sigmoid and tanh
    for (std::string const& name : names) {
        experiment const e = plain(name, depths[0], 64, set.count, 1);
        bool const gone = left(name, e.how) < 1e-3;
        if (gone) lost += (lost.empty() ? "" : ", ") + name;
        if (name == "sigmoid" || name == "tanh") both += gone;
        if (left(name + ", residual", in_blocks(e, train::block::residual).how) < 1e-2)
            lost_by_residual += (lost_by_residual.empty() ? "" : ", ") + name;
    }
    s.picture("depth", "gradient of the first layer", lines,
              "set logscale xy\nset format y '10^{%T}'\nset yrange [1e-10:1e2]");
    s.verdict(std::string(!lost_by_residual.empty() ? "does not hold here"
                          : both == 2               ? "holds"
                          : both == 1               ? "holds only for one of sigmoid and tanh"
                                                    : "holds only for residual connections") +
              ": at depth " + std::to_string(depths.back()) + " less than a thousandth of the gradient is left for: " +
              (lost.empty() ? "none" : lost) + "; with residual connections less than a hundredth for: " +
              (lost_by_residual.empty() ? "none" : lost_by_residual) + ".");
    return s;
}

}  // namespace claims
