#include "accuracy.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto mish_of            = [](auto x) { return math::mish(x); };
constexpr auto mish_derivative_of = [](auto x) { return math::mish_derivative(x); };

static_assert(math::mish(0.0) == 0 && math::mish(1e30f) == 1e30f && math::mish(-1e30) == 0);
static_assert(math::mish(infinity) == infinity && math::mish_derivative(1e300) == 1);
static_assert(math::absolute(math::mish_derivative(0.0) - 0.6) < 2e-16);

}  // namespace

TEST_CASE("mish is accurate") {
    accuracy::check(mish_of, reference::mish, 1.8, 1.8);
}

TEST_CASE("mish' is accurate") {
    accuracy::check_with_root(mish_derivative_of, reference::mish_derivative, 3.9, 3.9, {-1.4, -1.0},
                              reference::tanh_of_softplus);
}

TEST_CASE("mish at special values") {
    CHECK(gives(mish_of, 0.0, 0.0));
    CHECK(gives(mish_of, -0.0, -0.0));
    CHECK(gives(mish_of, infinity, infinity));
    CHECK(gives(mish_of, -infinity, -0.0));
    CHECK(gives(mish_of, not_a_number, not_a_number));
}

TEST_CASE("mish_derivative at special values") {
    CHECK(gives(mish_derivative_of, infinity, 1));
    CHECK(gives(mish_derivative_of, -infinity, -0.0));
    CHECK(gives(mish_derivative_of, not_a_number, not_a_number));
}
