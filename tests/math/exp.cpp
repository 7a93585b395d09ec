#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto exp_of   = [](auto x) { return math::exp(x); };
constexpr auto expm1_of = [](auto x) { return math::expm1(x); };

static_assert(math::exp(0.0) == 1 && math::exp(0.0f) == 1);
static_assert(math::exp(1000.0) == infinity && math::exp(-1000.0f) == 0);
static_assert(math::exp(infinity) == infinity && math::exp(-infinity) == 0);
static_assert(math::absolute(math::exp(1.0) - 2.718281828459045) < 1e-15);
static_assert(math::expm1(1e-40f) == 1e-40f && math::expm1(1e5) == infinity && math::expm1(-1e30f) == -1);

}  // namespace

TEST_CASE("exp is accurate") {
    accuracy::check(exp_of, [](long double x) { return std::exp(x); }, 1.1, 1.1);
}

TEST_CASE("expm1 is accurate") {
    accuracy::check(expm1_of, [](long double x) { return std::expm1(x); }, 1.6, 2.0);
}

TEST_CASE("exp(-x^2) is accurate") {
    accuracy::check([](auto x) { return math::exp_of_minus_square(x); },
                    [](long double x) { return std::exp(-(x * x)); }, 1.1, 1.1);
}

TEST_CASE("the derivative of exp(-x^2) is accurate, and 0 with its sign") {
    constexpr auto derivative_of = [](auto x) { return math::exp_of_minus_square_derivative(x); };
    accuracy::check(derivative_of, [](long double x) { return -2 * x * std::exp(-(x * x)); }, 1.7, 1.7);
    for (const double zero : {0.0, infinity}) {
        CHECK(gives(derivative_of, zero, -0.0));
        CHECK(gives(derivative_of, -zero, 0.0));
    }
}

TEST_CASE("exp and expm1 at special values") {
    CHECK(gives(exp_of, 0.0, 1));
    CHECK(gives(exp_of, -0.0, 1));
    CHECK(gives(exp_of, infinity, infinity));
    CHECK(gives(exp_of, -infinity, 0));
    CHECK(gives(exp_of, not_a_number, not_a_number));
    // Where the digits that are taken off are no longer exact.
    for (double x = 120; x < 3.4e38; x *= 1.37) {
        CHECK(gives(exp_of, 8 * x, infinity));
        CHECK(gives(exp_of, -8 * x, 0));
    }
    CHECK(gives(expm1_of, 0.0, 0));
    CHECK(gives(expm1_of, -0.0, -0.0));
    CHECK(gives(expm1_of, infinity, infinity));
    CHECK(gives(expm1_of, -infinity, -1));
    CHECK(gives(expm1_of, not_a_number, not_a_number));
    CHECK(gives(expm1_of, accuracy::tiny_float, accuracy::tiny_float));
    CHECK(gives(expm1_of, accuracy::tiny_double, accuracy::tiny_double));
}
