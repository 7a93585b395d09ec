// Sums over many elements: in a fixed order, with an error no worse than pairwise summation's.

#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"t"> t;
constexpr og::param<"w"> w;
constexpr og::param<"beta"> beta;

template <int N>
constexpr auto sines(auto e) {
    if constexpr (N == 0)
        return e;
    else
        return sines<N - 1>(og::sin(e));
}

float pairwise(float const* v, std::size_t n) {
    return n == 1 ? *v : n == 0 ? 0.0f : pairwise(v, n / 2) + pairwise(v + n / 2, n - n / 2);
}

}  // namespace

TEST_CASE("a sum is no further off than a pairwise one") {
    std::mt19937 random(3);
    std::uniform_real_distribution<float> uniform(0, 1);
    for (std::size_t const n : {1u, 7u, 100u, 1000u, 100'003u, 2'000'001u}) {
        std::vector<float> v(n);
        double exact = 0;
        for (float& a : v) exact += static_cast<double>(a = uniform(random));
        float sum = 0, of_a_row[1];
        og::fuse(og::store(og::sum(x), sum), x = v);
        og::evaluate(og::row_sum(x), og::per_row(of_a_row), x = og::matrix(v.data(), 1, n));
        double const pair = std::abs(static_cast<double>(pairwise(v.data(), n)) - exact);
        for (float const found : {sum, of_a_row[0]}) {
            double const off = std::abs(static_cast<double>(found) - exact);
            CAPTURE(n, off, pair);
            CHECK(off <= std::max(pair, exact * 0x1p-23));
        }
    }
}

TEST_CASE("a sum down a column is no further off than a pairwise one") {
    std::mt19937 random(4);
    std::uniform_real_distribution<float> uniform(0, 1);
    for (std::size_t const columns : {3u, 40u})
        for (std::size_t const rows : {1u, 3u, 6u, 100u, 20'003u}) {
            std::vector<float> v(rows * columns), of_last(rows), sums(columns), by_w(columns);
            for (float& a : v) a = uniform(random);
            double exact = 0;
            for (std::size_t i = 0; i < rows; ++i)
                exact += static_cast<double>(of_last[i] = v[i * columns + columns - 1]);
            auto const m = og::matrix(v.data(), rows, columns);
            og::fuse(og::store(og::col_sum(x), sums), x = m);
            // Beside a sum along the row, rows of three columns go side by side.
            std::vector<float> ones(columns, 1.0f);
            og::backward(w * og::row_sum(x) / og::row_sum(x), m, x = m, w = ones, og::grad(w) = by_w);
            double const pair = std::abs(static_cast<double>(pairwise(of_last.data(), rows)) - exact);
            for (float const found : {sums.back(), by_w.back()}) {
                double const off = std::abs(static_cast<double>(found) - exact);
                CAPTURE(rows, columns, off, pair);
                CHECK(off <= std::max(pair, exact * 0x1p-23));
            }
        }
}

TEST_CASE("sums of infinities are infinite, sums over nothing are 0") {
    float sum = 3;
    std::vector<float> v(100, 1.0f);
    v[50] = std::numeric_limits<float>::infinity();
    og::fuse(og::store(og::sum(x), sum), x = v);
    CHECK(sum == std::numeric_limits<float>::infinity());
    v.clear();
    og::fuse(og::store(og::sum(x), sum), x = v);
    CHECK(sum == 0);

    // Rows of no columns are rows.
    std::vector<float> of_rows(5, 7.0f), factors(5, 3.0f), by_factor(5, 7.0f);
    auto const none = og::matrix(v.data(), 5, 0);
    og::fuse(og::store(og::row_sum(x), of_rows), x = none);
    CHECK(of_rows == std::vector<float>(5, 0.0f));
    og::fuse(og::store(og::row_max(x), of_rows), x = none);
    CHECK(of_rows == std::vector<float>(5, -std::numeric_limits<float>::infinity()));
    og::backward(x * t, none, x = none, t = og::per_row(factors), og::grad(t) = og::per_row(by_factor));
    CHECK(by_factor == std::vector<float>(5, 0.0f));
}

TEST_CASE("a gradient of no values is 0, whatever a sum over nothing is multiplied by") {
    std::vector<float> none, factors(5, 3.0f), by_factor(5, 7.0f), weights(3, 0.0f), by_weight(3, 7.0f);
    float by_beta = 7;
    // The mean of no columns is NaN, 1 / column_count() infinite.
    auto const columns = og::matrix(none.data(), 5, 0);
    constexpr auto centred = x - t * beta * og::row_mean(x) + x / og::column_count();
    auto const of_columns = [&](auto&&... gradients) {
        og::backward(centred, 1.0f, x = columns, t = og::per_row(factors), beta = 2.0f, gradients...);
    };
    of_columns(og::grad(t) += og::per_row(by_factor), og::grad(beta) += by_beta, og::grad(x) = columns);
    CHECK(by_factor == std::vector<float>(5, 7.0f));
    CHECK(by_beta == 7);
    of_columns(og::grad(t) = og::per_row(by_factor), og::grad(beta) = by_beta);
    CHECK(by_factor == std::vector<float>(5, 0.0f));
    CHECK(by_beta == 0);

    // The derivative of log(w) at 0 is infinite.
    by_beta = 7;
    auto const rows = og::matrix(none.data(), 0, 3);
    og::backward(x * og::log(w), 1.0f, x = rows, w = weights, og::grad(w) += by_weight);
    CHECK(by_weight == std::vector<float>(3, 7.0f));
    og::backward(x * og::log(w), 1.0f, x = rows, w = weights, og::grad(w) = by_weight);
    CHECK(by_weight == std::vector<float>(3, 0.0f));
    og::backward(x * og::log(beta), none, x = none, beta = 0.0f, og::grad(beta) += by_beta);
    CHECK(by_beta == 7);
    og::backward(x * og::log(beta), none, x = none, beta = 0.0f, og::grad(beta) = by_beta);
    CHECK(by_beta == 0);

    // One value for each row is there though the row has no columns.
    og::backward(t * og::row_max(x), 1.0f, x = columns, t = og::per_row(factors), og::grad(t) = og::per_row(by_factor));
    CHECK(by_factor == std::vector<float>(5, -std::numeric_limits<float>::infinity()));
}

TEST_CASE("a gradient by a param per column adds up many rows") {
    std::size_t const rows = 30'000, columns = 5;
    std::vector<float> v(rows * columns, 0.1f), dw(columns), weights(columns, 1.0f);
    og::backward(w * x, 1.0f, x = og::matrix(v.data(), rows, columns), w = weights, og::grad(w) = dw);
    for (float const d : dw) CHECK(d == static_cast<float>(rows * static_cast<double>(0.1f)));
    og::backward(w * x, 1.0f, x = og::matrix(v.data(), rows, columns), w = weights, og::grad(w) += dw);
    for (float const d : dw) CHECK(d == Approx(2 * rows * static_cast<double>(0.1f)));
}

TEST_CASE("a formula of params alone has one value per column, and so has its dy") {
    std::vector<float> const values{1, 2, 3}, dy{1, 1, 2};
    std::vector<float> by_w(3, 1);
    og::backward(og::square(w), dy, w = values, og::grad(w) += by_w);
    CHECK(by_w == std::vector<float>{3, 5, 13});
}

TEST_CASE("a gradient of 0 stored in a range has the shape of its name") {
    std::vector<float> const values(6, 1), upstream(6, 1), weights(3, 1), of_rows(2, 1);
    std::vector<float> by_w{7, 7, 7}, by_t{7, 7};
    auto const m = og::matrix(values.data(), 2, 3), d = og::matrix(upstream.data(), 2, 3);
    constexpr og::var<"dy"> dy;
    constexpr auto dw = std::get<0>(og::vjp(x * og::step(w), dy, w));
    constexpr auto dt = std::get<0>(og::vjp(x * og::step(t), dy, t));
    og::fuse(og::store(dw, by_w), og::accumulate(dt, by_t), x = m, w = weights, t = og::per_row(of_rows), dy = d);
    CHECK(by_w == std::vector<float>{0, 0, 0});
    CHECK(by_t == std::vector<float>{7, 7});
    og::fuse(og::store(w - 2_c * dw, by_w), og::store(1_c - dt, by_t), x = m, w = weights, t = og::per_row(of_rows), dy = d);
    CHECK(by_w == std::vector<float>{1, 1, 1});
    CHECK(by_t == std::vector<float>{1, 1});

    // So has one by a formula just short enough not to be compact itself, as its gradient is.
    constexpr auto many = sines<26>(x * og::stop_gradient(t));
    og::fuse(og::store(std::get<0>(og::vjp(many, dy, t, x)), by_t), x = m, t = og::per_row(of_rows), dy = d);
    CHECK(by_t == std::vector<float>{0, 0});
}

TEST_CASE("a sum over everything counts a value of a row, or of a column, once") {
    constexpr og::param<"c"> c;
    std::vector<float> const v{1, 2, 3, 4, 5, 6}, weights{1, 2, 3}, factors{2, 5};
    std::vector<float> dx(6), dw(3), dt(2);
    auto const m = og::matrix(v.data(), 2, 3);
    float sum = 0, dc = 0;

    constexpr auto of_rows = og::sum(t * og::square(og::row_sum(x)));
    og::evaluate(of_rows, sum, x = m, t = og::per_row(factors));
    CHECK(sum == 2 * 6 * 6 + 5 * 15 * 15);
    og::backward(of_rows, 1.0f, x = m, t = og::per_row(factors), og::grad(x) = og::matrix(dx.data(), 2, 3),
                 og::grad(t) = og::per_row(dt));
    CHECK(dx == std::vector<float>{24, 24, 24, 150, 150, 150});
    CHECK(dt == std::vector<float>{36, 225});

    constexpr auto decay = og::sum(w * x) + og::sum(og::square(w));
    og::evaluate(decay, sum, x = m, w = weights);
    CHECK(sum == 46 + 14);
    og::backward(decay, 1.0f, x = m, w = weights, og::grad(w) = dw);
    CHECK(dw == std::vector<float>{7, 11, 15});

    // One value, summed once for each row, then for each column: c^2 for each flows to w and is derived again.
    constexpr auto by_rows = std::get<0>(og::vjp(w + og::row_sum(x), og::square(c), w));
    og::evaluate(by_rows, sum, x = m, w = 1.0f, c = 3.0f);
    CHECK(sum == 2 * 9);
    og::backward(by_rows, 1.0f, x = m, w = 1.0f, c = 3.0f, og::grad(c) = dc);
    CHECK(dc == 2 * 6);
    constexpr og::param<"b"> b;
    constexpr auto by_columns = og::sum(x) + std::get<0>(og::vjp(w + b, og::square(c), b));
    og::evaluate(by_columns, sum, x = m, w = weights, b = 1.0f, c = 3.0f);
    CHECK(sum == 21 + 3 * 9);
    og::backward(by_columns, 1.0f, x = m, w = weights, b = 1.0f, c = 3.0f, og::grad(c) = dc);
    CHECK(dc == 3 * 6);
}

TEST_CASE("what a name varies along is what the call binds to it, in formulas too long to be spelled too") {
    std::vector<double> const v{1, 2, 3, 4, 5, 6}, of_rows{0.5, 1}, dy{1, -1, 2, 3, 1, 0.5};
    std::vector<double> rows(2), by_vjp(2), by_backward(2);
    auto const m = og::matrix(v.data(), 2, 3), upstream = og::matrix(dy.data(), 2, 3);
    double sum = 0;

    constexpr auto row = og::logsumexp(x) + t;
    og::evaluate(row, rows, x = m, t = og::per_row(of_rows));
    og::evaluate(og::sum(row), sum, x = m, t = og::per_row(of_rows));
    CHECK(sum == Approx(rows[0] + rows[1]).epsilon(1e-14));

    constexpr auto e = og::softmax(x * t) * og::logsumexp(x + t) + og::square(og::softmax(x + t));
    constexpr og::var<"d"> d;
    constexpr auto dt = std::get<0>(og::vjp(e, d, t));
    constexpr auto of = [](auto z) { return og::tanh(z) * og::sigmoid(z) + og::softplus(z) * og::silu(z); };
    og::evaluate(of(dt), by_vjp, x = m, t = og::per_row(of_rows), d = upstream);
    og::backward(e, upstream, x = m, t = og::per_row(of_rows), og::grad(t) = og::per_row(by_backward));
    for (std::size_t r = 0; r < 2; ++r) CHECK(by_vjp[r] == Approx(of(by_backward[r])).epsilon(1e-12));

    // A mean is one value for the row, and so is what its gradient adds to each element: derived again, no column
    // counts it once more.
    constexpr auto once = std::get<0>(og::vjp(og::row_mean(x) + og::exp(x), x, x));
    constexpr auto twice = std::get<0>(og::vjp(once, x, x));
    constexpr auto written = og::row_mean(x) + og::exp(x) * (x + og::square(x));
    std::vector<double> derived(6), expected(6);
    og::evaluate(of(0.1_c * twice), og::matrix(derived.data(), 2, 3), x = m);
    og::evaluate(of(0.1_c * written), og::matrix(expected.data(), 2, 3), x = m);
    for (std::size_t i = 0; i < 6; ++i) CHECK(derived[i] == Approx(expected[i]).epsilon(1e-12));
    // What is elementwise stays so.
    constexpr auto f = og::square(og::tanh(x)) + og::sigmoid(x * w) * og::softplus(x) * og::square(og::silu(x));
    constexpr auto g = f * f + og::sigmoid(f) * f + og::tanh(f);
    constexpr auto slope = std::get<0>(og::vjp(g, d, x));
    CHECK(og::derivative(slope, x)(x = 0.3, w = 1.5, d = 2.0) ==
          Approx(2 * og::derivative(g, x, x)(x = 0.3, w = 1.5)).epsilon(1e-13));
}

TEST_CASE("a sum counts what was written, along whatever its simpler form varies") {
    constexpr og::param<"c"> c;
    std::vector<double> const v{1, 2, 3, 4, 5, 6}, of_rows{0.5, 1}, weights{2, 3, 5};
    std::vector<double> dw(3), rows(2);
    auto const m = og::matrix(v.data(), 2, 3);
    auto const r = og::per_row(of_rows);
    double sum = 0, dc = 0;

    og::evaluate(og::sum(og::pow(x, 0_c)), sum, x = m);
    CHECK(sum == 6);
    og::evaluate(og::sum(og::pow(t, 0_c)), sum, t = r);
    CHECK(sum == 2);
    og::evaluate(og::sum(w * og::pow(t, 0_c)), sum, t = r, w = weights);
    CHECK(sum == 20);
    og::evaluate(og::sum(og::where(x > 2_c, 1_c, 1_c)), sum, x = m);
    CHECK(sum == 6);
    og::evaluate(og::sum(og::where(t > 0_c, og::where(t > 0_c, 1_c, x), 0_c)), sum, x = m, t = r);
    CHECK(sum == 6);
    og::evaluate(og::sum(og::exp(x) / (og::exp(x) + og::exp(x))), sum, x = m);
    CHECK(sum == 3);
    og::evaluate(og::sum(og::exp(x) / (c * og::exp(x))), sum, x = m, c = 2.0);
    CHECK(sum == 3);
    og::evaluate(og::sum(og::exp(x) / (w * og::exp(x))), sum, x = m, w = std::vector<double>{2, 4, 8});
    CHECK(sum == 1.75);
    og::evaluate(og::sum(c / (w * og::exp(x)) * og::exp(x)), sum, x = m, w = std::vector<double>{2, 4, 8}, c = 2.0);
    CHECK(sum == 3.5);
    og::evaluate(og::sum(og::derivative(3_c * x, x)), sum, x = m);
    CHECK(sum == 18);
    og::evaluate(og::sum(og::exp(og::derivative(3_c * x, x, x))), sum, x = m);
    CHECK(sum == 6);
    og::evaluate(og::row_sum(og::derivative(t * x, x)), rows, x = m, t = r);
    CHECK(rows == std::vector<double>{1.5, 3});
    og::backward(c * og::pow(x, 0_c), m, x = m, c = 2.0, og::grad(c) = dc);
    CHECK(dc == 21);

    // The gradient of a row's mean is one value for the row, and as many as there are elements.
    og::evaluate(og::sum(og::square(std::get<0>(og::vjp(og::row_mean(x), 1_c, x)))), sum, x = m);
    CHECK(sum == Approx(2.0 / 3).epsilon(1e-15));
    // The penalty of a gradient, derived again.
    constexpr auto dx = std::get<0>(og::vjp(og::row_sum(x * w), 1_c, x));
    og::evaluate(og::sum(og::square(dx)), sum, x = m, w = weights);
    CHECK(sum == 2 * 38);
    og::backward(og::sum(og::square(dx)), 1.0, x = m, w = weights, og::grad(w) = dw);
    CHECK(dw == std::vector<double>{8, 12, 20});
    // In formulas too long to be spelled.
    constexpr auto f = og::square(og::tanh(x)) + og::sigmoid(x * w) * og::softplus(x) * og::square(og::silu(x));
    constexpr auto ones = og::pow(og::square(f) + og::sigmoid(f) * f + og::tanh(f) * og::softplus(f), 0_c);
    og::evaluate(og::sum(ones), sum, x = m, w = weights);
    CHECK(sum == 6);
    static_assert(og::same(ones, 1_c));  // to a reader
}

TEST_CASE("what flows into a derivative has the shape of what was derived") {
    constexpr og::param<"c"> c;
    std::vector<double> const v{1, 2, 3, 4, 5, 6}, of_rows{0.5, 1}, weights{2, 3, 5};
    std::vector<double> dw(3), dt(2);
    auto const m = og::matrix(v.data(), 2, 3);
    auto const r = og::per_row(of_rows);
    double dc = 0;

    og::backward(og::derivative(c * x, x), v, x = v, c = 0.5, og::grad(c) = dc);
    CHECK(dc == 21);
    og::backward(og::square(og::derivative(c * x, x)), m, x = m, c = 0.5, og::grad(c) = dc);
    CHECK(dc == 21);
    og::backward(og::derivative(t * x, x), m, x = m, t = r, og::grad(t) = dt);
    CHECK(dt == std::vector<double>{6, 15});
    og::backward(std::get<0>(og::vjp(og::row_sum(t * x), 1_c, x)), m, x = m, t = r, og::grad(t) = dt);
    CHECK(dt == std::vector<double>{6, 15});
    og::backward(std::get<0>(og::vjp(og::row_sum(w * x), 1_c, x)), m, x = m, w = weights, og::grad(w) = dw);
    CHECK(dw == std::vector<double>{5, 7, 9});
}

TEST_CASE("the results do not depend on the call") {
    std::vector<double> v(10'001);
    for (std::size_t i = 0; i < v.size(); ++i) v[i] = std::sin(static_cast<double>(i));
    double first = 0, second = 0;
    og::backward(og::tanh(w * x), 1.0, x = v, w = 0.5, og::grad(w) = first);
    og::backward(og::tanh(w * x), 1.0, x = v, w = 0.5, og::grad(w) = second);
    CHECK(first == second);
}

TEST_CASE("a gradient's sum over a row is that of its terms, with what is one value for the row outside") {
    constexpr auto centred = x - og::row_mean(x);
    constexpr auto r = 1_c / og::row_sum(og::exp(centred));
    constexpr auto s = 1_c / og::row_sum(og::square(x) + 1_c);
    constexpr auto e = centred * r - og::square(centred) * s;
    static_assert(og::explain(e, og::grad(x)).loops == 3);  // 4 if the last sum waited for r and s

    constexpr std::size_t rows = 6, columns = 5;  // more rows than are worked on together
    std::vector<double> in(rows * columns), dy(in), dx(in), y(in);
    for (std::size_t i = 0; i < in.size(); ++i)
        in[i] = 2 * std::sin(0.7 * static_cast<double>(i) + 0.3), dy[i] = std::cos(1.9 * static_cast<double>(i));
    auto const m = [](std::vector<double>& v) { return og::matrix(v.data(), rows, columns); };
    og::backward(e, m(dy), x = m(in), og::grad(x) = m(dx));
    for (std::size_t i = 0; i < in.size(); ++i) {
        double const here = in[i];
        auto const loss = [&](double there) {
            in[i] = there;
            og::evaluate(e, m(y), x = m(in));
            double sum = 0;
            for (std::size_t k = 0; k < y.size(); ++k) sum += dy[k] * y[k];
            return sum;
        };
        auto const [slope, error] = og::testing::quotient(loss, here);
        in[i] = here;
        CHECK(error <= 1e-8);
        CHECK(dx[i] == Approx(slope).epsilon(1e-8).margin(1e-9));
    }
}
