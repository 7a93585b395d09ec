#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include <ogive/simd/instruction_sets.hpp>

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
    SECTION("the first n lanes") {
        for (std::size_t n = 0; n <= size + 3; ++n) {
            TestType   out[size];
            const auto chosen = xsimd::select(simd::first_lanes<batch>(n), batch(TestType(1)), batch(TestType(0)));
            simd::store(out, chosen);
            for (std::size_t i = 0; i < size; ++i) CHECK(out[i] == (i < n ? 1 : 0));
        }
    }
}

namespace {

template <class T, class Arch>
void words_are_those_of_each_lane() {
    using batch = simd::batch<T, Arch>;
    constexpr std::size_t size = simd::lanes<batch>;
    T const nan = std::numeric_limits<T>::quiet_NaN(), infinity = std::numeric_limits<T>::infinity();
    T const values[] = {T(-0.0), 0, 1, T(-1.5), nan, infinity, -infinity, std::numeric_limits<T>::denorm_min()};
    auto const each = [](batch x, std::size_t i) {
        T lane[size];
        simd::store(lane, x);
        return lane[i];
    };
    for (T const p : values)
        for (T const q : values) {
            batch const a = simd::filled<batch>(p), b = simd::filled<batch>(q), yes(1), no(0);
            auto const is = [&](auto condition, std::size_t i) { return each(simd::choose(condition, yes, no), i) == 1; };
            auto const less = simd::less(a, b), less_or_equal = simd::less_or_equal(a, b), equal = simd::equal(a, b);
            auto const same = [](T x, T y) { return x == y || (x != x && y != y); };
            CAPTURE(p, q);
            for (std::size_t i = 0; i < size; ++i) {
                CHECK(is(less, i) == (p < q));
                CHECK(is(less_or_equal, i) == (p <= q));
                CHECK(is(equal, i) == (p == q));
                CHECK(is(simd::both(less, less_or_equal), i) == (p < q));
                CHECK(is(simd::both(less, equal), i) == false);
                CHECK(is(simd::either(less, equal), i) == (p <= q));
                CHECK(same(each(simd::sum(a, b), i), p + q));
                CHECK(same(each(simd::difference(a, b), i), p - q));
                CHECK(same(each(simd::product(a, b), i), p * q));
                CHECK((q == 0 || same(each(simd::quotient(a, b), i), p / q)));
                CHECK((p != p || std::signbit(each(simd::absolute(a), i)) == false));
                CHECK(same(each(simd::absolute(a), i), std::fabs(p)));
            }
        }
}
template <template <class...> class List, class... Arch>
void of_each(List<Arch...>) {
    (words_are_those_of_each_lane<float, Arch>(), ...);
    (words_are_those_of_each_lane<double, Arch>(), ...);
}

}  // namespace

TEST_CASE("the words on registers are those of each lane, in each instruction set") {
    of_each(xsimd::supported_architectures{});
}

namespace {

template <class B>
void check_parts() {
    constexpr std::size_t size = simd::lanes<B>;
    simd::scalar_of<B> values[size + 1], lane[size], out[size + 1];
    for (std::size_t i = 0; i <= size; ++i) values[i] = static_cast<simd::scalar_of<B>>(i * i + 1);
    for (std::size_t n = 0; n <= size; ++n) {
        CAPTURE(simd::arch_name<typename B::arch_type>, n);
        simd::store(lane, simd::load_first<B>(values + 1 + size - n, n));
        for (std::size_t i = 0; i < size; ++i) CHECK(lane[i] == (i < n ? values[1 + size - n + i] : 0));
        for (auto& each : out) each = -1;
        simd::store_first(out + 1, simd::load<B>(values + 1), n);
        for (std::size_t i = 0; i <= size; ++i) CHECK(out[i] == (i > 0 && i <= n ? values[i] : -1));
    }
}

}  // namespace

TEMPLATE_TEST_CASE("the first n lanes are read and written, nothing else", "", float, double) {
    []<class... Arch>(ogive::types<Arch...>) {
        (check_parts<xsimd::batch<TestType, Arch>>(), ...);
    }(simd::instruction_sets{});
}
