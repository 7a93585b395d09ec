#include <algorithm>
#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include <ogive/simd/batch.hpp>

namespace math = ogive::math;
namespace simd = ogive::simd;

namespace {

template <class T, class Function>
T first_lane(Function f) {
    using batch = xsimd::batch<T>;
    T out[batch::size];
    simd::store(out, f());
    return out[0];
}

}  // namespace

TEMPLATE_TEST_CASE("a batch means what a number means", "", float, double) {
    using batch   = xsimd::batch<TestType>;
    using numbers = math::vocabulary<TestType>;
    using batches = math::vocabulary<batch>;
    using limits  = std::numeric_limits<TestType>;

    SECTION("scale rounds denormals once and overflows to infinity") {
        for (const double x : {1.0, 1.2345678, -0.7654321, 1.9999999})
            for (int n = -1200; n <= 1200; n += 1) {
                const auto number = static_cast<TestType>(x);
                const auto power  = static_cast<TestType>(n);
                const auto exact  = std::ldexp(number, n);
                CHECK(numbers::scale(number, power) == exact);
                if (!batches::scales_any && std::abs(n) > 2 * numbers::format::bias - 2) continue;
                const auto scaled = first_lane<TestType>([&] { return batches::scale(batch(number), batch(power)); });
                CHECK(scaled == exact);
                CHECK(std::signbit(scaled) == std::signbit(exact));
                if (x > 0)
                    CHECK(first_lane<TestType>(
                              [&] { return batches::scale_positive(batch(number), batch(power)); }) == exact);
                if (n > 0 || 2 * n <= 2 - 3 * numbers::format::bias) continue;
                CHECK(numbers::lowered(number, power) == exact);
                const auto lowered = first_lane<TestType>([&] { return batches::lowered(batch(number), batch(power)); });
                CHECK(lowered == exact);
                CHECK(std::signbit(lowered) == std::signbit(exact));
                if (x > 0)
                    CHECK(first_lane<TestType>(
                              [&] { return batches::lowered_positive(batch(number), batch(power)); }) == exact);
            }
        if constexpr (batches::scales_any)
            for (const TestType n : {-limits::infinity(), limits::lowest(), limits::quiet_NaN()}) {
                const auto scaled = first_lane<TestType>([&] { return batches::scale_positive(batch(TestType(1)), batch(n)); });
                CHECK((n == n ? scaled == 0 : scaled != scaled));
            }
        if constexpr (batches::scales_any)
            for (const TestType x : {TestType(0.3), TestType(-0.3), TestType(-0.0), TestType(7), TestType(-1e30),
                                     -limits::infinity(), limits::quiet_NaN()}) {
                const auto held = first_lane<TestType>([&] { return batches::held(batch(x), batch(TestType(0.5))); });
                CHECK(std::fabs(held) == (std::fabs(x) < TestType(0.5) ? std::fabs(x) : TestType(0.5)));
                CHECK((x != x || std::signbit(held) == std::signbit(x)));
                const auto chosen = first_lane<TestType>([&] { return batches::below_0_or(batch(x), batch(TestType(5))); });
                CHECK((x < 0 ? chosen == 5 : x == x ? chosen == x : chosen != chosen));
                CHECK((x != 0 || std::signbit(chosen) == std::signbit(x)));
            }
    }
    SECTION("powers of two") {
        for (int n = limits::min_exponent; n < limits::max_exponent - 1; ++n) {
            const auto power = static_cast<TestType>(n);
            CHECK(numbers::power_of_two(power, 1) == std::ldexp(TestType(1), n + 1));
            CHECK(first_lane<TestType>([&] { return batches::power_of_two(batch(power), 1); }) ==
                  std::ldexp(TestType(1), n + 1));
        }
    }
    SECTION("powers of two by bits") {
        using format = typename numbers::format;
        const TestType last_is_unit = TestType(1.5) / limits::epsilon();
        for (const int k : {1, format::bias - 44, format::bias, format::bias + 1, 2 * format::bias - 1}) {
            const TestType digits = last_is_unit + static_cast<TestType>(k);
            CHECK(numbers::as_exponent(digits) == std::ldexp(TestType(1), k - format::bias));
            CHECK(first_lane<TestType>([&] { return batches::as_exponent(batch(digits)); }) ==
                  std::ldexp(TestType(1), k - format::bias));
        }
        for (const TestType x : {TestType(1.7), TestType(-3.3), TestType(1e20)}) {
            CHECK(numbers::template times_power<-44>(x) == std::ldexp(x, -44));
            CHECK(first_lane<TestType>([&] { return batches::template times_power<-44>(batch(x)); }) == std::ldexp(x, -44));
            CHECK(first_lane<TestType>([&] { return batches::template times_power<9>(batch(x)); }) == std::ldexp(x, 9));
            for (const int n : {-30, -1, 0, 1, 30}) {
                const TestType digits = last_is_unit + static_cast<TestType>(n);
                CHECK(numbers::raised(x, digits) == std::ldexp(x, n));
                if constexpr (!batches::scales_any)
                    CHECK(first_lane<TestType>([&] { return batches::raised(batch(x), batch(digits)); }) == std::ldexp(x, n));
            }
        }
    }
    SECTION("split") {
        for (const TestType x : {TestType(0.75), TestType(1.5), TestType(1), TestType(3.7), limits::min(), limits::max(),
                                 limits::denorm_min(), limits::min() / 3, TestType(1e-3)}) {
            const auto number = numbers::split(x);
            CHECK(number.fraction >= TestType(0.75));
            CHECK(number.fraction < TestType(1.5));
            CHECK(std::ldexp(number.fraction, static_cast<int>(number.exponent)) == x);
            CHECK(first_lane<TestType>([&] { return batches::split(batch(x)).fraction; }) == number.fraction);
            CHECK(first_lane<TestType>([&] { return batches::split(batch(x)).exponent; }) == number.exponent);
        }
    }
    SECTION("round, larger, smaller, copysign, head") {
        const TestType nan = limits::quiet_NaN();
        for (const double x : {-2.5, -1.5, -0.4, 0.5, 1.5, 2.49, 1000.5}) {
            const auto number = static_cast<TestType>(x);
            CHECK(numbers::round(number) == std::nearbyint(number));
            CHECK(first_lane<TestType>([&] { return batches::round(batch(number)); }) == std::nearbyint(number));
            CHECK(first_lane<TestType>([&] { return batches::copysign(batch(number), batch(TestType(-0.0))); }) ==
                  -std::fabs(number));
            CHECK(first_lane<TestType>([&] { return batches::head(batch(number / 3)); }) == numbers::head(number / 3));
        }
        CHECK(first_lane<TestType>([&] { return batches::larger(batch(nan), batch(TestType(1))); }) == 1);
        CHECK(std::isnan(first_lane<TestType>([&] { return batches::larger(batch(TestType(1)), batch(nan)); })));
        CHECK(first_lane<TestType>([&] { return batches::smaller(batch(nan), batch(TestType(1))); }) == 1);
        CHECK(std::isnan(first_lane<TestType>([&] { return batches::smaller(batch(TestType(1)), batch(nan)); })));
    }
}

TEST_CASE("one of sixteen floats is chosen by four bits") {
    using batch   = xsimd::batch<float>;
    using numbers = math::vocabulary<float>;
    using batches = math::vocabulary<batch>;
    constexpr math::single_table16 t{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    static_assert(numbers::by_bits<20>(t, 1.0f) == 8 && numbers::by_bits<19>(t, 1.9f) == 14);

    for (float x = 16; x < 32; x += 16.0f / 256) {
        float in[batch::size], out[batch::size];
        for (std::size_t k = 0; k != batch::size; ++k) in[k] = x + static_cast<float>(k);
        simd::store(out, batches::by_bits<19>(t, batch::load_unaligned(in)));
        for (std::size_t k = 0; k != batch::size; ++k) {
            CHECK(out[k] == numbers::by_bits<19>(t, in[k]));
            if (in[k] < 32) CHECK(out[k] == std::floor(in[k] - 16));
        }
        CHECK(first_lane<float>([&] { return batches::by_bits<0>(t, batch(std::bit_cast<float>(0x77u))); }) == 7);
    }
}

TEST_CASE("one of eight floats is chosen by three bits") {
#if defined(__AVX2__) && defined(__FMA__)
    using batch = xsimd::batch<float, xsimd::fma3<xsimd::avx2>>;
#else
    using batch = xsimd::batch<float>;
#endif
    using batches = math::vocabulary<batch>;
    if constexpr (batches::looks_up_eight) {
        constexpr math::single_table8 t{0, 1, 2, 3, 4, 5, 6, 7};
        for (float x = 8; x < 16; x += 8.0f / 128)
            CHECK(first_lane<float>([&] { return batches::by_bits<20>(t, batch(x)); }) == std::floor(x - 8));
        CHECK(first_lane<float>([&] { return batches::by_bits<0>(t, batch(std::bit_cast<float>(0x7bu))); }) == 3);
    }
}

namespace {

/// Where a batch looks up at once, or prefers tables, which that of a number may do too.
template <class Batch>
void check_words_for_tables() {
    using batches = math::vocabulary<Batch>;
    using limits  = std::numeric_limits<float>;
    if constexpr (batches::looks_up_at_once)
        for (const float x : {1.0f, -1e-40f, -2.5f, 0.0f, limits::infinity()}) {
            const auto held = first_lane<float>([&] { return batches::minus_held_absolute(Batch(x), Batch(2)); });
            CHECK(held == -std::min(std::fabs(x), 2.0f));
            CHECK(std::signbit(held));
        }
    if constexpr (batches::prefers_tables) {
        const auto sign = [](float x) { return first_lane<float>([&] { return batches::sign(Batch(x)); }); };
        const auto held = [](float x) { return first_lane<float>([&] { return batches::held_absolute(Batch(x), Batch(2)); }); };
        for (const float x : {1.0f, 1e-40f, 2.5f, limits::max(), limits::infinity()}) {
            CHECK(sign(x) == 1);
            CHECK(sign(-x) == -1);
            CHECK(held(x) == std::min(x, 2.0f));
            CHECK(held(-x) == std::min(x, 2.0f));
        }
        CHECK(std::signbit(sign(-0.0f)));
        CHECK(sign(-0.0f) == 0);
        CHECK(!std::signbit(sign(0.0f)));
        CHECK(std::isnan(sign(limits::quiet_NaN())));
        CHECK(std::isnan(sign(limits::signaling_NaN())));
        CHECK(first_lane<float>([] { return batches::scale_to_normal(Batch(1.5f), Batch(-100.75f)); }) ==
              std::ldexp(1.5f, -101));
    }
}

}  // namespace

TEST_CASE("signs, distances and scaled numbers beside tables") {
    using numbers = math::vocabulary<float>;
    static_assert(numbers::sign(2.5f) == 1 && numbers::sign(-3e38f) == -1 && numbers::sign(0.0f) == 0);
    static_assert(numbers::held_absolute(-3, 2) == 2 && numbers::held_absolute(-1, 2) == 1);
    static_assert(numbers::minus_held_absolute(-3, 2) == -2 && numbers::minus_held_absolute(1, 2) == -1);
    check_words_for_tables<xsimd::batch<float>>();
}
