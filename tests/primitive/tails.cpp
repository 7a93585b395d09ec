// Quotients by what falls exponentially to 0, and powers of it: their gradients where its square has come to 0.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;
constexpr og::param<"scale"> scale;

/// Compares e(x, y) and its gradients with value(x) y^power, y = 1.5, and with what its derivative over itself says.
template <class E, class Value, class Relative>
void check_gradients(E e, std::vector<float> at, Value value, Relative relative, int power = 1) {
    std::vector<float> const dy(at.size(), 1.0f), factor(at.size(), 1.5f);
    std::vector<float> result(at.size()), by_x(at.size()), by_y(at.size());
    og::evaluate(e, result, x = at, y = factor);
    og::backward(e, dy, x = at, y = factor, og::grad(x) = by_x, og::grad(y) = by_y);
    for (std::size_t i = 0; i != at.size(); ++i) {
        double const v = value(double(at[i])) * std::pow(1.5, power);
        CAPTURE(at[i]);
        CHECK(result[i] == Approx(v).epsilon(1e-6));
        CHECK(by_x[i] == Approx(v * relative(double(at[i]))).epsilon(1e-6));
        CHECK(by_y[i] == Approx(v * power / 1.5).epsilon(1e-6));
    }
}

double sigmoid(double v) { return 1 / (1 + std::exp(-v)); }
double softplus(double v) { return std::log1p(std::exp(v)); }
double normal_pdf(double v) { return std::exp(-v * v / 2) / std::sqrt(8 * std::atan(1)); }
double normal_cdf(double v) { return std::erfc(-v / std::sqrt(2)) / 2; }
double relative_softplus(double v) { return sigmoid(v) / softplus(v); }

std::vector<float> const on_both_sides{-80, -60, -45, -20, -3, -0.5f, 0, 2, 30, 80};

}  // namespace

TEST_CASE("the gradient of a quotient by what has come near 0 exponentially is as large as it is") {
    check_gradients(
        y / og::sigmoid(x), on_both_sides, [](double v) { return 1 + std::exp(-v); },
        [](double v) { return -sigmoid(-v); });
    check_gradients(
        y / og::softplus(x), on_both_sides, [](double v) { return 1 / softplus(v); },
        [](double v) { return -relative_softplus(v); });
    check_gradients(
        y / og::normal_pdf(x), {-12, -9, -3, 0, 2, 10, 12}, [](double v) { return 1 / normal_pdf(v); },
        [](double v) { return v; });
    check_gradients(
        y / og::exp(-x * x), {-9, -7, -3, 0, 2, 9}, [](double v) { return std::exp(v * v); },
        [](double v) { return 2 * v; });
    check_gradients(
        y / og::normal_cdf(x), {-12, -9, -3, 0, 2, 10}, [](double v) { return 1 / normal_cdf(v); },
        [](double v) { return -normal_pdf(v) / normal_cdf(v); });
}

TEST_CASE("so is that of a quotient by its square, its root or a number of times it") {
    check_gradients(
        y * y / (2_c * og::square(og::softplus(x))), {-30, -20, -3, 0, 2, 30},
        [](double v) { return 0.5 / (softplus(v) * softplus(v)); }, [](double v) { return -2 * relative_softplus(v); },
        2);
    check_gradients(
        y / og::sqrt(og::softplus(x)), on_both_sides, [](double v) { return 1 / std::sqrt(softplus(v)); },
        [](double v) { return -0.5 * relative_softplus(v); });
    check_gradients(
        y / (2_c * og::exp(x)), {-60, -20, 0, 3, 60}, [](double v) { return 0.5 * std::exp(-v); },
        [](double) { return -1.0; });
}

TEST_CASE("so is that of a power of it") {
    check_gradients(
        y * og::pow(og::softplus(x), og::c<-1.5>), {-50, -30, -3, 0, 2, 30},
        [](double v) { return std::pow(softplus(v), -1.5); }, [](double v) { return -1.5 * relative_softplus(v); });
    check_gradients(
        y * og::sqrt(og::normal_cdf(x)), {-12, -9, -3, 0, 2}, [](double v) { return std::sqrt(normal_cdf(v)); },
        [](double v) { return 0.5 * normal_pdf(v) / normal_cdf(v); });
}

TEST_CASE("the root of what has come to 0 has a gradient of 0") {
    std::vector<float> const far{-20, -40}, dy{1, 1};
    std::vector<float> dx(2);
    og::backward(og::sqrt(og::normal_cdf(x)), dy, x = far, og::grad(x) = dx);
    for (float const d : dx) CHECK(d == 0);
}

TEST_CASE("the second derivative of one over softplus is as large as it is") {
    constexpr auto second = og::derivative(1_c / og::softplus(x), x, x);
    for (double const v : {-60.0, -45.0, -3.0, 0.0, 3.0, 20.0}) {
        double const s = softplus(v), p = sigmoid(v);
        CHECK(second(x = v) == Approx(2 * p * p / (s * s * s) - p * sigmoid(-v) / (s * s)).epsilon(1e-9));
    }
}

TEST_CASE("what flows to a scale of each column, or to one for all, is added up") {
    std::vector<float> const in{1, 2, 3, 4, 5, 6}, dy(6, 1.0f), scales{-50, 2};
    std::vector<float> by_column(2);
    auto const rows = [](auto& v) { return og::matrix(v.data(), 3, 2); };
    og::backward(x / og::softplus(scale), rows(dy), x = rows(in), scale = scales, og::grad(scale) = by_column);
    auto const slope = [](double v) { return -relative_softplus(v) / softplus(v); };
    CHECK(by_column[0] == Approx(9 * slope(-50)).epsilon(1e-6));
    CHECK(by_column[1] == Approx(12 * slope(2)).epsilon(1e-6));

    float by_one = 0;
    og::backward(x / og::softplus(scale), dy, x = in, scale = -50.0f, og::grad(scale) = by_one);
    CHECK(by_one == Approx(21 * slope(-50)).epsilon(1e-6));
}
