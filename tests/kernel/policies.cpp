// Execution policies: the same bits whoever runs it, in any number of threads.

#include <ogive/ogive.hpp>

#include <execution>

#include <catch2/catch.hpp>

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <tbb/global_control.h>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::param<"w"> w;
constexpr og::param<"bias"> bias;

std::vector<float> wave(std::size_t n) {
    std::vector<float> v(n);
    for (std::size_t i = 0; i < n; ++i) v[i] = 3 * std::sin(0.7f * static_cast<float>(i % 100'003));
    return v;
}

// In no order but one does a sum of this come to the same bits: all of it cancels, so that what is left is the
// rounding error of the compensated sum.
std::vector<float> cancelling(std::size_t n) {
    auto v = wave(n);
    for (std::size_t i = 0; i < n / 2; ++i) v[i] *= static_cast<float>(1 << i % 20), v[n - 1 - i] = -v[i];
    return v;
}

// Calls f without a policy, and then with each one and so many threads: every time the same.
template <class F>
void same_for_all(F f) {
    auto const plain = f(std::execution::seq);
    for (std::size_t const threads : {1u, 2u, 3u, 7u}) {
        CAPTURE(threads);
        tbb::global_control const limit(tbb::global_control::max_allowed_parallelism, threads);
        bool const same = f(std::execution::par) == plain;
        CHECK(same);
    }
    bool const same = f(std::execution::par_unseq) == plain && f(std::execution::unseq) == plain;
    CHECK(same);
}

}  // namespace

TEST_CASE("elements, with and without a gap between rows") {
    std::size_t const rows = 1031, columns = 997;
    for (std::size_t const stride : {columns, columns + 3}) {
        auto const in = wave(rows * stride);
        same_for_all([&](auto const& policy) {
            std::vector<float> y(rows * stride, 7.0f);
            og::evaluate(policy, og::gelu(x), og::matrix(y.data(), rows, columns, stride),
                         x = og::matrix(in.data(), rows, columns, stride));
            return y;
        });
        std::vector<float> y(rows * stride, 7.0f), mine(rows * stride, 7.0f);
        auto const from = og::matrix(in.data(), rows, columns, stride);
        og::evaluate(og::gelu(x), og::matrix(y.data(), rows, columns, stride), x = from);
        og::evaluate(std::execution::par, og::gelu(x), og::matrix(mine.data(), rows, columns, stride), x = from);
        bool const same = y == mine;
        CHECK(same);
    }
}

TEST_CASE("a loaded value, and a name that need not be bound") {
    std::size_t const rows = 1031, columns = 997;
    constexpr auto e = og::softmax(x);
    auto const in = wave(rows * columns), dy = wave(rows * columns + 1);
    std::vector<float> y(rows * columns);
    og::evaluate(e, og::matrix(y.data(), rows, columns), x = og::matrix(in.data(), rows, columns));
    same_for_all([&](auto const& policy) {
        std::vector<float> dx(rows * columns);
        og::backward(policy, e, og::matrix(dy.data(), rows, columns), og::value(e) = y,
                     og::grad(x) = og::matrix(dx.data(), rows, columns));
        return dx;
    });
}

TEST_CASE("sums over everything, down the columns, and gradients by params") {
    for (std::size_t const columns : {7u, 1000u, 300'000u}) {
        std::size_t const rows = 2'000'003 / columns;
        auto const in = cancelling(rows * columns), weights = wave(columns);
        auto const m = og::matrix(in.data(), rows, columns);
        CAPTURE(columns);
        same_for_all([&](auto const& policy) {
            std::vector<float> results(2 + 2 * columns + rows);
            auto const part = [&](std::size_t first, std::size_t n) { return std::span<float>(results.data() + first, n); };
            og::backward(policy, og::tanh(w * x) + bias, 1.0f, x = m, w = 0.5f, bias = weights, og::grad(w) = results[0],
                         og::grad(bias) = part(2, columns));
            og::fuse(policy, og::store(og::sum(x), results[1]),
                     og::store(og::col_sum(og::sigmoid(x)), part(2 + columns, columns)),
                     og::store(og::row_sum(x), part(2 + 2 * columns, rows)), x = m);
            return results;
        });
    }
}

TEST_CASE("sums in one loop: over a range, and over a matrix with and without a gap") {
    std::size_t const columns = 701, n = 1427 * columns;  // almost four blocks
    auto const in = cancelling(n), wide = cancelling(n + 1427);
    same_for_all([&](auto const& policy) {
        std::vector<float> results(7), dx(n);
        og::evaluate(policy, og::sum(x), results[0], x = in);
        og::backward(policy, og::tanh(w * x), in, x = in, w = 0.5f, og::grad(w) = results[1]);
        og::backward(policy, og::tanh(w * x), in, x = in, w = 0.5f, og::grad(x) = dx, og::grad(w) += results[2]);
        og::evaluate(policy, og::sum(x), results[3], x = og::matrix(in.data(), n / columns, columns));
        og::evaluate(policy, og::sum(x), results[4], x = og::matrix(wide.data(), n / columns, columns, columns + 1));
        results[5] = results[0] - results[3], results[6] = dx[n - 1];
        CHECK(results[5] == 0);
        CHECK(results[1] == results[2]);
        return results;
    });
}

TEST_CASE("rows that need scratch rows, on the stack and beyond it") {
    for (std::size_t const columns : {1000u, 6000u}) {
        std::size_t const rows = 2'000'000 / columns;
        auto const in = wave(rows * columns);
        same_for_all([&](auto const& policy) {
            auto y = in;
            og::evaluate(policy, og::softmax(x), og::matrix(y.data(), rows, columns), x = og::matrix(y.data(), rows, columns));
            return y;
        });
    }
}

TEST_CASE("little work, and none") {
    std::vector<float> in = wave(100), y(100), none;
    og::evaluate(std::execution::par, og::gelu(x), y, x = in);
    CHECK(y[1] == og::gelu(in[1]));
    og::evaluate(std::execution::par, og::gelu(x), none, x = none);
    float sum = 7;
    og::fuse(std::execution::par, og::store(og::sum(x), sum), x = none);
    CHECK(sum == 0);
}
