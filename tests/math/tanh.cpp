#include "accuracy.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto tanh_of  = [](auto x) { return math::tanh(x); };
constexpr auto sech2_of = [](auto x) { return math::sech2(x); };

static_assert(math::tanh(0.0) == 0 && math::tanh(1e30f) == 1 && math::tanh(-infinity) == -1);
static_assert(math::tanh(1e-40f) == 1e-40f && math::tanh(-0.7) == -math::tanh(0.7));
static_assert(math::sech2(0.0) == 1 && math::sech2(1e30f) == 0);

}  // namespace

TEST_CASE("tanh is accurate") {
    accuracy::check(tanh_of, [](long double x) { return std::tanh(x); }, 2.0, 2.0);
}

TEST_CASE("sech2 is accurate") { accuracy::check(sech2_of, reference::sech2, 2.5, 2.5); }

TEST_CASE("tanh at special values") {
    CHECK(gives(tanh_of, 0.0, 0));
    CHECK(gives(tanh_of, -0.0, -0.0));
    CHECK(gives(tanh_of, infinity, 1));
    CHECK(gives(tanh_of, -infinity, -1));
    CHECK(gives(tanh_of, not_a_number, not_a_number));
    CHECK(gives(tanh_of, accuracy::tiny_float, accuracy::tiny_float));
    CHECK(gives(tanh_of, -accuracy::tiny_double, -accuracy::tiny_double));
}

TEST_CASE("sech2 at special values") {
    CHECK(gives(sech2_of, 0.0, 1));
    CHECK(gives(sech2_of, -0.0, 1));
    CHECK(gives(sech2_of, infinity, 0));
    CHECK(gives(sech2_of, -infinity, 0));
    CHECK(gives(sech2_of, not_a_number, not_a_number));
}
