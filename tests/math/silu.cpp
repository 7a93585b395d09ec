#include "accuracy.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto silu_of            = [](auto x) { return math::silu(x); };
constexpr auto silu_derivative_of = [](auto x) { return math::silu_derivative(x); };

static_assert(math::silu(0.0) == 0 && math::silu(1e30f) == 1e30f && math::silu(-1e30) == 0);
static_assert(math::silu(-1e-40f) == -5e-41f && math::silu(infinity) == infinity);
static_assert(math::silu_derivative(0.0f) == 0.5f && math::silu_derivative(1e300) == 1);

}  // namespace

TEST_CASE("silu is accurate") {
    accuracy::check(silu_of, reference::silu, 1.8, 1.8);
}

TEST_CASE("silu' is accurate") {
    accuracy::check_with_root(silu_derivative_of, reference::silu_derivative, 3.5, 3.4, {-1.6, -1.1},
                              reference::sigmoid);
}

TEST_CASE("silu at special values") {
    CHECK(gives(silu_of, 0.0, 0.0));
    CHECK(gives(silu_of, -0.0, -0.0));
    CHECK(gives(silu_of, infinity, infinity));
    CHECK(gives(silu_of, -infinity, -0.0));
    CHECK(gives(silu_of, not_a_number, not_a_number));
}

TEST_CASE("silu_derivative at special values") {
    CHECK(gives(silu_derivative_of, 0.0, 0.5));
    CHECK(gives(silu_derivative_of, -0.0, 0.5));
    CHECK(gives(silu_derivative_of, infinity, 1));
    CHECK(gives(silu_derivative_of, -infinity, -0.0));
    CHECK(gives(silu_derivative_of, not_a_number, not_a_number));
}
