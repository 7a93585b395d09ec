#include "accuracy.hpp"
#include "normal_reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto gelu_of       = [](auto x) { return math::gelu(x); };
constexpr auto derivative_of = [](auto x) { return math::gelu_derivative(x); };

static_assert(math::gelu(0.0) == 0 && math::gelu(1e30f) == 1e30f && math::gelu(-infinity) == 0);
static_assert(math::absolute(math::gelu(1.0) - 0.84134474606854293) < 2e-16 && math::gelu_derivative(0.0f) == 0.5f);

}  // namespace

TEST_CASE("gelu is accurate") {
    accuracy::check(gelu_of, reference::gelu, 1.7, 1.7);
}

TEST_CASE("gelu is accurate where its error is largest") {
    CHECK(accuracy::worst<float>({-1.83877468f, -1.84964657f, -0.327838242f}, gelu_of, reference::gelu) <=
          accuracy::allowed<float>(1.7));
}

TEST_CASE("gelu_derivative is accurate where its error is largest") {
    CHECK(accuracy::worst<float>({-1.02872908f, -1.03387916f, -1.04616022f}, derivative_of, reference::gelu_derivative) <=
          accuracy::allowed<float>(3));
}

TEST_CASE("gelu_derivative is accurate") {
    accuracy::check_with_root(derivative_of, reference::gelu_derivative, 3.2, 3.2, {-0.85, -0.65},
                              reference::normal_cdf);
}

TEST_CASE("gelu and its derivative at special values") {
    CHECK(gives(gelu_of, 0.0, 0.0));
    CHECK(gives(gelu_of, -0.0, -0.0));
    CHECK(gives(gelu_of, infinity, infinity));
    CHECK(gives(gelu_of, -infinity, -0.0));
    CHECK(gives(gelu_of, -1e30, -0.0));
    CHECK(gives(gelu_of, not_a_number, not_a_number));
    for (const double x : {0.0, -0.0}) CHECK(gives(derivative_of, x, 0.5));
    for (const double x : {1e30, infinity}) {
        CHECK(gives(derivative_of, x, 1));
        CHECK(gives(derivative_of, -x, -0.0));
    }
    CHECK(gives(derivative_of, not_a_number, not_a_number));
}
