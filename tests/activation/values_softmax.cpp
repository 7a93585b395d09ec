#include "values.hpp"

#include <random>

namespace og = ogive;

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
