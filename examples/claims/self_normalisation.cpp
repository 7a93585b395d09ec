// Mean and variance through 32 layers at the start.

#include "claims.hpp"

#include "products.hpp"

#include <ogive/ogive.hpp>

#include <array>
#include <cmath>
#include <random>
#include <span>

namespace claims {

namespace {

namespace og = ogive;
using namespace og::literals;

constexpr og::var<"z"> z;
constexpr og::param<"scale"> scale;
constexpr og::param<"shift"> shift;

constexpr std::size_t width = 256, rows = 256;

// Batch norm, of the sums of a column: z by_deviation - mean by_deviation.
constexpr og::var<"sum"> sum;
constexpr og::var<"sum_of_squares"> sum_of_squares;
constexpr auto mean = og::c<1.0 / rows> * sum;
constexpr auto by_deviation = 1_c / og::sqrt(og::c<1.0 / rows> * sum_of_squares - og::square(mean) + 1e-5_c);

struct moments {
    double mean, variance;
};

/// Of what goes out of each layer, of weights normal with deviation 1 / sqrt(inputs).
template <auto const& F>
std::vector<moments> through(train::samples const& set, std::size_t depth, bool batch_norm, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<float> h(set.pixels.begin(), set.pixels.begin() + static_cast<std::ptrdiff_t>(rows * set.inputs)),
        product(rows * width);
    std::vector<float> by(width, 1.0f), plus(width, 0.0f), sums(width), squares(width);
    std::size_t inputs = set.inputs;
    std::vector<moments> all;
    for (std::size_t l = 0; l < depth; ++l) {
        std::vector<float> w(inputs * width);
        std::normal_distribution<double> normal(0, 1 / std::sqrt(static_cast<double>(inputs)));
        for (float& x : w) x = static_cast<float>(normal(random));
        train::multiply({h.data(), rows, inputs}, {w.data(), inputs, width}, product.data());
        auto const m = og::matrix(product.data(), rows, width);
        if (batch_norm) {
            og::fuse(og::store(og::col_sum(z), sums), og::store(og::col_sum(og::square(z)), squares), z = m);
            og::fuse(og::store(by_deviation, by), og::store(-mean * by_deviation, plus), sum = sums,
                     sum_of_squares = squares);
        }
        h.resize(rows * width);
        og::evaluate(F(z * scale + shift), og::matrix(h.data(), rows, width), z = m, scale = by, shift = plus);
        inputs = width;
        double total = 0, total_of_squares = 0;
        for (double const x : h) total += x, total_of_squares += x * x;
        double const average = total / static_cast<double>(h.size());
        all.push_back({average, total_of_squares / static_cast<double>(h.size()) - average * average});
    }
    return all;
}

}  // namespace

section self_normalisation(bench const& b) {
    section s("self_normalisation", "SELU's self-normalisation",
              "through many layers of selu, started LeCun normal, outputs keep mean 0 and variance 1; those of elu and "
              "relu do not.");
    constexpr std::size_t depth = 32;
    s.method(
        "256 images through 32 layers of 256 units at the start, all matrices normal with deviation 1 / sqrt(inputs). "
        "Mean and variance of what the last layer puts out, without and with batch norm before the activation. Kept is "
        "a mean within 0.2 of 0 and a variance within 0.3 of 1, the spread included.");
    s.header({"activation", "batch norm", "mean, layer 32", "variance, layer 32"});
    train::samples const set = b.first(rows);
    std::vector<series> lines;
    std::array<spread, 3> means, variances;
    auto const show = [&]<auto const & F>(std::size_t index) {
        for (bool const batch_norm : {false, true}) {
            std::string const name(F.name);
            lines.push_back({name + (batch_norm ? ", batch norm" : ""), batch_norm});
            std::vector<std::vector<double>> seen_means(depth), seen_variances(depth);
            for (std::size_t seed = 1; seed <= b.seeds(); ++seed) {
                auto const all = through<F>(set, depth, batch_norm, seed);
                for (std::size_t l = 0; l < depth; ++l) {
                    seen_means[l].push_back(all[l].mean);
                    seen_variances[l].push_back(all[l].variance);
                }
            }
            for (std::size_t l = 0; l < depth; ++l)
                lines.back().add(static_cast<double>(l + 1), spread_of(seen_variances[l]));
            spread const m = spread_of(seen_means.back()), v = spread_of(seen_variances.back());
            s.row({name, batch_norm ? "yes" : "no", text(m, 3), scientific(v)});
            if (!batch_norm) means[index] = m, variances[index] = v;
        }
    };
    show.template operator()<og::selu>(0);
    show.template operator()<og::elu>(1);
    show.template operator()<og::relu>(2);
    s.picture("layer", "variance of the outputs", lines, "set logscale y\nset format y '10^{%T}'");
    auto const near = [&](std::size_t k) {
        return std::abs(means[k].mean) + means[k].deviation < 0.2 &&
               std::abs(variances[k].mean - 1) + variances[k].deviation < 0.3;
    };
    s.verdict(std::string(near(0) && !near(1) && !near(2) ? "holds"
                          : near(0)                       ? "holds only for selu"
                                                          : "does not hold here") +
              ": without batch norm selu ends at mean " + text(means[0], 2) + " and variance " + text(variances[0], 2) +
              ", elu at variance " + scientific(variances[1]) + ", relu at " + scientific(variances[2]) + ".");
    return s;
}

}  // namespace claims
