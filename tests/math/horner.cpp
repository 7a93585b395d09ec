// Steps of Horner's rule and what they round off.

#include "accuracy.hpp"

#include <ogive/math/horner.hpp>

#include <cmath>
#include <random>

namespace math = ogive::math;

static_assert(math::horner_step(3.0, 2.0, 1.0) == 7 && math::rest_of_step(3.0, 2.0, 1.0) == 0);
static_assert(math::rest_of_step(1.0f, 0x1p-30f, 1.0f) == 0x1p-30f && math::rest_of_quotient(0.5f, 3.0f, 2.0f) == 0.5f);
static_assert(math::times_sum(2.0, 3.0, 0x1p-51) == 6 + 0x1p-50);

TEST_CASE("a step and what it rounds off are exact together") {
    std::mt19937 random(1);
    std::uniform_real_distribution<float> mantissa(-2, 2);
    std::uniform_int_distribution<int> exponent(-6, 6);
    auto const draw = [&] { return std::ldexp(mantissa(random), exponent(random)); };
    double worst = 0;
    for (int n = 0; n < 100000; ++n) {
        float const x = draw(), p = draw(), a = n % 3 ? draw() : -x * p;  // cancelling too
        double const exact = double(x) * double(p) + double(a);
        double const got = double(math::horner_step(x, p, a)) + double(math::rest_of_step(x, p, a));
        worst = std::max(worst, std::fabs(got - exact) / (std::fabs(double(x) * double(p)) + std::fabs(double(a))));
        double const sum = double(math::horner_step(1.0f, std::fabs(p), a)) +
                           double(math::rest_of_sum_with_magnitude(a, p, 0.0f));
        worst = std::max(worst, std::fabs(sum - (double(a) + std::fabs(double(p)))));
    }
    CHECK(worst < 0x1p-45);
}

TEST_CASE("a product with a sum is that of the first where the second is no number") {
    CHECK((math::times_sum(accuracy::infinity, 1.0, 0.0) == accuracy::infinity));
    CHECK((math::times_sum(-accuracy::infinity, 1.0, accuracy::not_a_number) == -accuracy::infinity));
    CHECK((math::times_sum(2.0, accuracy::infinity, accuracy::not_a_number) == accuracy::infinity));
}
