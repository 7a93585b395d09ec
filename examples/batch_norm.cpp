// Batch normalisation, statistics down the columns: a composition over two calls, forward and backward.
//
//     forward   1  mean and variance of each column, sums down the columns
//               2  y = gelu((x - mean) / sqrt(variance + eps) weight + bias), one pass
//     backward  1  the gradients by mean, scale, weight and bias, from the formula of the second call, one pass
//               2  what they bring to each x beside what goes there directly, one pass
//
// Prints the largest difference to plain code in double; returns 1 if one is too large.

#include <ogive/ogive.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <random>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"dy"> dy;
constexpr og::param<"mean"> mean;
constexpr og::param<"scale"> scale;  // 1 / sqrt(variance + eps)
constexpr og::param<"weight"> weight;
constexpr og::param<"bias"> bias;
constexpr og::param<"dmean"> dmean;
constexpr og::param<"dscale"> dscale;
constexpr og::param<"rows"> rows;

constexpr double eps = 1e-5;

constexpr auto layer = og::gelu((x - mean) * scale * weight + bias);

// The variance is the mean of (x - mean)^2, and d scale / d variance = -scale^3 / 2. The mean's part of it is 0.
constexpr auto by_x = dy * og::derivative(layer, x) + (dmean - dscale * scale * scale * scale * (x - mean)) / rows;

struct parameters {
    std::vector<float> weight, bias;
};
struct statistics {
    std::vector<float> mean, scale;
};
struct gradients {
    std::vector<float> x, weight, bias;
};

auto as_matrix(auto& v, std::size_t columns) { return og::matrix(v.data(), v.size() / columns, columns); }

statistics forward(std::vector<float> const& in, parameters const& p, std::vector<float>& out) {
    std::size_t const columns = p.weight.size(), n = in.size() / columns;
    statistics s{std::vector<float>(columns), std::vector<float>(columns)};
    auto const count = static_cast<float>(n);
    og::fuse(og::store(og::col_sum(x), s.mean), x = as_matrix(in, columns));
    for (float& m : s.mean) m /= count;
    og::fuse(og::store(og::col_sum(og::square(x - mean)), s.scale), x = as_matrix(in, columns), mean = s.mean);
    for (float& v : s.scale) v = static_cast<float>(1 / std::sqrt(v / count + eps));
    og::evaluate(layer, as_matrix(out, columns), x = as_matrix(in, columns), mean = s.mean, scale = s.scale,
                 weight = p.weight, bias = p.bias);
    return s;
}

void backward(std::vector<float> const& in, parameters const& p, statistics const& s, std::vector<float> const& dout,
              gradients& to) {
    std::size_t const columns = p.weight.size();
    std::vector<float> by_mean(columns), by_scale(columns);
    og::backward(layer, as_matrix(dout, columns), x = as_matrix(in, columns), mean = s.mean, scale = s.scale,
                 weight = p.weight, bias = p.bias, og::grad(mean) = by_mean, og::grad(scale) = by_scale,
                 og::grad(weight) = to.weight, og::grad(bias) = to.bias);
    og::evaluate(by_x, as_matrix(to.x, columns), x = as_matrix(in, columns), dy = as_matrix(dout, columns),
                 mean = s.mean, scale = s.scale, weight = p.weight, bias = p.bias, dmean = by_mean, dscale = by_scale,
                 rows = static_cast<float>(in.size() / columns));
}

// ---- plain code in double

double gelu(double z) { return z * std::erfc(-z / std::sqrt(2.0)) / 2; }

/// The loss sum(dout gelu(batch norm of in)).
double loss(std::vector<double> const& in, std::vector<double> const& w, std::vector<double> const& b,
            std::vector<float> const& dout) {
    std::size_t const columns = w.size(), n = in.size() / columns;
    double sum = 0;
    for (std::size_t j = 0; j < columns; ++j) {
        double m = 0, v = 0;
        for (std::size_t i = 0; i < n; ++i) m += in[i * columns + j] / static_cast<double>(n);
        for (std::size_t i = 0; i < n; ++i) v += std::pow(in[i * columns + j] - m, 2) / static_cast<double>(n);
        for (std::size_t i = 0; i < n; ++i)
            sum += static_cast<double>(dout[i * columns + j]) *
                   gelu((in[i * columns + j] - m) / std::sqrt(v + eps) * w[j] + b[j]);
    }
    return sum;
}

double largest_difference(std::vector<float> const& ours, std::vector<double>& variable, auto const& f) {
    double worst = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        double const here = variable[i], h = 1e-5;
        variable[i] = here + h;
        double const above = f();
        variable[i] = here - h;
        double const below = f();
        variable[i] = here;
        worst = std::max(worst, std::fabs((above - below) / (2 * h) - static_cast<double>(ours[i])));
    }
    return worst;
}

}  // namespace

int main() {
    constexpr std::size_t n = 64, columns = 24;
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> in(n * columns), out(in), dout(in);
    for (std::size_t i = 0; i < in.size(); ++i)
        in[i] = 3 + (1 + static_cast<float>(i % columns)) * normal(random), dout[i] = normal(random);
    parameters p{std::vector<float>(columns), std::vector<float>(columns)};
    for (std::size_t j = 0; j < columns; ++j) p.weight[j] = 1 + normal(random) / 4, p.bias[j] = normal(random) / 4;

    statistics const s = forward(in, p, out);
    gradients g{in, p.weight, p.bias};
    backward(in, p, s, dout, g);

    auto const precise = [](std::vector<float> const& v) { return std::vector<double>(v.begin(), v.end()); };
    auto data = precise(in), w = precise(p.weight), b = precise(p.bias);
    auto const f = [&] { return loss(data, w, b, dout); };
    double total = 0;
    for (std::size_t i = 0; i < out.size(); ++i) total += static_cast<double>(out[i]) * static_cast<double>(dout[i]);
    double const worst[] = {std::fabs(total - f()), largest_difference(g.x, data, f),
                            largest_difference(g.weight, w, f), largest_difference(g.bias, b, f)};
    std::printf("batch normalisation of %zu x %zu, largest differences to plain code in double:\n", n, columns);
    std::printf("loss %.1e, gradients by x %.1e, weight %.1e, bias %.1e\n", worst[0], worst[1], worst[2], worst[3]);
    return *std::max_element(worst, worst + 4) < 1e-4 ? 0 : 1;
}
