// Derivatives of sinc near 0, and of the square of a sine far out.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::param<"a"> a;

// In constant expressions too, where what is not chosen may not be 0 / 0 either.
static_assert(og::derivative(og::sinc(x), x)(x = 0.0) == 0);
static_assert(og::derivative(og::sinc(x), x)(x = 1e30f) < 1e-29f);

/// The sum of x^(2 m - n) (-1)^m (2 m)! / ((2 m - n)! (2 m + 1)!), the n-th derivative of sinc.
double derivative_of_sinc(double at, int n) {
    double sum = 0;
    for (int m = (n + 1) / 2; m < 12; ++m)
        sum += std::pow(at, 2 * m - n) * (m % 2 ? -1 : 1) / (std::tgamma(2 * m - n + 1) * (2 * m + 1));
    return sum;
}

}  // namespace

TEST_CASE("sinc has its derivatives near 0 to the fourth order") {
    constexpr auto second = og::derivative(og::sinc(x), x, x);
    constexpr auto third = og::derivative(og::sinc(x), x, x, x);
    constexpr auto fourth = og::derivative(og::sinc(x), x, x, x, x);
    for (double const at : {0.0, 1e-8, -1e-3, 0.3, -0.49, 0.51, 1.0}) {
        CAPTURE(at);
        CHECK(second(x = at) == Approx(derivative_of_sinc(at, 2)).epsilon(1e-13));
        CHECK(third(x = at) == Approx(derivative_of_sinc(at, 3)).epsilon(1e-12).margin(1e-300));
        CHECK(fourth(x = at) == Approx(derivative_of_sinc(at, 4)).epsilon(1e-12));
    }
    CHECK(fourth(x = 1e-4f) == Approx(0.2));
}

TEST_CASE("sin(x) / x written out is sinc where it runs, at 0 and in its derivatives") {
    constexpr auto written = og::sin(x) / x;
    constexpr auto first = og::derivative(written, x);
    constexpr auto second = og::derivative(written, x, x);
    static_assert(written(x = 0.0) == 1 && first(x = 0.0) == 0);
    for (double const at : {0.0, 1e-30, -1e-8, -1e-3, 0.3, 0.51, 1.0}) {
        CAPTURE(at);
        CHECK(first(x = at) == Approx(derivative_of_sinc(at, 1)).epsilon(1e-13).margin(1e-300));
        CHECK(second(x = at) == Approx(derivative_of_sinc(at, 2)).epsilon(1e-13));
    }
    std::vector<float> const ends{0, std::numeric_limits<float>::infinity()}, dy(2, 1.0f);
    std::vector<float> y(2), dx(2, 7.0f);
    og::evaluate(og::sin(2_c * x) / (2_c * x), y, x = ends);
    og::backward(og::sin(2_c * x) / (2_c * x), dy, x = ends, og::grad(x) = dx);
    CHECK((y[0] == 1 && y[1] == 0 && dx[0] == 0 && dx[1] == 0));
}

TEST_CASE("snake has a gradient where twice its angle overflows") {
    std::vector<float> const far{1.6e38f, 1.8e38f, -3e38f, std::numeric_limits<float>::infinity(), 1}, dy(5, 1.0f);
    std::vector<float> dx(5);
    og::backward(og::snake(x), dy, x = far, og::grad(x) = dx);
    for (std::size_t i = 0; i != 4; ++i) CHECK(dx[i] == 1);
    CHECK(dx[4] == Approx(1 + std::sin(2.0)));

    std::vector<float> const one_far{1.2e38f, 1, 2}, ones(3, 1.0f);
    float da = 0;
    og::backward(og::snake(x, a), ones, x = one_far, a = 2.0f, og::grad(a) = da);
    CHECK(std::isfinite(da));
}
