#include "accuracy.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto softplus_of    = [](auto x) { return math::softplus(x); };
constexpr auto log_sigmoid_of = [](auto x) { return math::log_sigmoid(x); };

static_assert(math::absolute(math::softplus(0.0) - 0.6931471805599453) < 2e-16);
static_assert(math::softplus(1e300) == 1e300 && math::softplus(-1e30f) == 0 && math::log_sigmoid(-1e30f) == -1e30f);

}  // namespace

TEST_CASE("softplus is accurate") { accuracy::check(softplus_of, reference::softplus, 1.9, 1.9); }

TEST_CASE("log_sigmoid is accurate") { accuracy::check(log_sigmoid_of, reference::log_sigmoid, 1.9, 1.9); }

TEST_CASE("softplus and log_sigmoid at special values") {
    CHECK(gives(softplus_of, infinity, infinity));
    CHECK(gives(softplus_of, -infinity, 0));
    CHECK(gives(softplus_of, not_a_number, not_a_number));
    CHECK(gives(log_sigmoid_of, infinity, -0.0));
    CHECK(gives(log_sigmoid_of, -infinity, -infinity));
    CHECK(gives(log_sigmoid_of, not_a_number, not_a_number));
}
