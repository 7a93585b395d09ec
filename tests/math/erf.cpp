#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto erf_of = [](auto x) { return math::erf(x); };

static_assert(math::erf(0.0) == 0 && math::erf(1e30f) == 1 && math::erf(-infinity) == -1);
static_assert(math::absolute(math::erf(1.0) - 0.8427007929497149) < 3e-16 && math::erf(-0.7f) == -math::erf(0.7f));

}  // namespace

TEST_CASE("erf is accurate") {
    accuracy::check(erf_of, [](long double x) { return std::erf(x); }, 1.5, 2.3);
}

TEST_CASE("erf at special values") {
    CHECK(gives(erf_of, 0.0, 0));
    CHECK(gives(erf_of, -0.0, -0.0));
    CHECK(gives(erf_of, infinity, 1));
    CHECK(gives(erf_of, -infinity, -1));
    CHECK(gives(erf_of, not_a_number, not_a_number));
}
