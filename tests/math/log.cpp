#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto log_of   = [](auto x) { return math::log(x); };
constexpr auto log1p_of = [](auto x) { return math::log1p(x); };

static_assert(math::log(1.0) == 0 && math::log(0.0f) == -infinity && math::log(infinity) == infinity);
static_assert(math::absolute(math::log(10.0) - 2.302585092994046) < 1e-15);
static_assert(math::log1p(1e-40f) == 1e-40f && math::log1p(-1.0) == -infinity);

}  // namespace

TEST_CASE("log is accurate") {
    accuracy::check(log_of, [](long double x) { return std::log(x); }, 1.1, 1.2);
}

TEST_CASE("log1p is accurate") {
    accuracy::check(log1p_of, [](long double x) { return std::log1p(x); }, 1.1, 1.2);
}

TEST_CASE("log and log1p at special values") {
    CHECK(gives(log_of, 0.0, -infinity));
    CHECK(gives(log_of, -0.0, -infinity));
    CHECK(gives(log_of, 1, 0));
    CHECK(gives(log_of, -1, not_a_number));
    CHECK(gives(log_of, infinity, infinity));
    CHECK(gives(log_of, -infinity, not_a_number));
    CHECK(gives(log_of, not_a_number, not_a_number));
    CHECK(gives(log1p_of, 0.0, 0));
    CHECK(gives(log1p_of, -0.0, -0.0));
    CHECK(gives(log1p_of, -1, -infinity));
    CHECK(gives(log1p_of, -1.5, not_a_number));
    CHECK(gives(log1p_of, infinity, infinity));
    CHECK(gives(log1p_of, -infinity, not_a_number));
    CHECK(gives(log1p_of, not_a_number, not_a_number));
    CHECK(gives(log1p_of, accuracy::tiny_float, accuracy::tiny_float));
    CHECK(gives(log1p_of, accuracy::tiny_double, accuracy::tiny_double));
}
