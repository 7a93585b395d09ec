// Derivatives beyond the second: their limits, where what is multiplied by 0 has come to inf - inf, and their digits.

#include <ogive/ogive.hpp>
#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;
constexpr og::param<"a"> a;

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

template <class E>
float at(E e, float v) {
    std::vector<float> const in{v};
    std::vector<float> out(1);
    og::evaluate(e, out, x = in);
    return out[0];
}

template <class E>
void is_zero_far_out(E e, std::vector<float> const& far) {
    constexpr auto fourth = og::derivative(E{}, x, x, x, x);
    INFO(og::to_text(e));
    for (float const v : far) {
        CAPTURE(v);
        CHECK(at(fourth, v) == 0);
        CHECK(fourth(x = v) == 0);
    }
    CHECK(std::isnan(at(fourth, not_a_number)));
}

}  // namespace

TEST_CASE("fourth derivatives are 0 where a factor falls and another has come to inf - inf") {
    std::vector<float> const far{-infinity, -3e38f, -1e20f, 1e20f, 3e38f, infinity};
    is_zero_far_out(og::gelu(x), far);
    is_zero_far_out(og::gaussian(x), far);
    is_zero_far_out(og::sigmoid(x * x), far);
    is_zero_far_out(og::serf(x), {3e38f, infinity});
    is_zero_far_out(og::tanhexp(x), {30, 100, 1e20f, infinity});
    is_zero_far_out(og::exp(-og::exp(x)), {90, 1000, 1e20f});
}

TEST_CASE("what is NaN beside a factor of 0 for another reason than inf - inf stays NaN") {
    CHECK(std::isnan(at((og::sqrt(x) - og::log(x)) * og::exp(x), -200)));
    CHECK(std::isnan(at((x * x * x - x) * og::where(x > 0_c, og::exp(-x), 0_c), not_a_number)));
    std::vector<float> const xs{1e20f}, ys{not_a_number};
    std::vector<float> out(1);
    og::evaluate((x * x * y - x) * og::exp(-x), out, x = xs, y = ys);
    CHECK(std::isnan(out[0]));
}

TEST_CASE("the third derivative of squareplus keeps its digits on both sides of 0") {
    constexpr auto third = og::derivative(og::squareplus(x), x, x, x);
    for (float const v : {-10.0f, -1.0f, -1e-3f, -1e-8f, -1e-30f, 1e-30f, 1e-3f, 1.0f, 10.0f}) {
        double const w = static_cast<double>(v);
        CAPTURE(v);
        CHECK(og::testing::ulps(at(third, v), -6 * w / std::pow(w * w + 4, 2.5)) <= 8);
    }
}

TEST_CASE("a learned scale in f(a x) / a and a f(x / a) leaves no terms that cancel") {
    auto const sigmoid = [](double v) { return 1 / (1 + std::exp(-v)); };
    auto const slope = [=](double v) { return sigmoid(v) * sigmoid(-v); };
    auto const check = [](auto e, double by, auto exact) {
        INFO(og::to_text(e));
        for (float const v : {-20.0f, -1.0f, -1e-3f, -1e-10f, -1e-30f, 1e-30f, 1e-10f, 1e-3f, 1.0f, 20.0f}) {
            double const w = static_cast<double>(v);
            std::vector<float> const in{v, not_a_number};
            std::vector<float> out(2);
            og::evaluate(e, out, x = in, a = static_cast<float>(by));
            CAPTURE(v);
            // The product with a is rounded before its exponential is.
            CHECK(og::testing::ulps(out[0], exact(w)) <= 4 + std::fabs(by * w) + std::fabs(w / by));
            CHECK(std::isnan(out[1]));
            og::evaluate(e, out, x = in, a = not_a_number);
            CHECK(std::isnan(out[0]));
        }
    };
    constexpr auto softplus = og::softplus(x, a);
    check(og::derivative(softplus, x, a), 3, [=](double v) { return v * slope(3 * v); });
    check(og::derivative(og::log(1_c + og::exp(a * x)) / a, x, a), 0.5, [=](double v) { return v * slope(v / 2); });
    check(std::get<0>(og::vjp(og::derivative(softplus, x), 1_c, x)), 0.5, [=](double v) { return slope(v / 2) / 2; });
    check(og::derivative(a * og::tanh(x / a), x), 2, [](double v) { return 1 / std::pow(std::cosh(v / 2), 2); });
    check(og::derivative(a * og::expm1(x / a), x, a, a), 2,
          [](double v) { return (v / 4 + v * v / 16) * std::exp(v / 2); });
    check(x * og::sigmoid(a * x) / x, 3, [=](double v) { return sigmoid(3 * v); });

    constexpr og::explanation plan = og::explain(og::derivative(softplus, x));
    CHECK((plan.operations == 4 && plan.divisions == 1));  // a x, its sigmoid, and which side it is on
}
