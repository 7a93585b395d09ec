#include "accuracy.hpp"

#include <array>
#include <type_traits>

namespace math = ogive::math;
using accuracy::infinity, accuracy::not_a_number;

namespace {

template <class T>
struct pair {
    T x, y;
};

/// Powers from the least to the largest: of x near 1 and of any other, where the exponent is small and where the result
/// is near to overflow and below the normal range.
template <class T>
std::vector<pair<T>> pairs() {
    using limits = std::numeric_limits<T>;
    std::vector<pair<T>>                        all;
    std::mt19937_64                             random(11);
    std::uniform_real_distribution<long double> unit(0, 1);
    long double const widest = std::log(static_cast<long double>(limits::max())) * 1.06L;
    for (int i = 0; i < 240000; ++i) {
        long double x = 0;
        switch (i % 5) {
            case 0: x = 1 + (unit(random) - 0.5L) * std::exp2(-(limits::digits - 3) * unit(random)); break;
            case 1: x = 0.5L + unit(random); break;
            case 2: x = std::exp2(limits::max_exponent * (2 * unit(random) - 1)); break;
            case 3: x = std::exp2(limits::min_exponent - limits::digits * unit(random)); break;
            default: x = 1 + 0.0625L * (2 * unit(random) - 1);
        }
        T const base = static_cast<T>(x);
        long double const log = std::log(static_cast<long double>(base));
        long double exponent = widest * (2 * unit(random) - 1) / log;
        if (i % 3 == 0) exponent = 10 * (unit(random) - 0.5L);
        if (i % 3 == 1) exponent = std::copysign(widest * (0.9L + 0.1L * unit(random)), exponent) / log;
        if (T const y = static_cast<T>(exponent); std::isfinite(y)) all.push_back({base, y});
    }
    return all;
}

template <class Batch, class T>
T in_batch(T x, T y) {
    T all[Batch::size];
    math::pow(Batch(x), Batch(y)).store_unaligned(all);
    bool alike = true;
    for (T const one : all) alike = alike && (one == all[0] || all[0] != all[0]);
    return alike ? all[0] : T(-1234);
}

/// The instruction sets of this translation unit, and numbers.
template <class T, class F>
void for_each_kind(F f) {
    f([](T x, T y) { return math::pow(x, y); });
    f([](T x, T y) { return in_batch<xsimd::batch<T>>(x, y); });
#if defined(__SSE2__)
    f([](T x, T y) { return in_batch<xsimd::batch<T, xsimd::sse2>>(x, y); });
#endif
#if defined(__AVX2__) && defined(__FMA__)
    f([](T x, T y) { return in_batch<xsimd::batch<T, xsimd::fma3<xsimd::avx2>>>(x, y); });
#endif
}

/// What C99 and IEEE 754 say. All numbers are in both types the same.
struct special {
    double x, y, power;
};
constexpr double half_of_largest = 0x1p127, below_one = 1 - 0x1p-24, tiny = 0x1p-149;
constexpr special specials[] = {
    {0.0, 0.0, 1}, {-0.0, -0.0, 1}, {not_a_number, 0.0, 1}, {infinity, -0.0, 1}, {-infinity, 0.0, 1}, {-3, 0.0, 1},
    {1, not_a_number, 1}, {1, infinity, 1}, {1, -infinity, 1}, {-1, infinity, 1}, {-1, -infinity, 1}, {1, 0x1p100, 1},
    {not_a_number, 2, not_a_number}, {2, not_a_number, not_a_number}, {-1, not_a_number, not_a_number},
    {0.0, not_a_number, not_a_number}, {infinity, not_a_number, not_a_number},
    {-2, 3, -8}, {-2, 2, 4}, {-2, -1, -0.5}, {-2, 0.5, not_a_number}, {-0.5, -1.5, not_a_number},
    {-1, tiny, not_a_number}, {-2, -tiny, not_a_number},
    {0.0, 3, 0.0}, {-0.0, 3, -0.0}, {-0.0, 2, 0.0}, {-0.0, 0.5, 0.0}, {0.0, tiny, 0.0}, {0.0, infinity, 0.0},
    {0.0, -3, infinity}, {-0.0, -3, -infinity}, {-0.0, -2, infinity}, {-0.0, -0.5, infinity}, {0.0, -tiny, infinity},
    {0.0, -infinity, infinity}, {-0.0, infinity, 0.0},
    {infinity, 2, infinity}, {infinity, tiny, infinity}, {infinity, -0.5, 0.0}, {infinity, infinity, infinity},
    {infinity, -infinity, 0.0},
    {-infinity, 3, -infinity}, {-infinity, 2, infinity}, {-infinity, 0.5, infinity}, {-infinity, -3, -0.0},
    {-infinity, -2, 0.0}, {-infinity, -0.5, 0.0}, {-infinity, infinity, infinity}, {-infinity, -infinity, 0.0},
    {0.5, infinity, 0.0}, {0.5, -infinity, infinity}, {-0.5, infinity, 0.0}, {-2, infinity, infinity},
    {2, infinity, infinity}, {2, -infinity, 0.0}, {below_one, infinity, 0.0}, {below_one, -infinity, infinity},
    {half_of_largest, 1e10f, infinity}, {half_of_largest, -1e10f, 0.0}, {-half_of_largest, 0x1p24 - 1, -infinity},
    {-half_of_largest, 1 - 0x1p24, -0.0}, {-half_of_largest, 0x1p24, infinity}, {-half_of_largest, 0x1p53, infinity},
    {-2, 0x1p22 + 0.5, not_a_number}, {tiny, 0x1p127, 0.0}, {tiny, -0x1p127, infinity},
    {3, 4, 81}, {1.5, 2, 2.25}, {0.25, -1.5, 8}, {1024, 0.5, 32},
};

// Numbers in constant expressions.
constexpr bool same(double a, double b) {
    return (a != a && b != b) || (a == b && math::copysign(1.0, a) == math::copysign(1.0, b));
}
static_assert([] {
    for (special const& s : specials)
        if (!same(math::pow(s.x, s.y), s.power) ||
            !same(math::pow(static_cast<float>(s.x), static_cast<float>(s.y)), s.power))
            return false;
    return true;
}());

template <class T>
constexpr pair<T> point(int i) {
    return {T(i + 1) / 77, T(0.375) * T(i % 20) - T(3.125)};
}
template <class T>
constexpr auto known_early = [] {
    std::array<T, 400> all{};
    for (int i = 0; i < 400; ++i) all[static_cast<std::size_t>(i)] = math::pow(point<T>(i).x, point<T>(i).y);
    return all;
}();

}  // namespace

TEMPLATE_TEST_CASE("pow is accurate", "", float, double) {
    for_each_kind<TestType>([](auto f) {
        double most = 0;
        for (auto const [x, y] : pairs<TestType>()) {
            auto const exact = std::pow(static_cast<long double>(x), static_cast<long double>(y));
            // Where rounding decides on overflow, both are right.
            if (std::fabs(exact / std::numeric_limits<TestType>::max() - 1) < 1e-6L) continue;
            double const error = accuracy::ulps(f(x, y), exact);
            if (!(error <= most)) {
                most = error;
                UNSCOPED_INFO(x << " to the " << y << ": error " << error);
            }
        }
        CHECK(most <= (std::is_same_v<TestType, float> ? 0.9 : 1.5));
    });
}

TEMPLATE_TEST_CASE("pow at special values", "", float, double) {
    for_each_kind<TestType>([](auto f) {
        for (auto const [x, y, power] : specials) {
            CAPTURE(x, y);
            CHECK(same(f(static_cast<TestType>(x), static_cast<TestType>(y)), power));
        }
    });
}

TEMPLATE_TEST_CASE("powers by halves are those of pow", "", float, double) {
    auto const check = [](auto halves, auto kind) {
        constexpr int n = decltype(halves)::value;
        using V = decltype(kind);
        auto const by_root = [](TestType x) {
            if constexpr (std::is_same_v<V, TestType>)
                return math::pow_by_halves<n>(x);
            else
                return math::pow_by_halves<n>(V(x)).get(0);
        };
        double most = 0;
        for (auto const [x, y] : pairs<TestType>()) {
            auto const exact = std::pow(static_cast<long double>(x), n / 2.0L);
            most = std::max(most, static_cast<double>(accuracy::ulps(by_root(x), exact)));
        }
        CHECK(most <= 1.5);
        for (double const x : {-infinity, -2.0, -0.0, 0.0, 1.0, infinity, not_a_number}) {
            CAPTURE(n, x);
            CHECK(same(by_root(static_cast<TestType>(x)), math::pow(static_cast<TestType>(x), TestType(n / 2.0))));
        }
    };
    auto const check_all = [&](auto kind) {
        check(std::integral_constant<int, -1>{}, kind);
        check(std::integral_constant<int, 1>{}, kind);
        check(std::integral_constant<int, 3>{}, kind);
    };
    check_all(TestType(0));
    check_all(xsimd::batch<TestType>(0));
}

TEST_CASE("pow knows the last odd numbers in double") {
    for_each_kind<double>([](auto f) {
        double const x = -1 + 0x1p-53, e = std::exp(1.0);
        CHECK(f(x, 0x1p53 - 1) == Approx(-1 / e).epsilon(1e-14));
        CHECK(f(x, 0x1p53) == Approx(1 / e).epsilon(1e-14));
        CHECK(f(x, 0x1p52 + 1) < 0);
        CHECK(f(x, 0x1p52 + 2) > 0);
        CHECK(f(x, 0x1p51 + 1) < 0);
        CHECK(std::isnan(f(x, 0x1p51 + 0.5)));
    });
}

TEMPLATE_TEST_CASE("pow in constant expressions is what it is at run time", "", float, double) {
    double most = 0;
    for (int i = 0; i < 400; ++i) {
        auto const [x, y] = point<TestType>(i);
        long double const late = math::pow(x, y);
        most = std::max(most, accuracy::ulps(known_early<TestType>[static_cast<std::size_t>(i)], late));
    }
    CHECK(most <= 1);
}
