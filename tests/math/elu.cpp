#include "accuracy.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto elu_of = [](auto x) { return math::elu(x); };
constexpr auto times_expm1_of = [](auto x) {
    using v = math::vocabulary<decltype(x)>;
    return math::times_expm1_below_0(v::number(1.7578125), v::smaller(v::number(0), x));
};

static_assert(math::elu(0.0) == 0 && math::elu(3.5f) == 3.5f);
static_assert(math::elu(-1e30) == -1 && math::elu(-1e-40f) == -1e-40f);

}  // namespace

TEST_CASE("elu is accurate") {
    accuracy::check(elu_of, reference::elu, 1.1, 1.4);
    accuracy::check(times_expm1_of, [](long double x) { return x > 0 ? 0 : 1.7578125L * std::expm1(x); }, 1.2, 1.4);
}

TEST_CASE("elu at special values") {
    CHECK(gives(elu_of, 0.0, 0.0));
    CHECK(gives(elu_of, -0.0, -0.0));
    CHECK(gives(elu_of, infinity, infinity));
    CHECK(gives(elu_of, -infinity, -1));
    CHECK(gives(elu_of, not_a_number, not_a_number));
    CHECK(gives(times_expm1_of, -0.0, -0.0));
    CHECK(gives(times_expm1_of, -infinity, -1.7578125));
    CHECK(gives(times_expm1_of, not_a_number, not_a_number));
    CHECK(gives(elu_of, -accuracy::tiny_float, -accuracy::tiny_float));
    CHECK(gives(elu_of, -accuracy::tiny_double, -accuracy::tiny_double));
}
