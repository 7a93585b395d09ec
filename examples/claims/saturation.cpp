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
        "Networks of 64 units a layer at the start, plain and in residual blocks, which have an rms_norm too; one "
        "batch of 128. Norm of the gradient by the first layer's matrix as a part of that at depth 2: lost where less "
        "than a thousandth of it is left at the largest depth, kept where more than a hundredth is, the spread "
        "included. In the picture residual ones are dashed, and what is below 1e-10 is outside of it.");
    std::vector<std::string> header{"activation"};
    for (std::size_t const d : depths) header.push_back("depth " + std::to_string(d));
    s.header(header);

    std::vector<series> lines;
    // The row and line of a network; what is left of the gradient at the deepest.
    auto const left = [&](std::string const& title, train::settings how) {
        std::vector<std::string> cells{title};
        series line{title, how.network.block == train::block::residual};
        double start = 0;
        spread last;
        for (std::size_t const depth : depths) {
            how.network.depth = depth;
            spread const v = first_gradient(b, how, set);
            if (depth == depths[0]) start = v.mean;
            last = {v.mean / start, v.deviation / start};
            cells.push_back(scientific(last));
            line.add(static_cast<double>(depth), last);
        }
        s.row(cells);
        lines.push_back(line);
        return last;
    };
    std::vector<std::string> lost, lost_of_the_two, not_kept, left_of_the_two;
    for (std::string const& name : names) {
        experiment const e = plain(name, depths[0], 64, set.count, 1);
        spread const alone = left(name, e.how),
                     residual = left(name + ", residual", in_blocks(e, train::block::residual).how);
        bool const gone = alone.mean + alone.deviation < 1e-3, of_the_two = name == "sigmoid" || name == "tanh";
        if (gone) lost.push_back(name);
        if (gone && of_the_two) lost_of_the_two.push_back(name);
        if (of_the_two) left_of_the_two.push_back(name + " " + scientific(alone));
        if (residual.mean - residual.deviation < 1e-2) not_kept.push_back(name);
    }
    s.picture("depth", "gradient of the first layer", lines,
              "set logscale xy\nset format y '10^{%T}'\nset yrange [1e-10:1e2]");
    bool const all_lost = lost_of_the_two.size() == 2, none_lost = lost_of_the_two.empty();
    s.verdict(std::string(not_kept.empty() && all_lost     ? "holds"
                          : not_kept.empty() && !none_lost ? "holds only for " + lost_of_the_two[0]
                          : not_kept.empty()               ? "holds only for residual connections"
                          : all_lost                       ? "holds only for the plain networks"
                                                           : "does not hold here") +
              ": at depth " + std::to_string(depths.back()) +
              " there is left of the gradient: " + list(left_of_the_two) + "; it is lost for: " + list(lost) +
              "; with residual connections it is not kept for: " + list(not_kept) + ".");
    return s;
}

}  // namespace claims
