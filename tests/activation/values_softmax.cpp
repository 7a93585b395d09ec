#include "values.hpp"

#include <random>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;

template <class F>
void check(std::size_t rows, std::size_t columns, double spread) {
    CAPTURE(rows, columns, spread, sizeof(F));
    std::mt19937 random(3);
    std::normal_distribution<double> normal(5, spread);
    std::vector<F> xs(rows * columns), y(rows * columns);
    for (F& v : xs) v = static_cast<F>(normal(random));
    og::evaluate(og::softmax(x), og::matrix(y.data(), rows, columns),
                 x = og::matrix(xs.data(), rows, columns));
    double worst = 0, sum_off = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        F const* const row = xs.data() + i * columns;
        long double most = row[0], sum = 0, got = 0;
        for (std::size_t j = 0; j < columns; ++j) most = std::max(most, static_cast<long double>(row[j]));
        for (std::size_t j = 0; j < columns; ++j) sum += std::exp(static_cast<long double>(row[j]) - most);
        for (std::size_t j = 0; j < columns; ++j) {
            F const value = y[i * columns + j];
            long double const exact = std::exp(static_cast<long double>(row[j]) - most) / sum;
            // x - m is rounded: half an ULP of it.
            double const allowed = 4 + static_cast<double>(most - static_cast<long double>(row[j]));
            worst = std::max(worst, accuracy::ulps(value, exact) / allowed);
            got += static_cast<long double>(value);
        }
        sum_off = std::max(sum_off, static_cast<double>(std::fabs(got - 1)));
    }
    CHECK(worst <= 1);
    CHECK(sum_off <= 4 * static_cast<double>(std::numeric_limits<F>::epsilon()));
}

}  // namespace

TEST_CASE("softmax is exact to 4 ULP and adds up to 1 in every row") {
    for (std::size_t const columns : {1u, 7u, 16u, 33u, 1000u})
        for (double const spread : {1.0, 8.0}) {
            check<float>(3, columns, spread);
            check<double>(3, columns, spread);
        }
}

TEST_CASE("softmax at special values") {
    double const inf = accuracy::infinity, nan = accuracy::not_a_number;
    double xs[] = {1, -inf, 1, 1e300, -1e300, 0, 1, nan, 2}, y[9];
    og::evaluate(og::softmax(x), og::matrix(y, 3, 3), x = og::matrix(xs, 3, 3));
    CHECK((y[0] == 0.5 && y[1] == 0 && y[2] == 0.5));
    CHECK((y[3] == 1 && y[4] == 0 && y[5] == 0));
    CHECK((std::isnan(y[6]) && std::isnan(y[7]) && std::isnan(y[8])));
}

TEST_CASE("softmax with a scale and a mask; a row that is masked out is 0, and so is its gradient") {
    double const inf = accuracy::infinity;
    constexpr og::var<"mask"> mask;
    constexpr og::param<"scale"> scale;
    double xs[] = {1, 2, 3, 1, 2, 3}, masks[] = {0, -inf, 0.5, -inf, -inf, -inf}, y[6], dx[6], dmask[6], dscale = 0;
    double const dy[] = {1, 2, 4, 1, 2, 4};
    auto const m = [](auto* p) { return og::matrix(p, 2, 3); };
    og::evaluate(og::softmax(x, scale, mask), m(y), x = m(xs), mask = m(masks), scale = 2.0);
    double const first = 1 / (1 + std::exp(4.5));
    CHECK((y[0] == Approx(first) && y[1] == 0 && y[2] == Approx(1 - first)));
    CHECK((y[3] == 0 && y[4] == 0 && y[5] == 0));
    og::backward(og::softmax(x, scale, mask), m(dy), x = m(xs), mask = m(masks), scale = 2.0, og::grad(x) = m(dx),
                 og::grad(mask) = m(dmask), og::grad(scale) = dscale);
    double const slope = first * (1 - first) * 3;
    CHECK((dmask[0] == Approx(-slope) && dmask[1] == 0 && dmask[2] == Approx(slope)));
    CHECK((dx[0] == Approx(-2 * slope) && dx[3] == 0 && dx[4] == 0 && dx[5] == 0));
    CHECK(dscale == Approx(2 * slope));

    og::evaluate(og::softmax(x, 2_c), m(y), x = m(xs));
    CHECK(y[1] / y[0] == Approx(std::exp(2)));
}
