// Mean and variance through 32 layers at the start.

#include "claims.hpp"

#include "products.hpp"

#include <ogive/ogive.hpp>

#include <array>
#include <cmath>
#include <cstdio>
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

std::string few_digits(double x) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.2g", x);
    return buffer;
}

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
            for (std::size_t c = 0; c < width; ++c) {
                float const mean = sums[c] / rows;
                by[c] = 1 / std::sqrt(squares[c] / rows - mean * mean + 1e-5f);
                plus[c] = -mean * by[c];
            }
        }
        h.resize(rows * width);
        og::evaluate(F(z * scale + shift), og::matrix(h.data(), rows, width), z = m, scale = by, shift = plus);
        inputs = width;
        double sum = 0, sum_of_squares = 0;
        for (double const x : h) sum += x, sum_of_squares += x * x;
        double const mean = sum / static_cast<double>(h.size());
        all.push_back({mean, sum_of_squares / static_cast<double>(h.size()) - mean * mean});
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
        "Mean and variance of what the last layer puts out, without and with batch norm before the activation; in the "
        "picture the mean over the seeds.");
    s.header({"activation", "batch norm", "mean, layer 32", "variance, layer 32"});
    train::samples const set = b.first(rows);
    std::vector<series> lines;
    std::array<spread, 3> means, variances;
    auto const show = [&]<auto const & F>(std::size_t index) {
        for (bool const batch_norm : {false, true}) {
            std::string const name(F.name);
            lines.push_back({name + (batch_norm ? ", batch norm" : ""), {}, {}, batch_norm});
            lines.back().y.assign(depth, 0.0);
            for (std::size_t l = 0; l < depth; ++l) lines.back().x.push_back(static_cast<double>(l + 1));
            std::vector<double> mean, variance;
            for (std::size_t seed = 1; seed <= b.seeds(); ++seed) {
                auto const all = through<F>(set, depth, batch_norm, seed);
                mean.push_back(all.back().mean);
                variance.push_back(all.back().variance);
                for (std::size_t l = 0; l < depth; ++l)
                    lines.back().y[l] += all[l].variance / static_cast<double>(b.seeds());
            }
            char v[64];
            std::snprintf(v, sizeof v, "%.3g ± %.1g", spread_of(variance).mean, spread_of(variance).deviation);
            s.row({name, batch_norm ? "yes" : "no", text(spread_of(mean), 3), v});
            if (!batch_norm) means[index] = spread_of(mean), variances[index] = spread_of(variance);
        }
    };
    show.template operator()<og::selu>(0);
    show.template operator()<og::elu>(1);
    show.template operator()<og::relu>(2);
    s.picture("layer", "variance of the outputs", lines, "set logscale y\nset format y '10^{%T}'");
    auto const near = [&](std::size_t k) {
        return std::abs(means[k].mean) < 0.2 && std::abs(variances[k].mean - 1) < 0.3;
    };
    bool const holds = near(0) && !near(1) && !near(2);
    s.verdict(std::string(holds ? "holds" : "does not hold here") + ": without batch norm selu ends at mean " +
              text(means[0], 2) + " and variance " + text(variances[0], 2) + ", elu at variance " +
              few_digits(variances[1].mean) + ", relu at " + few_digits(variances[2].mean) + ".");
    return s;
}

}  // namespace claims
