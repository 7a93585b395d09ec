// Products of what grows and of what is 0 from somewhere on: 0 at the infinity where the formula's limit is.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// e(x) and its gradient are those of hard_swish, or of f.
template <class F, class E, class Reference>
void is_as(E e, Reference f) {
    std::vector<F> const in{F(-infinity), F(-1e30), -5, F(-2.5), -1, 0, 1, F(2.5), 5, F(1e30), F(infinity)},
        dy(in.size(), F(1));
    std::vector<F> y(in.size()), dx(in.size()), wanted(in.size()), wanted_dx(in.size());
    og::evaluate(e, y, x = in);
    og::backward(e, dy, x = in, og::grad(x) = dx);
    og::evaluate(f, wanted, x = in);
    og::backward(f, dy, x = in, og::grad(x) = wanted_dx);
    for (std::size_t i = 0; i < in.size(); ++i) {
        CAPTURE(og::to_text(e), in[i], y[i], wanted[i], dx[i], wanted_dx[i]);
        CHECK((y[i] == wanted[i] || std::abs(y[i] - wanted[i]) <= std::abs(wanted[i]) * F(1e-6)));
        CHECK((dx[i] == wanted_dx[i] || std::abs(dx[i] - wanted_dx[i]) <= F(1e-6)));
    }
}

/// The gradient of e is 0 there.
template <class E>
void is_flat_at(E e, std::vector<float> const& in) {
    std::vector<float> const dy(in.size(), 1.0f);
    std::vector<float> dx(in.size());
    og::backward(e, dy, x = in, og::grad(x) = dx);
    for (std::size_t i = 0; i < in.size(); ++i) {
        CAPTURE(og::to_text(e), in[i]);
        CHECK(dx[i] == 0);
    }
}

}  // namespace

TEST_CASE("hard_swish written out has its limits", "[limits]") {
    is_as<float>(x * og::relu6(x + 3_c) / 6_c, og::hard_swish(x));
    is_as<double>(x * og::relu6(x + 3_c) / 6_c, og::hard_swish(x));
    is_as<float>(x * og::hard_sigmoid(x), og::hard_swish(x));
    is_as<float>(x * og::clip(x / 6_c + 0.5_c, 0_c, 1_c), og::hard_swish(x));
    is_as<float>(og::minimum(og::maximum(x + 3_c, 0_c), 6_c) / 6_c * x, og::hard_swish(x));
}

TEST_CASE("so have products with a step and with relu", "[limits]") {
    is_as<float>(x * og::where(x > 0_c, 1_c, 0_c), og::where(x > 0_c, x, 0_c));
    is_as<float>(x * og::relu(x), og::squared_relu(x));
    is_as<float>(og::exp(x) * og::relu(-x), og::where(x < 0_c, -x * og::exp(x), 0_c));
}

TEST_CASE("so has what chooses between a polynomial and what falls", "[limits]") {
    float const far = float(infinity);
    is_flat_at(og::elu(x * x * x), {-far, -1e25f, -5});
    is_flat_at(og::selu(x * og::abs(x)), {-far, -1e25f});
    is_flat_at(og::celu(-og::square(x), 0.5_c), {-far, -1e25f, 1e25f, far});
    is_flat_at(og::elu(-og::exp(x)), {90, 1000, far});
    std::vector<float> const in{-far, -1e25f, far}, dy{1, 1, 1};
    std::vector<float> y(3), dx(3);
    og::evaluate(og::square(x) * (og::elu(x) + 1_c), y, x = in);
    og::backward(og::square(x) * (og::elu(x) + 1_c), dy, x = in, og::grad(x) = dx);
    CHECK(y == std::vector<float>{0, 0, far});
    CHECK(dx == std::vector<float>{0, 0, far});
}

TEST_CASE("k x / sqrt(p + q x^2) has its limits, and a slope that does not cancel, with coefficients of run time", "[limits]") {
    constexpr og::param<"k"> k;
    constexpr og::param<"p"> p;
    constexpr og::param<"q"> q;
    auto const check = [&]<class F>(F, auto e, double scale, double constant, double factor) {
        for (double const v : {0.0, -0.25, 3.0, 1e3, -1e6, 1e30, infinity}) {
            std::vector<F> const in{F(v)}, one{1};
            std::vector<F> y(1), dx(1);
            F dk = 0, dp = 0, dq = 0;
            og::evaluate(e, y, x = in, k = F(scale), p = F(constant), q = F(factor));
            og::backward(e, one, x = in, k = F(scale), p = F(constant), q = F(factor), og::grad(x) = dx, og::grad(k) = dk,
                         og::grad(p) = dp, og::grad(q) = dq);
            // x / root, and x^2 / sum, where they may be infinite by infinite
            double const sum = constant + factor * v * v, root = std::sqrt(sum);
            double const t = std::isinf(v) ? 1 / std::sqrt(factor) : v / root;
            CAPTURE(og::to_text(e), v, sizeof(F));
            double const within = sizeof(F) == 4 ? 2e-6 : 1e-14, least = sizeof(F) == 4 ? 1e-37 : 1e-300;
            CHECK(y[0] == Approx(scale * t).epsilon(within));
            CHECK(dx[0] == Approx(scale * constant / sum / root).epsilon(within).margin(least));
            CHECK(dk == Approx(t).epsilon(within));
            CHECK(dp == Approx(-0.5 * scale * t / sum).epsilon(within).margin(least));
            CHECK(dq == Approx(-0.5 * scale * t * t * t).epsilon(within));
        }
    };
    constexpr auto products = k * x / og::sqrt(p + q * x * x);
    constexpr auto square_first = x * k / og::sqrt(q * og::square(x) + p);
    check(1.0f, products, 0.75, 1.5, 0.25), check(1.0, products, -2, 0.5, 3);
    check(1.0f, square_first, 0.75, 1.5, 0.25);

    auto const check_slope = [&](auto e, double v, double value, double slope) {
        std::vector<float> const in{float(v)}, one{1};
        std::vector<float> y(1), dx(1);
        og::evaluate(e, y, x = in, q = 0.5f);
        og::backward(e, one, x = in, q = 0.5f, og::grad(x) = dx);
        CAPTURE(og::to_text(e), v);
        CHECK(y[0] == Approx(value).epsilon(1e-6));
        CHECK(dx[0] == Approx(slope).epsilon(1e-6).margin(1e-37));
    };
    // A coefficient that stands twice, the square of a product, and what is no name.
    check_slope(q * x / og::sqrt(1_c + q * x * x), 100, 50 / std::sqrt(5001), 0.5 / std::pow(5001, 1.5));
    check_slope(x / og::sqrt(1_c + og::square(q * x)), 100, 100 / std::sqrt(2501), 1 / std::pow(2501, 1.5));
    check_slope(x / og::sqrt(1_c + og::square(q * x)), infinity, 2, 0);
    check_slope((x + q) / og::sqrt(2_c + q * og::square(x + q)), 99.5, 100 / std::sqrt(5002), 2 / std::pow(5002, 1.5));
    check_slope(x / og::sqrt(1_c + 0.3_c * x * x) + 0_c * q, 100, 100 / std::sqrt(3001), 1 / std::pow(3001, 1.5));
    check_slope(-x / og::sqrt(1_c + q * x * x), 100, -100 / std::sqrt(5001), -1 / std::pow(5001, 1.5));
    // Beside what is made of x.
    check_slope(x * x / og::sqrt(1_c + q * x * x), 2, 4 / std::sqrt(3), 4 / std::sqrt(3) - 4 / std::pow(3, 1.5));
    check_slope(x * og::tanh(x) / og::sqrt(1_c + q * x * x), 30, 30 / std::sqrt(451), 1 / std::pow(451, 1.5));
}

TEST_CASE("sin(x) / x is 1 at 0", "[limits]") {
    is_as<float>(og::sin(x) / x, og::sinc(x));
    is_as<double>(og::sin(2_c * x) / (2_c * x), og::sinc(2_c * x));
    is_flat_at(og::sin(x) / x, {0.0f, -0.0f, float(infinity)});
}

TEST_CASE("a 0 beside an exponential is one", "[limits]") {
    float const far = float(infinity);
    is_flat_at(og::elu(og::square(x) * og::hard_tanh(-x, 0_c, 1_c)), {1, 1e25f, far});
    is_flat_at(og::elu(x * og::relu(-x)), {-far, -1e25f, 2, 1e25f, far});
}

TEST_CASE("an exponential falls faster than star_relu and the logits' loss grow", "[limits]") {
    float const far = float(infinity);
    std::vector<float> y(2);
    og::evaluate(og::exp(-x) * og::star_relu(x), y, x = std::vector<float>{1e25f, far});
    CHECK(y == std::vector<float>{0, 0});
    is_flat_at(og::exp(-x) * og::star_relu(x), {1e25f, far});
    og::evaluate(og::exp(x) * og::binary_cross_entropy(x, 0.3_c), y, x = std::vector<float>{-1e25f, -far});
    CHECK(y == std::vector<float>{0, 0});
    is_flat_at(og::exp(x) * og::binary_cross_entropy(x, 0.3_c), {-1e25f, -far});
}

TEST_CASE("isru of an exponential is flat where that overflows", "[limits]") {
    float const far = float(infinity);
    is_flat_at(og::isru(og::exp(x)), {100, 1e25f, far});
    is_flat_at(og::isru(og::exp(x), 2_c), {100, 1e25f, far});
    std::vector<float> const in{40}, dy{1};
    std::vector<float> dx(1);
    og::backward(og::isru(og::exp(x)), dy, x = in, og::grad(x) = dx);
    CHECK(std::abs(dx[0] - 1.8048514e-35f) < 1e-41f);
    og::backward(og::isru(og::exp(x), 2_c), dy, x = in, og::grad(x) = dx);
    CHECK(std::abs(dx[0] - 6.3811133e-36f) < 1e-41f);
}

TEST_CASE("a difference of squares is 0 where they are equal, and right where they overflow", "[limits]") {
    std::vector<float> x_in, u_in;
    for (int i = 1; i <= 64; ++i) {
        x_in.push_back(0.37f * static_cast<float>(i));
        u_in.push_back(i % 2 ? x_in.back() : -x_in.back());
    }
    std::vector<float> y(64);
    og::evaluate(og::sqrt(og::square(x) - og::square(u)), y, x = x_in, u = u_in);
    CHECK(y == std::vector<float>(64));
    og::evaluate(x * x - u * u, y, x = x_in, u = u_in);
    CHECK(y == std::vector<float>(64));
    y.resize(1);
    og::evaluate(x * x - u * u, y, x = std::vector<float>{2e19f}, u = std::vector<float>{1.9e19f});
    CHECK(std::abs(y[0] / 3.9e37f - 1) < 1e-6f);
}

TEST_CASE("the slope of xielu falls as an exponential where n is beta", "[limits]") {
    std::vector<double> const in{-20, -40, -80, -infinity}, dy(4, 1.0);
    std::vector<double> dx(4);
    og::backward(og::xielu(x, 0.8_c, 0.5_c), dy, x = in, og::grad(x) = dx);
    for (std::size_t i = 0; i < 3; ++i) CHECK(std::abs(dx[i] / (0.5 * std::exp(in[i])) - 1) < 1e-12);
    CHECK(dx[3] < 1e-300);
    std::vector<float> const floats{-20, -40, -80, -float(infinity)}, one(4, 1.0f);
    std::vector<float> slopes(4);
    og::backward(og::xielu(x, 0.8_c, 0.5_c), one, x = floats, og::grad(x) = slopes);
    for (std::size_t i = 0; i < 3; ++i) CHECK(std::abs(slopes[i] / (0.5 * std::exp(in[i])) - 1) < 1e-5);
    CHECK(slopes[3] < 1e-34f);
}

TEST_CASE("what has nothing to do with the step stays a product, and NaN stays", "[limits]") {
    std::vector<float> const in{-1, 1}, by{float(infinity), std::numeric_limits<float>::quiet_NaN()};
    std::vector<float> y(2);
    og::evaluate(u * og::relu(x), y, x = in, u = by);
    CHECK(std::isnan(y[0]));
    CHECK(std::isnan(y[1]));
    og::evaluate(u * og::where(x > 0_c, 1_c, og::expm1(x)), y, x = std::vector<float>{-0.0f, 1}, u = by);
    CHECK(std::isnan(y[0]));
    og::evaluate(x * og::hard_sigmoid(x), y, x = by);
    CHECK(y[0] == float(infinity));
    CHECK(std::isnan(y[1]));
}
