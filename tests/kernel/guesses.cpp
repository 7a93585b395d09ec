// Loops that take a value of their row for what it usually is, and run once more where it is another.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <execution>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::param<"scale"> scale;

/// What a user may write: of a row's largest value, where it is above 2, that, else 1.
struct level_primitive {
    static constexpr std::string_view name = "level";
    static constexpr double usually = 1;
    static constexpr bool differentiable = false;
    static constexpr og::cost price{};

    template <class V>
    static constexpr V value(V m) {
        using v = og::math::vocabulary<V>;
        return v::select(m > v::number(2), m, v::number(1));
    }
};
constexpr og::function<level_primitive> level;

/// Waves; the largest values of every third row are beyond what is guessed, in a way of its own.
constexpr std::size_t rows = 22;
std::size_t const lengths[] = {1, 5, 16, 20, 32, 33, 64, 130, 300};
template <class F>
std::vector<F> waves(std::size_t columns) {
    constexpr F inf = std::numeric_limits<F>::infinity();
    F const offsets[] = {-1000, 300, F(1e30), F(-1e30), -inf, 47, -12};
    std::vector<F> v(rows * columns);
    for (std::size_t i = 0; i < v.size(); ++i) {
        std::size_t const row = i / columns;
        v[i] = static_cast<F>(5 * std::sin(1.7 * static_cast<double>(i) + 0.3));
        if (row % 3 == 1) v[i] += offsets[row / 3 % std::size(offsets)];
    }
    return v;
}
template <class F>
auto matrix(std::vector<F>& v) {
    return og::matrix(v.data(), rows, v.size() / rows);
}

/// Values, and the largest term of what each is a sum of.
struct values_and_terms {
    std::vector<long double> value, terms;
};
/// softmax of z and the gradient of sum(dy softmax(z)) by z.
template <class F>
void softmax_of(std::vector<F> const& z, std::vector<F> const& dy, values_and_terms& of_y, values_and_terms& of_z) {
    std::size_t const columns = z.size() / rows;
    auto& y = of_y.value;
    auto& dz = of_z.value;
    y.resize(z.size()), dz.resize(z.size()), of_z.terms.resize(z.size());
    for (std::size_t first = 0; first < z.size(); first += columns) {
        long double const most = *std::max_element(z.begin() + static_cast<std::ptrdiff_t>(first),
                                                   z.begin() + static_cast<std::ptrdiff_t>(first + columns));
        long double sum = 0, dot = 0;
        for (std::size_t j = first; j < first + columns; ++j)
            sum += y[j] = std::isinf(most) ? 0 : std::exp(z[j] - most);
        for (std::size_t j = first; j < first + columns; ++j) dot += dy[j] * (y[j] /= sum == 0 ? 1 : sum);
        for (std::size_t j = first; j < first + columns; ++j) {
            dz[j] = y[j] * (dy[j] - dot);
            of_z.terms[j] = y[j] * std::abs(dy[j]);
        }
    }
    of_y.terms = of_y.value;
}

template <class F>
void check_near(std::vector<F> const& got, values_and_terms const& exact, std::string const& what) {
    long double const unit = std::is_same_v<F, float> ? 1e-6L : 4e-15L;
    std::size_t const columns = got.size() / rows;
    for (std::size_t first = 0; first < got.size(); first += columns) {
        long double largest = 0;
        for (std::size_t j = first; j < first + columns; ++j) largest = std::max(largest, exact.terms[j]);
        for (std::size_t j = first; j < first + columns; ++j) {
            CAPTURE(what, columns, first / columns, j - first);
            CHECK(std::abs(got[j] - exact.value[j]) <= unit * largest + std::numeric_limits<F>::min());
        }
    }
}

}  // namespace

TEST_CASE("what is guessed", "[guesses]") {
    constexpr auto softmax = og::explain(og::softmax(x));
    static_assert(softmax.loops == 2 && softmax.guessed == 1 && softmax.scratch == 1);
    CHECK(softmax.text().find("guessed for a row: 1\n") != std::string::npos);
    CHECK(softmax.json().find("\"guessed\": 1, ") != std::string::npos);
    static_assert(og::explain(og::softmax(x), og::grad(x)).loops == 2);
    // A guess that saves no loop is not made; dear values are kept for a loop more.
    static_assert(og::explain(og::exp(x - og::row_shift(og::row_max(x)))).guessed == 0);
    static_assert(og::explain(og::softmax(og::gelu(x))).guessed == 0);
    static_assert(og::explain(og::logsumexp(x)).loops == 1);
}

TEMPLATE_TEST_CASE("rows for which the guess is wrong stand among others", "[guesses]", float, double) {
    using F = TestType;
    for (std::size_t const columns : lengths) {
        auto v = waves<F>(columns);
        std::vector<F> dy(v.size()), y(v.size()), dx(v.size());
        for (std::size_t i = 0; i < v.size(); ++i) dy[i] = static_cast<F>(std::cos(0.9 * static_cast<double>(i)));
        values_and_terms exact, exact_gradient;
        softmax_of(v, dy, exact, exact_gradient);

        og::evaluate(og::softmax(x), matrix(y), x = matrix(v));
        check_near(y, exact, "value");
        og::backward(og::softmax(x), matrix(dy), x = matrix(v), og::grad(x) = matrix(dx));
        check_near(dx, exact_gradient, "gradient");

        std::vector<F> in_place = v, over_dy = dy, over_x = v, added(v.size(), F(1)), with_gaps(3 * v.size());
        og::evaluate(og::softmax(x), matrix(in_place), x = matrix(in_place));
        CHECK(in_place == y);
        og::backward(og::softmax(x), matrix(over_dy), x = matrix(v), og::grad(x) = matrix(over_dy));
        CHECK(over_dy == dx);
        og::backward(og::softmax(x), matrix(dy), x = matrix(over_x), og::grad(x) = matrix(over_x));
        CHECK(over_x == dx);
        og::backward(og::softmax(x), matrix(dy), x = matrix(v), og::grad(x) += matrix(added));
        for (std::size_t i = 0; i < v.size(); ++i) CHECK(added[i] == Approx(1 + dx[i]).epsilon(1e-6));
        auto const every_third = og::matrix(with_gaps.data(), rows, 3 * columns).interleaved(1, 3);
        og::evaluate(og::softmax(x), every_third, x = matrix(v));
        for (std::size_t i = 0; i < v.size(); ++i) y[i] = with_gaps[3 * i + 1];
        check_near(y, exact, "interleaved");

        std::vector<F> scaled = v;
        for (F& each : scaled) each *= 4;  // exactly
        softmax_of(scaled, dy, exact, exact_gradient);
        for (auto* const all : {&exact_gradient.value, &exact_gradient.terms})
            for (auto& each : *all) each *= 4;
        og::backward(og::softmax(x, scale), matrix(dy), x = matrix(v), scale = F(4), og::grad(x) = matrix(dx));
        check_near(dx, exact_gradient, "scaled");
    }
}

TEST_CASE("rows too long for the stack are kept where they go, unless they are read from there", "[guesses]") {
    std::size_t const columns = 6003;
    auto v = waves<float>(columns);
    std::vector<float> y(v.size()), none(v.size()), in_place = v, wide(2 * v.size(), 7.0f);
    values_and_terms exact, exact_gradient;
    softmax_of(v, none, exact, exact_gradient);
    og::evaluate(og::softmax(x), matrix(y), x = matrix(v));
    check_near(y, exact, "apart");
    og::evaluate(og::softmax(x), matrix(in_place), x = matrix(in_place));
    CHECK(in_place == y);

    og::evaluate(std::execution::par, og::softmax(x), matrix(in_place), x = matrix(v));
    CHECK(in_place == y);

    // With a gap behind each row, to every second column, and to one half of each row from the other.
    auto const w = og::matrix(wide.data(), rows, 2 * columns);
    og::evaluate(og::softmax(x), w.columns(0, columns), x = matrix(v));
    for (std::size_t i = 0; i < v.size(); ++i) {
        CHECK(wide[i / columns * 2 * columns + i % columns] == y[i]);
        CHECK(wide[i / columns * 2 * columns + columns + i % columns] == 7.0f);
    }
    std::fill(wide.begin(), wide.end(), 7.0f);
    og::evaluate(og::softmax(x), w.interleaved(0, 2), x = matrix(v));
    for (std::size_t i = 0; i < v.size(); ++i) y[i] = wide[2 * i];
    check_near(y, exact, "interleaved");
    CHECK(std::count(wide.begin(), wide.end(), 7.0f) >= static_cast<std::ptrdiff_t>(v.size()));
    for (std::size_t i = 0; i < v.size(); ++i) wide[i / columns * 2 * columns + i % columns] = v[i];
    og::evaluate(og::softmax(x), w.columns(columns, 2 * columns), x = w.columns(0, columns));
    for (std::size_t i = 0; i < v.size(); ++i) {
        y[i] = wide[i / columns * 2 * columns + columns + i % columns];
        CHECK(wide[i / columns * 2 * columns + i % columns] == v[i]);
    }
    check_near(y, exact, "halves");
}

TEST_CASE("a NaN and +inf in a row are seen whatever is guessed", "[guesses]") {
    for (std::size_t const columns : lengths) {
        auto v = waves<float>(columns);
        std::vector<float> y(v.size());
        for (std::size_t row = 0; row < rows; row += 2)
            v[row * columns + row % columns] = row % 4 == 0 ? NAN : INFINITY;
        og::evaluate(og::softmax(x), matrix(y), x = matrix(v));
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t j = 0; j < columns; ++j) {
                CAPTURE(columns, row, j);
                bool const at = j == row % columns, nan = row % 4 == 0 || (row % 4 == 2 && at);
                if (row % 4 == 2 && !at && v[row * columns + j] > 88) continue;  // infinite beside infinite
                CHECK(std::isnan(y[row * columns + j]) == nan);
            }
    }
}

TEST_CASE("a logarithm of a softmax is exact where one value outweighs all others", "[guesses]") {
    constexpr og::var<"label"> label;
    std::vector<float> const at{0.3f, 7.7f, 39.1f, -1.1f, 200.5f, -30.7f};
    for (float const most : at) {
        std::vector<float> row(20, most - 30), one{most}, y(20), alone{1}, loss{1}, labels{7};
        row[7] = most;
        og::evaluate(og::log_softmax(x), y, x = row);
        og::evaluate(og::log_softmax(x), alone, x = one);
        og::evaluate(og::cross_entropy(x, label), og::per_row(loss), x = og::matrix(row.data(), 1, 20),
                     label = og::per_row(labels));
        CAPTURE(most);
        CHECK((y[7] == 0 && alone[0] == 0 && loss[0] == 0));
    }
}

TEST_CASE("a guess of a user's, and one that waits for another", "[guesses]") {
    constexpr auto once = level(og::row_max(x));
    constexpr auto twice = level(og::row_sum(og::absolute(x * once)));
    constexpr auto e = og::row_sum(x * twice + once) * x;
    static_assert(og::explain(e).guessed == 2 && og::explain(e).loops == 2);
    static_assert(og::explain(level(og::row_max(x)) * x).guessed == 0);
    for (std::size_t const columns : lengths) {
        std::vector<double> v(rows * columns), y(v.size()), in_place;
        for (std::size_t i = 0; i < v.size(); ++i)
            v[i] = std::sin(static_cast<double>(i)) * (i / columns % 4 == 1 ? 3 : i / columns % 4 == 2 ? 0.1 : 1) / 8;
        in_place = v;
        og::evaluate(e, matrix(y), x = matrix(v));
        og::evaluate(e, matrix(in_place), x = matrix(in_place));
        CHECK(in_place == y);
        for (std::size_t first = 0; first < v.size(); first += columns) {
            double most = v[first], sizes = 0, sum = 0;
            for (std::size_t j = first; j < first + columns; ++j) most = std::max(most, v[j]);
            double const l = most > 2 ? most : 1;
            for (std::size_t j = first; j < first + columns; ++j) sizes += std::abs(v[j] * l);
            for (std::size_t j = first; j < first + columns; ++j) sum += v[j] * (sizes > 2 ? sizes : 1) + l;
            for (std::size_t j = first; j < first + columns; ++j) {
                CAPTURE(columns, j);
                CHECK(y[j] == Approx(sum * v[j]).epsilon(1e-12).margin(1e-12));
            }
        }
    }
}
