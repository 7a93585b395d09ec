// Values that know their place: the column, the number of columns, the mean of a row; sums down the columns and
// over everything.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <cstddef>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::param<"w"> w;

std::vector<double> wave(std::size_t n) {
    std::vector<double> v(n);
    for (std::size_t i = 0; i < n; ++i) v[i] = std::sin(0.7 * static_cast<double>(i));
    return v;
}

static_assert(og::column()() == 0 && og::column_count()() == 1);  // at a point the row is one column
static_assert(og::row_mean(x)(x = 3.0) == 3);
static_assert(og::same(og::derivative(x * og::column(), x), og::column()));

}  // namespace

TEST_CASE("column() is the column's index in every row, matrices without gaps too") {
    for (std::size_t const columns : {1u, 15u, 16u, 64u, 100u, 200u})
        for (std::size_t const gap : {0u, 1u}) {
            std::size_t const stride = columns + gap;
            std::vector<float> in(3 * stride, 2.0f), y(3 * stride);
            og::evaluate(x * og::column(), og::matrix(y.data(), 3, columns, stride),
                         x = og::matrix(in.data(), 3, columns, stride));
            for (std::size_t i = 0; i < 3; ++i)
                for (std::size_t j = 0; j < columns; ++j) CHECK(y[i * stride + j] == 2 * static_cast<float>(j));
        }
}

TEST_CASE("column() is exact to the last column of a long row") {
    std::size_t const n = (1u << 24) - 3;
    std::vector<float> y(n);
    og::evaluate(og::column(), y);
    std::size_t wrong = 0;
    for (std::size_t j = 0; j < n; ++j) wrong += y[j] != static_cast<float>(j);
    CHECK(wrong == 0);
}

TEST_CASE("column() in interleaved rows and down the columns") {
    std::vector<double> v(2 * 150), sums(75);
    auto const half = og::matrix(v.data(), 2, 150).interleaved(1, 2);
    og::evaluate(og::column() + 1_c, half);
    CHECK((v[1] == 1 && v[149] == 75 && v[151] == 1 && v[0] == 0));
    og::fuse(og::store(og::col_sum(x) * og::column(), sums), x = half);
    for (std::size_t j = 0; j < 75; ++j) {
        auto const index = static_cast<double>(j);
        CHECK(sums[j] == 2 * (index + 1) * index);
    }
}

TEST_CASE("row_mean is the mean of each row, and its gradient the upstream's part of it") {
    for (std::size_t const columns : {1u, 7u, 64u, 77u}) {
        auto const in = wave(3 * columns), flow = wave(3);
        std::vector<double> means(3), dx(3 * columns);
        og::evaluate(og::row_mean(x), means, x = og::matrix(in.data(), 3, columns));
        og::backward(og::row_mean(x), flow, x = og::matrix(in.data(), 3, columns),
                     og::grad(x) = og::matrix(dx.data(), 3, columns));
        for (std::size_t i = 0; i < 3; ++i) {
            long double sum = 0;
            for (std::size_t j = 0; j < columns; ++j) {
                sum += static_cast<long double>(in[i * columns + j]);
                CHECK(dx[i * columns + j] == flow[i] / static_cast<double>(columns));
            }
            CHECK(means[i] == Approx(static_cast<double>(sum) / static_cast<double>(columns)).margin(1e-15));
        }
    }
}

TEST_CASE("col_sum adds up each column, sum everything, in one call with what varies") {
    std::size_t const rows = 37, columns = 70;
    auto const in = wave(rows * columns), weights = wave(columns);
    std::vector<double> sums(columns), added(columns, 1.0), y(rows * columns), dw(columns);
    double total = 0, of_squares = 1;
    auto const m = og::matrix(in.data(), rows, columns);
    og::fuse(og::store(og::col_sum(x * w), sums), og::accumulate(og::col_sum(x), added), og::store(og::sum(x), total),
             og::accumulate(og::sum(og::square(og::col_sum(x))), of_squares),
             og::store(x * w, og::matrix(y.data(), rows, columns)), x = m, w = weights);
    double all = 0, squares = 1;
    for (std::size_t j = 0; j < columns; ++j) {
        double plain = 0;
        for (std::size_t i = 0; i < rows; ++i) plain += in[i * columns + j];
        CHECK(sums[j] == Approx(plain * weights[j]).margin(1e-13));
        CHECK(added[j] == Approx(1 + plain).margin(1e-13));
        all += plain, squares += plain * plain;
    }
    CHECK(total == Approx(all).margin(1e-12));
    CHECK(of_squares == Approx(squares));

    // The gradient of a sum down the columns is the upstream's value of the column.
    std::vector<double> dx(rows * columns), flow(columns, 2.0);
    og::backward(og::col_sum(x * w), flow, x = m, w = weights, og::grad(x) = og::matrix(dx.data(), rows, columns),
                 og::grad(w) = dw);
    for (std::size_t j = 0; j < columns; ++j) CHECK(dx[3 * columns + j] == 2 * weights[j]);
    for (std::size_t j = 0; j < columns; ++j) CHECK(dw[j] == Approx(2 * (added[j] - 1)).margin(1e-13));
}
