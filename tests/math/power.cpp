#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

static_assert(math::power<3>(2.0) == 8 && math::power<-2>(4.0f) == 0.0625f && math::power<0>(0.0) == 1);
static_assert(math::power(2.0, 10) == 1024 && math::power(2.0f, -3) == 0.125f && math::power(5.0, 0) == 1);
static_assert(math::square(1e30f) == infinity && math::power<3>(-1e200) == -infinity);

}  // namespace

TEST_CASE("integer powers agree, known early or late") {
    for (const double x : {-3.0, -0.5, 0.0, 1.5, 7.0}) {
        CHECK(gives([](auto y) { return math::power<5>(y); }, x, x * x * x * x * x));
        CHECK(gives([](auto y) { return math::power(y, 5); }, x, x * x * x * x * x));
        CHECK(gives([](auto y) { return math::power<2>(y); }, x, x * x));
        CHECK(gives([](auto y) { return math::power(y, -1); }, x, 1 / x));
        CHECK(gives([](auto y) { return math::power<-1>(y); }, x, 1 / x));
    }
    CHECK(gives([](auto y) { return math::power<0>(y); }, not_a_number, 1));
    CHECK(gives([](auto y) { return math::power<3>(y); }, not_a_number, not_a_number));
}
