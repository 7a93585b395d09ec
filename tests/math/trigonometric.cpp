#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto sin_of = [](auto x) { return math::sin(x); };
constexpr auto cos_of = [](auto x) { return math::cos(x); };
constexpr auto square_of_sine = [](auto x) { return math::square_of_sine(x); };

static_assert(math::sin(0.0) == 0 && math::cos(0.0f) == 1 && math::sin(-2.0) == -math::sin(2.0));
static_assert(math::absolute(math::sin(1e5) - 0.03574879797201651) < 1e-17);

}  // namespace

TEST_CASE("sin is accurate") {
    accuracy::check(sin_of, [](long double x) { return std::sin(x); }, 0.9, 0.9, 1e5, 1e8);
}

TEST_CASE("cos is accurate") {
    accuracy::check(cos_of, [](long double x) { return std::cos(x); }, 0.9, 0.9, 1e5, 1e8);
}

TEST_CASE("sin^2 is accurate") {
    accuracy::check(square_of_sine, [](long double x) { return std::sin(x) * std::sin(x); }, 1.5, 1.5, 1e5, 1e8);
}

TEST_CASE("sin and cos stay within [-1, 1]") {
    for (double x = 1; x < 1e300; x *= 1.37) {
        CHECK(std::fabs(math::sin(x)) <= 1);
        CHECK(std::fabs(math::cos(-x)) <= 1);
        const auto y = static_cast<float>(std::fmin(x, 3e38));
        CHECK(std::fabs(math::sin(y)) <= 1);
        CHECK(std::fabs(math::cos(y)) <= 1);
    }
}

TEST_CASE("sin and cos at special values") {
    CHECK(gives(sin_of, 0.0, 0));
    CHECK(gives(sin_of, -0.0, -0.0));
    CHECK(gives(sin_of, infinity, not_a_number));
    CHECK(gives(sin_of, not_a_number, not_a_number));
    CHECK(gives(sin_of, accuracy::tiny_float, accuracy::tiny_float));
    CHECK(gives(cos_of, -0.0, 1));
    CHECK(gives(cos_of, -infinity, not_a_number));
    CHECK(gives(cos_of, not_a_number, not_a_number));
}

TEST_CASE("sin^2 is a number wherever x is") {
    CHECK(math::square_of_sine(std::numeric_limits<double>::max()) == 0);
    CHECK(math::square_of_sine(-std::numeric_limits<float>::max()) == 0);
    CHECK(std::fabs(math::square_of_sine(3e6f) - std::pow(std::sin(3e6), 2)) < 1e-6);
    CHECK(gives(square_of_sine, not_a_number, not_a_number));
}
