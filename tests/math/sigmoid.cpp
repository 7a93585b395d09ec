#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto sigmoid_of = [](auto x) { return math::sigmoid(x); };

static_assert(math::sigmoid(0.0) == 0.5 && math::sigmoid(0.0f) == 0.5f);
static_assert(math::sigmoid(-1e30) == 0 && math::sigmoid(1e30f) == 1 && math::sigmoid(-infinity) == 0);

}  // namespace

TEST_CASE("sigmoid is accurate") {
    accuracy::check(sigmoid_of, [](long double x) { return 1 / (1 + std::exp(-x)); }, 1.9, 1.9);
}

TEST_CASE("sigmoid at special values") {
    CHECK(gives(sigmoid_of, 0.0, 0.5));
    CHECK(gives(sigmoid_of, -0.0, 0.5));
    CHECK(gives(sigmoid_of, infinity, 1));
    CHECK(gives(sigmoid_of, -infinity, 0));
    CHECK(gives(sigmoid_of, not_a_number, not_a_number));
}
