// Loops that only the rows go through whose values choose what they compute.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr std::size_t rows = 11;
std::size_t const lengths[] = {1, 5, 16, 20, 32, 33, 64, 130, 300};

/// Rows of waves, every third times `size`.
template <class F>
std::vector<F> waves(std::size_t columns, double size) {
    std::vector<F> v(rows * columns);
    for (std::size_t i = 0; i < v.size(); ++i)
        v[i] = static_cast<F>(std::sin(1.7 * static_cast<double>(i) + 0.3) * (i / columns % 3 == 1 ? size : 1));
    return v;
}
template <class F>
auto matrix(std::vector<F>& v) {
    return og::matrix(v.data(), rows, v.size() / rows);
}

constexpr auto mean = og::row_mean(x);
constexpr auto variance = og::row_mean(og::square(x - mean));

/// The variance where it is asked for, else the mean.
long double chosen(std::vector<double> const& v, std::size_t row, std::size_t columns, bool above) {
    long double sum = 0, squares = 0;
    for (std::size_t j = 0; j < columns; ++j) sum += v[row * columns + j];
    long double const m = sum / static_cast<long double>(columns);
    for (std::size_t j = 0; j < columns; ++j) squares += (v[row * columns + j] - m) * (v[row * columns + j] - m);
    return (m > 0) == above ? squares / static_cast<long double>(columns) : m;
}

/// The gradient of sum(dy y), y = z / sqrt(mean(z^2) + eps), by x; z = x, or x less its mean. And the largest term of a
/// row's.
struct gradient_and_terms {
    std::vector<long double> dx, largest;
};
template <class F>
gradient_and_terms gradient_of_normalised(std::vector<F> const& of, std::vector<F> const& dy, std::size_t columns,
                                          bool centred) {
    std::vector<long double> dx(of.size()), largest(of.size());
    auto const n = static_cast<long double>(columns);
    for (std::size_t first = 0; first < of.size(); first += columns) {
        long double level = 0, square = 0, dot = 0, sum = 0;
        for (std::size_t j = first; j < first + columns; ++j) level += centred ? of[j] / n : 0;
        for (std::size_t j = first; j < first + columns; ++j) {
            square += (of[j] - level) * (of[j] - level) / n;
            dot += dy[j] * (of[j] - level);
        }
        long double const r = 1 / std::sqrt(square + 1e-5L);
        for (std::size_t j = first; j < first + columns; ++j) {
            long double const a = r * dy[j], b = (of[j] - level) * dot * r * r * r / n;
            dx[j] = a - b;
            sum += dx[j] / n;
            largest[first] = std::max({largest[first], std::abs(a), std::abs(b)});
        }
        for (std::size_t j = first; centred && j < first + columns; ++j) dx[j] -= sum;
    }
    return {dx, largest};
}

}  // namespace

TEST_CASE("a loop for which only a row's choice asks is said to be one for few rows", "[seldom]") {
    static_assert(og::explain(og::where(mean > 0_c, variance, mean)).seldom == 1);
    static_assert(og::explain(x * og::where(mean > 0_c, mean, variance)).seldom == 1);
    static_assert(og::explain(variance + og::where(mean > 0_c, variance, mean)).seldom == 0);
    static_assert(og::explain(og::where(x > 0_c, variance, mean)).seldom == 0);  // each element chooses
    static_assert(og::explain(og::where(variance > 0_c, og::row_max(x - mean), mean)).seldom == 0);  // known too late
    constexpr auto norm = og::explain(og::rms_norm(x, 1_c));
    static_assert(norm.loops == 2 && norm.seldom == 1 && norm.operations == 4);
    CHECK(norm.text().find("loops for few rows: 1\n") != std::string::npos);
}

TEMPLATE_TEST_CASE("rows that ask for a loop stand among others", "[seldom]", float, double) {
    using F = TestType;
    for (std::size_t const columns : lengths) {
        auto v = waves<F>(columns, 2);
        std::vector<double> const exact(v.begin(), v.end());
        std::vector<F> first(rows), second(rows), all(v.size()), with_gaps(3 * v.size());
        og::evaluate(og::where(mean > 0_c, variance, mean), og::per_row(first), x = matrix(v));
        og::evaluate(og::where(mean > 0_c, mean, variance), og::per_row(second), x = matrix(v));
        og::evaluate(x + og::where(mean > 0_c, variance, mean), matrix(all), x = matrix(v));
        for (std::size_t i = 0; i < v.size(); ++i) with_gaps[3 * i + 1] = v[i];
        std::vector<F> third(rows);
        og::evaluate(og::where(mean > 0_c, variance, mean), og::per_row(third),
                     x = og::matrix(with_gaps.data(), rows, 3 * columns).interleaved(1, 3));
        for (std::size_t i = 0; i < rows; ++i) {
            CAPTURE(columns, i);
            double const margin = std::is_same_v<F, float> ? 1e-6 : 1e-14;
            auto const above = static_cast<double>(chosen(exact, i, columns, true));
            CHECK(first[i] == Approx(above).margin(margin).epsilon(margin));
            CHECK(second[i] ==
                  Approx(static_cast<double>(chosen(exact, i, columns, false))).margin(margin).epsilon(margin));
            CHECK(third[i] == Approx(above).margin(margin).epsilon(margin));
            CHECK(all[i * columns] == Approx(exact[i * columns] + above).margin(margin).epsilon(margin));
        }
    }
}

TEMPLATE_TEST_CASE("rows whose squares overflow are normalised among others", "[seldom]", float, double) {
    using F = TestType;
    for (std::size_t const columns : lengths) {
        auto v = waves<F>(columns, std::is_same_v<F, float> ? 1e37 : 1e307), dy = waves<F>(columns, 1);
        for (F& each : dy) each += F(0.5);
        std::vector<F> dx(v.size());
        auto const check = [&](auto e, bool centred) {
            og::backward(e, matrix(dy), x = matrix(v), og::grad(x) = matrix(dx));
            auto const exact = gradient_of_normalised(v, dy, columns, centred);
            for (std::size_t first = 0; first < v.size(); first += columns) {
                long double const unit = std::is_same_v<F, float> ? 2e-6L : 4e-15L;
                for (std::size_t j = first; j < first + columns; ++j) {
                    CAPTURE(columns, j, centred);
                    CHECK(std::abs(dx[j] - exact.dx[j]) <=
                          unit * exact.largest[first] + 16 * std::numeric_limits<F>::denorm_min());
                }
            }
        };
        check(og::rms_norm(x, 1_c), false);
        if (columns > 1) check(og::standardize(x), true);
    }
}
