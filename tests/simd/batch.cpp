#include <limits>

#include <catch2/catch.hpp>

#include <ogive/simd/batch.hpp>

namespace simd = ogive::simd;

TEMPLATE_TEST_CASE("batches load, store, mask and reduce", "", float, double) {
    using batch                = xsimd::batch<TestType>;
    constexpr std::size_t size = simd::lanes<batch>;
    TestType              values[size + 1];
    TestType              total = 0;
    for (std::size_t i = 0; i <= size; ++i) values[i] = static_cast<TestType>(i * i + 1);
    for (std::size_t i = 1; i <= size; ++i) total += values[i];
    const auto x = simd::load<batch>(values + 1);

    SECTION("unaligned round trip") {
        TestType out[size + 1];
        simd::store(out + 1, x);
        for (std::size_t i = 1; i <= size; ++i) CHECK(out[i] == values[i]);
    }
    SECTION("reductions") {
        CHECK(simd::reduce(x, [](auto a, auto b) { return a + b; }) == total);
        CHECK(simd::first(x) == values[1]);
        CHECK(simd::reduce(x, [](auto a, auto b) { return ogive::math::vocabulary<decltype(a)>::larger(a, b); }) == values[size]);
        CHECK(simd::reduce(x, [](auto a, auto b) { return ogive::math::vocabulary<decltype(a)>::smaller(a, b); }) == values[1]);
    }
    SECTION("the first n lanes are read and written, nothing else") {
        for (std::size_t n = 0; n <= size; ++n) {
            const auto some = simd::load_first<batch>(values + 1 + size - n, n);
            TestType   lane[size], out[size + 1];
            simd::store(lane, some);
            for (std::size_t i = 0; i < size; ++i) CHECK(lane[i] == (i < n ? values[1 + size - n + i] : 0));
            for (auto& each : out) each = -1;
            simd::store_first(out + 1, x, n);
            for (std::size_t i = 0; i <= size; ++i) CHECK(out[i] == (i > 0 && i <= n ? values[i] : -1));
        }
    }
    SECTION("the first n lanes") {
        for (std::size_t n = 0; n <= size + 3; ++n) {
            TestType   out[size];
            const auto chosen = xsimd::select(simd::first_lanes<batch>(n), batch(TestType(1)), batch(TestType(0)));
            simd::store(out, chosen);
            for (std::size_t i = 0; i < size; ++i) CHECK(out[i] == (i < n ? 1 : 0));
        }
    }
}
