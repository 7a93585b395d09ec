#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto sign_of       = [](auto x) { return math::sign(x); };
constexpr auto negate_of     = [](auto x) { return math::negate(x); };
constexpr auto absolute_of   = [](auto x) { return math::absolute(x); };
constexpr auto sqrt_of       = [](auto x) { return math::sqrt(x); };
constexpr auto reciprocal_of = [](auto x) { return math::reciprocal(x); };

static_assert(math::sqrt(2.0) == 1.4142135623730951 && math::sqrt(1e-300) == 1e-150 && math::sqrt(9.0f) == 3);
static_assert(math::reciprocal(0.0) == infinity && math::reciprocal(-0.0f) == -infinity);
static_assert(math::sign(-2.5) == -1 && math::sign(0.0f) == 0);
static_assert(math::maximum(1.0, 2.0) == 2 && math::minimum(1.0f, 2.0f) == 1);
static_assert(math::fma(3.0, 4.0, 5.0) == 17 && math::copysign(3.0, -0.0) == -3 && math::select(true, 1.0, 2.0) == 1);
// What one rounding keeps and two would lose.
static_assert(math::fma(1.0 + 0x1p-30, 1.0 - 0x1p-30, -1.0) == -0x1p-60);

}  // namespace

TEST_CASE("sqrt and reciprocal are correctly rounded") {
    accuracy::check(sqrt_of, [](long double x) { return std::sqrt(x); }, 0.5001, 0.5001);
    accuracy::check(reciprocal_of, [](long double x) { return 1 / x; }, 0.5001, 0.5001);
}

TEST_CASE("elementary functions at special values") {
    for (const double x : {0.0, -0.0, not_a_number}) CHECK(gives(sign_of, x, x));
    CHECK(gives(sign_of, infinity, 1));
    CHECK(gives(sign_of, -accuracy::tiny_float, -1));
    CHECK(gives(negate_of, 0.0, -0.0));
    CHECK(gives(negate_of, -0.0, 0.0));
    CHECK(gives(absolute_of, -0.0, 0));
    CHECK(gives(absolute_of, -infinity, infinity));
    CHECK(gives(sqrt_of, -0.0, -0.0));
    CHECK(gives(sqrt_of, -1, not_a_number));
    CHECK(gives(sqrt_of, infinity, infinity));
    CHECK(gives(reciprocal_of, -0.0, -infinity));
    CHECK(gives(reciprocal_of, -infinity, -0.0));
}

TEST_CASE("minimum and maximum hand NaN on from either side") {
    for (const double other : {1.0, -infinity, infinity, not_a_number}) {
        CHECK(gives([other](auto x) { return math::maximum(x, math::number<decltype(x)>(other)); }, not_a_number, not_a_number));
        CHECK(gives([other](auto x) { return math::maximum(math::number<decltype(x)>(other), x); }, not_a_number, not_a_number));
        CHECK(gives([other](auto x) { return math::minimum(x, math::number<decltype(x)>(other)); }, not_a_number, not_a_number));
        CHECK(gives([other](auto x) { return math::minimum(math::number<decltype(x)>(other), x); }, not_a_number, not_a_number));
    }
    CHECK(gives([](auto x) { return math::maximum(x, math::number<decltype(x)>(2)); }, 3, 3));
    CHECK(gives([](auto x) { return math::minimum(x, math::number<decltype(x)>(2)); }, 3, 2));
}
