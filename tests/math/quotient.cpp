#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <type_traits>

#include <catch2/catch.hpp>

#include <ogive/math/quotient.hpp>
#include <ogive/simd/batch.hpp>

namespace math = ogive::math;
namespace simd = ogive::simd;

TEMPLATE_TEST_CASE("a quotient is right to 0.6 ULP", "", float, double) {
    using batch   = xsimd::batch<TestType>;
    using limits  = std::numeric_limits<TestType>;
    const auto quotient = [](TestType a, TestType b) { return simd::first(math::quotient(batch(a), batch(b))); };

    std::mt19937 random(1);
    std::uniform_real_distribution<long double> fraction(1, 2);
    std::uniform_int_distribution<int>          exponent(-40, limits::max_exponent - 3);
    long double worst = 0, worst_estimate = 0;
    for (int k = 0; k < 200000; ++k) {
        const auto a = static_cast<TestType>(std::ldexp(fraction(random), -30));
        const auto b = static_cast<TestType>(std::ldexp(fraction(random), exponent(random)));
        const long double exact = static_cast<long double>(a) / b;
        const int place = std::max(std::ilogb(exact), limits::min_exponent - 1);
        worst = std::max(worst, std::fabs(quotient(a, b) - exact) / std::ldexp(1.0L, place - limits::digits + 1));
        const TestType estimate = simd::first(math::near_reciprocal(batch(b)));
        worst_estimate          = std::max(worst_estimate, std::fabs(estimate * static_cast<long double>(b) - 1));
    }
    CHECK(worst <= 0.6L);
    CHECK(worst_estimate <= (std::is_same_v<TestType, float> ? 0x1p-14L : 0x1p-27L));

    for (const TestType b : {TestType(1), TestType(3), std::ldexp(TestType(1), limits::max_exponent - 3)}) {
        CHECK(std::signbit(quotient(TestType(-0.0), b)));
        CHECK(!std::signbit(quotient(TestType(0), b)));
        CHECK(quotient(TestType(0), b) == 0);
        CHECK(std::isnan(quotient(limits::quiet_NaN(), b)));
    }
    CHECK(std::isnan(quotient(1, limits::quiet_NaN())));
}
