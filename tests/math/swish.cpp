#include "accuracy.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

// Exact in both types. The product with an odd one is rounded, and that must not be lost.
constexpr double betas[] = {1.25, 2.75, -0.75};

template <class V>
V like(V, double beta) {
    return math::number<V>(beta);
}
auto swish_of(double beta) {
    return [=](auto x) { return math::swish(x, like(x, beta)); };
}
auto swish_derivative_of(double beta) {
    return [=](auto x) { return math::swish_derivative(x, like(x, beta)); };
}
auto swish_by_beta_of(double beta) {
    return [=](auto x) { return math::swish_by_beta(x, like(x, beta)); };
}

static_assert(math::swish(0.0, 1.25) == 0 && math::swish(1e30f, 1.25f) == 1e30f && math::swish(-1e30, 1.25) == 0);
// Where the rounding of beta x is as large as 1, it must not count.
static_assert(math::swish_derivative(-35757308.f, 1.702f) == 0 && math::swish_derivative(35757308.f, 1.702f) == 1);

// Where x is large and beta x is not.
static_assert(math::swish(1e30f, 0.f) == 5e29f && math::swish(-1e300, 0.0) == -5e299);
static_assert(math::swish_by_beta(0x1p63f, 0.f) == 0x1p124f && math::swish_by_beta(-0x1p500, 0.0) == 0x1p998);

}  // namespace

TEST_CASE("swish is accurate for any beta") {
    for (double const beta : betas) {
        CAPTURE(beta);
        accuracy::check(swish_of(beta), [=](long double x) {
            bool const falls = beta * x < 0;
            return (falls ? reference::held(x) : x) * reference::sigmoid(beta * x);
        }, 1.7, 1.9);
    }
}

TEST_CASE("swish is accurate where x is large and beta x is not") {
    double most = 0;
    for (int i = -8000; i <= 8000; ++i) {
        auto const x = std::ldexp(static_cast<float>(i) * 0.011f, 100);
        long double const exact = x * reference::sigmoid(std::ldexp(static_cast<long double>(x), -100));
        most = std::max(most, accuracy::ulps(math::swish(x, 0x1p-100f), exact));
    }
    CHECK(most <= accuracy::allowed<float>(1.7));
}

TEST_CASE("the derivative of swish is accurate for any beta") {
    for (double const beta : betas) {
        CAPTURE(beta);
        double const a = -1.6 / beta, b = -1.1 / beta;
        accuracy::check_with_root(swish_derivative_of(beta), [=](long double x) { return reference::silu_derivative(beta * x); },
                                  2.9, 2.9, {std::min(a, b), std::max(a, b)},
                                  [=](long double x) { return reference::sigmoid(beta * x); });
    }
}

TEST_CASE("the derivative of swish by beta is accurate above the normal range") {
    for (double const beta : betas) {
        double most = 0;
        for (int i = -8000; i <= 8000; ++i) {
            auto const x = static_cast<float>(i) * 0.011f;
            long double const exact = static_cast<long double>(x) * x * reference::sigmoid_derivative(beta * x);
            if (exact > 1e-37L) most = std::max(most, accuracy::ulps(math::swish_by_beta(x, like(x, beta)), exact));
        }
        CAPTURE(beta);
        CHECK(most <= accuracy::allowed<float>(2.8));
    }
}

TEST_CASE("swish and its derivatives at special values") {
    CHECK(gives(swish_of(1.25), -0.0, -0.0));
    CHECK(gives(swish_of(0), 0x1p100, 0x1p99));
    CHECK(gives(swish_of(1.25), infinity, infinity));
    CHECK(gives(swish_of(1.25), -infinity, -0.0));
    CHECK(gives(swish_of(-0.75), infinity, 0.0));
    CHECK(gives(swish_of(1.25), not_a_number, not_a_number));
    CHECK(gives(swish_derivative_of(1.25), infinity, 1));
    CHECK(gives(swish_derivative_of(1.25), -infinity, -0.0));
    CHECK(gives(swish_derivative_of(1.25), not_a_number, not_a_number));
    CHECK(gives(swish_by_beta_of(1.25), infinity, 0));
    CHECK(gives(swish_by_beta_of(1.25), -infinity, 0));
    CHECK(gives(swish_by_beta_of(1.25), not_a_number, not_a_number));
}
