// (e^x - 1) / x and x / (e^x - 1) written out: their values and derivatives where both parts are 0, and far out.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"dt"> dt;
constexpr og::param<"a"> a;

constexpr auto relative = (og::exp(x) - 1_c) / x;
constexpr auto inverse = x / (og::exp(x) - 1_c);

static_assert(relative(x = 0.0) == 1 && inverse(x = 0.0) == 1);
static_assert(og::derivative(relative, x)(x = 0.0) == 0.5 && og::derivative(inverse, x)(x = 0.0) == -0.5);

/// The integral of t^k e^(t at) from 0 to 1, the k-th derivative of (e^x - 1) / x: as a series, or by parts.
long double moment(long double at, int k) {
    if (std::fabs(at) < 8) {
        long double sum = 0, term = 1;
        for (int n = 0; n < 80; ++n, term *= at / static_cast<long double>(n))
            sum += term / static_cast<long double>(n + k + 1);
        return sum;
    }
    return k == 0 ? std::expm1(at) / at : (std::exp(at) - static_cast<long double>(k) * moment(at, k - 1)) / at;
}
/// The k-th derivative of x / (e^x - 1); the second, which is even, where it does not cancel.
long double inverse_moment(long double at, int k) {
    if (k == 2) at = std::fabs(at);
    long double const f = moment(at, 0), first = moment(at, 1) / f;
    return k == 0 ? 1 / f : k == 1 ? -first / f : (2 * first * first - moment(at, 2) / f) / f;
}

std::vector<double> const points{0.0,   -0.0, 1e-300, -1e-30, 1e-12, -1e-5, 0.01, -0.3, 0.7,
                                 -0.99, 1.01, -1.5,   2.0,    -3.0,  5.0,   -7.0, 12.0, -20.0};

template <class F, class E>
void is_near(E e, long double (*exact)(long double, int), int order, double epsilon) {
    std::vector<F> at, y;
    for (double const p : points) at.push_back(static_cast<F>(p));
    y.resize(at.size());
    og::evaluate(e, y, x = at);
    for (std::size_t i = 0; i < at.size(); ++i) {
        CAPTURE(at[i], order);
        CHECK(static_cast<double>(y[i]) ==
              Approx(static_cast<double>(exact(static_cast<long double>(at[i]), order))).epsilon(epsilon));
    }
}
template <class E>
void has_derivatives(E e, long double (*exact)(long double, int)) {
    is_near<double>(e, exact, 0, 1e-15);
    is_near<float>(e, exact, 0, 4e-7);
    is_near<double>(og::derivative(e, x), exact, 1, 2e-15);
    is_near<float>(og::derivative(e, x), exact, 1, 8e-7);
    is_near<double>(og::derivative(e, x, x), exact, 2, 2e-14);
}

template <class E>
std::vector<float> gradient(E e, std::vector<float> const& at) {
    std::vector<float> dx(at.size()), ones(at.size(), 1.0f);
    og::backward(e, ones, x = at, og::grad(x) = dx);
    return dx;
}

constexpr float infinity = std::numeric_limits<float>::infinity();

}  // namespace

TEST_CASE("(e^x - 1) / x has its digits and those of its derivatives, at 0 too") {
    has_derivatives(relative, moment);
    has_derivatives(og::expm1(x) / x, moment);
    has_derivatives((1_c - og::exp(x)) / -x, moment);
}

TEST_CASE("x / (e^x - 1) has its digits and those of its derivatives, at 0 too") {
    has_derivatives(inverse, inverse_moment);
    has_derivatives(-x / (1_c - og::exp(x)), inverse_moment);
}

TEST_CASE("Quotients by e^x - 1, and of it, have their limits and overflow no earlier than they must") {
    std::vector<float> const ends{-infinity, -1e30f, -100, 91, 100, 1e30f, infinity};
    std::vector<float> y(ends.size());
    og::evaluate(relative, y, x = ends);
    CHECK((y[0] == 0 && y[1] == Approx(1e-30) && y[2] == Approx(0.01) && y[6] == infinity));
    CHECK(static_cast<double>(y[3]) == Approx(std::exp(91.0) / 91).epsilon(1e-6));
    std::vector<float> dx = gradient(relative, ends);
    CHECK((dx[0] == 0 && dx[2] == Approx(1e-4) && dx[6] == infinity));
    CHECK(static_cast<double>(dx[3]) == Approx(std::exp(91.0) / 91 * (1 - 1 / 91.0)).epsilon(1e-6));

    og::evaluate(x / (1_c - og::exp(-x)), y, x = ends);  // a rectifier
    CHECK((y[0] == 0 && y[1] == 0 && y[3] == 91 && y[5] == 1e30f && y[6] == infinity));
    dx = gradient(x / (1_c - og::exp(-x)), ends);
    CHECK((dx[0] == 0 && dx[1] == 0 && dx[3] == 1 && dx[5] == 1 && dx[6] == 1));
    float const nan = std::numeric_limits<float>::quiet_NaN();
    CHECK((std::isnan(relative(x = nan)) && std::isnan(inverse(x = nan)) &&
           std::isnan(og::derivative(inverse, x)(x = nan))));
}

TEST_CASE("A factor of the exponent alone may stand on the other side") {
    std::vector<float> const at{0, -0.0f, 1e-20f, -0.25f, 2}, steps{0.5f, 3, 2, 0, 1}, ones(5, 1.0f);
    std::vector<float> y(5), dx(5), ddt(5);
    auto const expect = [&](auto e, float learned, double scale, double sign) {
        og::evaluate(e, y, x = at, dt = steps, a = learned);
        og::backward(e, ones, x = at, dt = steps, a = learned, og::grad(x) = dx, og::grad(dt) = ddt);
        for (std::size_t i = 0; i < 5; ++i) {
            CAPTURE(i);
            double const h = static_cast<double>(steps[i]) * scale, z = sign * h * static_cast<double>(at[i]);
            CHECK(static_cast<double>(y[i]) == Approx(h * static_cast<double>(moment(z, 0))).epsilon(1e-6));
            CHECK(static_cast<double>(dx[i]) == Approx(sign * h * h * static_cast<double>(moment(z, 1))).epsilon(1e-6));
            CHECK(static_cast<double>(ddt[i]) == Approx(scale * std::exp(z)).epsilon(1e-6));
        }
    };
    // The step of a state space, held over dt: a of the discretisation is x.
    expect((og::exp(dt * x) - 1_c) / x + 0_c * a, 1, 1, 1);
    expect(og::expm1(x * dt) / x + 0_c * a, 1, 1, 1);
    expect((1_c - og::exp(-x * dt)) / x + 0_c * a, 1, 1, -1);
    expect((1_c - og::exp(-(a * x * dt))) / x, 1.5f, 1.5, -1);
    expect((og::exp(2_c * x * dt) - 1_c) / x + 0_c * a, 1, 2, 1);
}

TEST_CASE("A gradient by the other factors of the exponent does not cancel where that falls") {
    std::vector<float> const at{-20, -3, 0.25f}, steps{1, 2, 3}, ones(3, 1.0f);
    std::vector<float> dx(3), ddt(3);
    og::backward((og::exp(dt * x) - 1_c) / x, ones, x = at, dt = steps, og::grad(x) = dx, og::grad(dt) = ddt);
    for (std::size_t i = 0; i < 3; ++i) {
        double const h = static_cast<double>(steps[i]), z = h * static_cast<double>(at[i]);
        CHECK(static_cast<double>(ddt[i]) == Approx(std::exp(z)).epsilon(1e-6));
        CHECK(static_cast<double>(dx[i]) == Approx(h * h * static_cast<double>(moment(z, 1))).epsilon(1e-6));
    }
    og::backward(x / (og::exp(x * dt) - 1_c), ones, x = at, dt = steps, og::grad(x) = dx, og::grad(dt) = ddt);
    for (std::size_t i = 0; i < 3; ++i) {
        double const v = static_cast<double>(at[i]), z = static_cast<double>(steps[i]) * v;
        CHECK(static_cast<double>(ddt[i]) == Approx(-v * v * std::exp(z) / std::pow(std::expm1(z), 2)).epsilon(1e-6));
        CHECK(static_cast<double>(dx[i]) == Approx(static_cast<double>(inverse_moment(z, 1))).epsilon(1e-6));
    }
    // A number is no such factor.
    og::backward((og::exp(2_c * x) - 1_c) / 2_c, ones, x = at, og::grad(x) = dx);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(static_cast<double>(dx[i]) == Approx(std::exp(2 * static_cast<double>(at[i]))).epsilon(1e-6));
}

TEST_CASE("Quotients by e^x - 1 are known in formulas of which no types are left") {
    constexpr auto block = [](auto e) {
        return og::sigmoid(e * og::tanh(e) + 1_c) * og::gelu(e - 0.5_c) + og::silu(e) * e;
    };
    constexpr auto e = block(block(block(relative))) + inverse;
    std::vector<float> const at{0};
    std::vector<float> y(1);
    og::evaluate(e, y, x = at);
    double const wanted = block(block(block(1_c)))();
    CHECK(static_cast<double>(y[0]) == Approx(wanted + 1).epsilon(1e-6));
}
