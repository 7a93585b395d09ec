// Second derivatives along a row: backward of a gradient that og::vjp gave, against difference quotients of it.

#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <cstddef>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"dy"> dy;
constexpr og::var<"label"> label;
constexpr og::var<"mask"> mask;
constexpr og::param<"weight"> weight;

constexpr std::size_t rows = 2, columns = 5;

std::vector<double> wave(std::size_t n, double speed) {
    std::vector<double> v(n);
    for (std::size_t i = 0; i < n; ++i) v[i] = 2 * std::sin(speed * static_cast<double>(i + 1));
    return v;
}
auto as_matrix(std::vector<double>& v) { return og::matrix(v.data(), rows, columns); }

// The loss sum(v * gradient by x), by x.
template <class E, class... Bound>
void check(E e, double size_of_x, Bound const&... bound) {
    constexpr auto gradient = std::get<0>(og::vjp(E{}, dy, x));
    CAPTURE(og::to_text(e));
    auto in = wave(rows * columns, 0.7), flow = wave(rows * columns, 1.9), dx = in, g = in;
    for (double& a : in) a *= size_of_x;
    og::backward(gradient, as_matrix(flow), x = as_matrix(in), bound..., og::grad(x) = as_matrix(dx));
    for (std::size_t i = 0; i < in.size(); ++i) {
        double const here = in[i];
        auto const loss = [&](double there) {
            in[i] = there;
            og::evaluate(gradient, as_matrix(g), x = as_matrix(in), bound...);
            double sum = 0;
            for (std::size_t k = 0; k < g.size(); ++k) sum += flow[k] * g[k];
            return sum;
        };
        auto const [slope, error] = og::testing::quotient(loss, here, size_of_x * 0x1p-8);
        in[i] = here;
        CHECK(error <= 1e-8 * (1 + std::fabs(slope)));
        CHECK(dx[i] == Approx(slope).epsilon(1e-8).margin(1e-9 / size_of_x));
    }
}

}  // namespace

TEST_CASE("the second derivatives of row activations are difference quotients of the first") {
    auto flow = wave(rows * columns, 1.3), of_rows = wave(rows, 0.9), weights = wave(columns, 0.4);
    auto masks = wave(rows * columns, 2.3);
    std::vector<double> const labels{3, 0};
    check(og::softmax(x), 1, dy = as_matrix(flow));
    check(og::softmax(x, 0.5_c, mask), 1, dy = as_matrix(flow), mask = as_matrix(masks));
    check(og::softmin(x), 1, dy = as_matrix(flow));
    check(og::log_softmax(x), 1, dy = as_matrix(flow));
    check(og::logsumexp(x), 1, dy = og::per_row(of_rows));
    check(og::cross_entropy(x, label), 1, dy = og::per_row(of_rows), label = og::per_row(labels));
    check(og::rms_norm(x, weight), 1, dy = as_matrix(flow), weight = weights);
    check(og::rms_norm(x, weight), 0x1p500, dy = as_matrix(flow), weight = weights);
    check(og::layer_norm(x, weight, weight), 1, dy = as_matrix(flow), weight = weights);
    check(og::standardize(x), 1, dy = as_matrix(flow));
    check(og::standardize(x), 0x1p500, dy = as_matrix(flow));
}
