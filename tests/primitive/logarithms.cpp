// Logarithms of products, shares and sums of what overflows or comes to 0, of a row's exponentials, and of hyperbolic
// functions.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

struct value_and_slope {
    float value, slope;
};
template <class E>
value_and_slope at(E e, float v) {
    std::vector<float> const in{v}, dy{1};
    std::vector<float> value(1), slope(1);
    og::evaluate(e, value, x = in);
    og::backward(e, dy, x = in, og::grad(x) = slope);
    return {value[0], slope[0]};
}
template <class E>
void check_at(E e, float v, double value, double slope) {
    auto const is = at(e, v);
    CAPTURE(v, is.value, is.slope);
    CHECK(is.value == Approx(value).epsilon(1e-6).margin(1e-37));
    CHECK(is.slope == Approx(slope).epsilon(2e-6).margin(1e-37));
}

struct row_result {
    float value;
    std::vector<float> slopes;
};
template <class E>
row_result at_row(E e, std::vector<float> logits) {
    std::vector<float> const dy{1};
    std::vector<float> value(1), slopes(logits.size());
    auto const row = [](auto& v) { return og::matrix(v.data(), 1, v.size()); };
    og::evaluate(e, og::per_row(value), x = row(logits));
    og::backward(e, og::per_row(dy), x = row(logits), og::grad(x) = row(slopes));
    return {value[0], slopes};
}

}  // namespace

TEST_CASE("log1p of minus a tail is the logarithm of the other tail") {
    check_at(og::log1p(-og::sigmoid(x)), 20, -20 - std::log1p(std::exp(-20)), -1 / (1 + std::exp(-20)));
    check_at(og::log1p(-og::sigmoid(x)), -20, -std::log1p(std::exp(-20)), -1 / (1 + std::exp(20)));
    check_at(og::log1p(-og::sigmoid(x)), 200, -200, -1);
    check_at(og::log1p(-og::normal_cdf(x)), 20, -203.917155370, -20.0497530);
    check_at(og::log1p(-og::square(og::tanh(x))), 20, 2 * std::log(2.0) - 40, -2);
    check_at(og::log1p(-og::square(og::tanh(x))), 1e-3f, -1e-6 + 1e-12 / 6, -2 * std::tanh(1e-3));
}

TEST_CASE("the logarithm of a hyperbolic cosine has its digits near 0 and does not overflow") {
    constexpr auto written = og::log((og::exp(x) + og::exp(-x)) / 2_c);
    check_at(written, 1e-3f, 5e-7 - 1e-12 / 12, std::tanh(1e-3));
    check_at(written, -2, std::log(std::cosh(2.0)), -std::tanh(2.0));
    check_at(written, 100, 100 - std::log(2.0), 1);
    check_at(og::log(0.5_c * (og::exp(x) + og::exp(-x))), 19.9f, std::log(std::cosh(19.9)), 1);
    check_at(og::log(1_c - og::tanh(x) * og::tanh(x)), -20, 2 * std::log(2.0) - 40, 2);
    check_at(og::log(1_c - og::square(og::tanh(x))), 1, -2 * std::log(std::cosh(1.0)), -2 * std::tanh(1.0));
}

TEST_CASE("the logarithm of a product of functions of one name is the sum of theirs") {
    check_at(og::log(og::softplus(x) * og::sigmoid(x)), -60, -120, 2);
    check_at(og::log(1_c + og::exp(x - 1_c) * og::exp(2_c * x)), 40, 119, 3);
}

TEST_CASE("the logarithm of a mixture or of a square has a value where a factor is below 0") {
    constexpr og::param<"a"> a;
    constexpr auto mixture = og::log(a * og::exp(x) + (1_c - a) * og::exp(y));
    auto const check_mixture = [&](float weight, float v, float w, double value, double by_x, double by_weight) {
        std::vector<float> const one{v}, other{w}, dy{1};
        std::vector<float> is(1), dx(1), dother(1);
        float da = 0;
        og::evaluate(mixture, is, x = one, y = other, a = weight);
        og::backward(mixture, dy, x = one, y = other, a = weight, og::grad(x) = dx, og::grad(y) = dother, og::grad(a) = da);
        CAPTURE(weight, v, w);
        CHECK(is[0] == Approx(value));
        CHECK(dx[0] == Approx(by_x));
        CHECK(dother[0] == Approx(1 - by_x));
        CHECK(da == Approx(by_weight));
    };
    for (double const weight : {1.5, 0.25, -0.5}) {
        double const first = weight * std::exp(1), second = (1 - weight) * std::exp(0.5);
        check_mixture(static_cast<float>(weight), 1, 0.5f, std::log(first + second), first / (first + second),
                      (std::exp(1) - std::exp(0.5)) / (first + second));
    }
    double const sum = 0.25 + 0.75 * std::exp(-1);
    check_mixture(0.25f, 200, 199, 200 + std::log(sum), 0.25 / sum, (1 - std::exp(-1)) / sum);

    check_at(og::log(og::exp(x) - og::expm1(0.5_c * x)), 1, std::log(std::exp(1) - std::expm1(0.5)),
             (std::exp(1) - 0.5 * std::exp(0.5)) / (std::exp(1) - std::expm1(0.5)));

    std::vector<float> const in{-110}, other{-50}, dy{1};
    auto const check_square = [&](auto e, double value, double by_y) {
        std::vector<float> is(1), dx(1), dother(1);
        og::evaluate(e, is, x = in, y = other);
        og::backward(e, dy, x = in, y = other, og::grad(x) = dx, og::grad(y) = dother);
        CHECK(is[0] == Approx(value));
        CHECK(dx[0] == 2);
        CHECK(dother[0] == Approx(by_y));
    };
    check_square(og::log(og::square(y * og::sigmoid(x))), 2 * std::log(50) - 220, -0.04);
    check_square(og::log(og::square(og::sigmoid(x) / y)), -2 * std::log(50) - 220, 0.04);
}

TEST_CASE("the logarithm of a mixture of densities does not come to that of 0 where all of them do") {
    constexpr auto mixture = og::log(0.25_c * og::exp(-0.5_c * og::square(x)) + 0.75_c * og::exp(-2_c * og::square(x - 1_c)));
    check_at(mixture, 20, std::log(0.25) - 200, -20);
    check_at(mixture, -30, std::log(0.25) - 450, 30);
    double const first = 0.25 * std::exp(-0.125), second = 0.75 * std::exp(-0.5);
    check_at(mixture, 0.5f, std::log(first + second), (-0.5 * first + 2 * second) / (first + second));

    constexpr og::param<"a"> a;
    constexpr auto learned = og::log(a * og::exp(-og::square(x)) + (1_c - a) * og::exp(-og::square(x + 1_c)));
    std::vector<float> const in{30}, dy{1};
    std::vector<float> is(1), dx(1);
    float da = 0;
    og::evaluate(learned, is, x = in, a = 0.25f);
    og::backward(learned, dy, x = in, a = 0.25f, og::grad(x) = dx, og::grad(a) = da);
    CHECK(is[0] == Approx(std::log(0.25) - 900));
    CHECK(dx[0] == Approx(-60));
    CHECK(da == Approx(4));
}

TEST_CASE("the logarithm of a density does not come to that of 0 where the density does") {
    constexpr auto gamma = og::log(x * og::exp(-x));
    constexpr auto rayleigh = og::log(x * og::exp(-0.5_c * og::square(x)));
    check_at(gamma, 0.5f, std::log(0.5) - 0.5, 1);
    check_at(gamma, 200, std::log(200) - 200, 1 / 200.0 - 1);
    check_at(rayleigh, 20, std::log(20) - 200, 1 / 20.0 - 20);
    check_at(og::log(0.25_c * og::exp(-og::square(x) / 2_c)), -20, std::log(0.25) - 200, 20);
    check_at(og::log(og::exp(-0.5_c * og::square(x / 0.25_c)) / 0.25_c), 5, -std::log(0.25) - 200, -80);
    check_at(og::log(og::square(x) * og::exp(-x)), 200, 2 * std::log(200) - 200, 1 / 100.0 - 1);
    check_at(og::log(-x * og::exp(x)), -200, std::log(200) - 200, 1 - 1 / 200.0);
    constexpr float infinity = std::numeric_limits<float>::infinity();
    CHECK(at(gamma, infinity).value == -infinity);
    CHECK(at(gamma, infinity).slope == -1);
    CHECK(at(rayleigh, infinity).value == -infinity);
    CHECK(std::isnan(at(gamma, -1).value));
    std::vector<float> value(1);
    og::evaluate(og::log(x * y * og::exp(-x)), value, x = std::vector<float>{infinity},
                 y = std::vector<float>{std::numeric_limits<float>::quiet_NaN()});
    CHECK(std::isnan(value[0]));
}

TEST_CASE("the logarithm of a share of two exponentials has its value and its derivative") {
    double const small = std::exp(-34);
    check_at(og::log(og::exp(x) / (og::exp(x) + og::exp(-x))), 17, -small, 2 * small);

    std::vector<float> const one{6}, other{200}, dy{1};
    std::vector<float> value(1), dx(1), dother(1);
    constexpr auto loss = -og::log(og::exp(x) / (og::exp(x) + og::exp(y)));
    og::evaluate(loss, value, x = one, y = other);
    og::backward(loss, dy, x = one, y = other, og::grad(x) = dx, og::grad(y) = dother);
    CHECK(value[0] == 194);
    CHECK(dx[0] == -1);
    CHECK(dother[0] == 1);
}

TEST_CASE("a share of two weighted exponentials does not overflow") {
    constexpr auto share = 0.25_c * og::exp(x) / (0.25_c * og::exp(x) + 0.75_c * og::exp(y));
    for (float const v : {-200.0f, 0.0f, 100.0f, 3e4f}) {
        std::vector<float> const in{v}, dy{1};
        std::vector<float> value(1), dx(1), dother(1);
        og::evaluate(share, value, x = in, y = in);
        og::backward(share, dy, x = in, y = in, og::grad(x) = dx, og::grad(y) = dother);
        CHECK(value[0] == Approx(0.25));
        CHECK(dx[0] == Approx(0.1875));
        CHECK(dother[0] == Approx(-0.1875));
    }
}

TEST_CASE("logistic curves with learned coefficients, their powers and logarithms have their limits and slopes") {
    constexpr og::param<"a"> a;
    constexpr og::param<"b"> b;
    struct result {
        double value, by_x, by_a, by_b;
    };
    auto const check = [&](auto e, double v, double at_a, double at_b, result wanted) {
        std::vector<float> const in{static_cast<float>(v)}, dy{1};
        std::vector<float> is(1), dx(1);
        float da = 0, db = 0;
        og::evaluate(e, is, x = in, a = static_cast<float>(at_a), b = static_cast<float>(at_b));
        og::backward(e, dy, x = in, a = static_cast<float>(at_a), b = static_cast<float>(at_b), og::grad(x) = dx,
                     og::grad(a) = da, og::grad(b) = db);
        CAPTURE(og::to_text(e), v);
        CHECK(is[0] == Approx(wanted.value).epsilon(1e-5).margin(1e-37));
        CHECK(dx[0] == Approx(wanted.by_x).epsilon(1e-5).margin(1e-37));
        CHECK(da == Approx(wanted.by_a).epsilon(1e-5).margin(1e-37));
        CHECK(db == Approx(wanted.by_b).epsilon(1e-5).margin(1e-37));
    };
    double const far[] = {-1e30, -200, -100, 100, 200, 1e30};
    constexpr auto curve = a / (1_c + b * og::exp(-x));
    constexpr auto rising = a * og::exp(-x) / (1_c + b * og::exp(-x));
    constexpr auto loss = og::log(a + b * og::exp(-x));
    constexpr auto richards = og::pow(1_c + b * og::exp(-x), -a);
    for (double const v : far) {
        bool const left = v < 0;
        check(curve, v, 0.75, 0.5, left ? result{0, 0, 0, 0} : result{0.75, 0, 1, 0});
        check(rising, v, 0.75, 0.5, left ? result{1.5, 0, 2, -3} : result{0, 0, 0, 0});
        if (std::fabs(v) < 1e3)
            check(loss, v, 0.75, 0.5, left ? result{std::log(0.5) - v, -1, 0, 2} : result{std::log(0.75), 0, 1 / 0.75, 0});
        check(richards, v, 0.75, 0.5, left ? result{0, 0, 0, 0} : result{1, 0, 0, 0});
    }
    double const e = std::exp(-2), sum = 1 + 0.5 * e;
    check(curve, 2, 0.75, 0.5, {0.75 / sum, 0.375 * e / sum / sum, 1 / sum, -0.75 * e / sum / sum});
    check(curve, 2, 0.75, 0, {0.75, 0, 1, -0.75 * e});
    check(curve, 2, 0.75, -0.5, {0.75 / (1 - 0.5 * e), -0.375 * e / std::pow(1 - 0.5 * e, 2), 1 / (1 - 0.5 * e),
                                 -0.75 * e / std::pow(1 - 0.5 * e, 2)});
    check(rising, 2, 0.75, 0.5, {0.75 * e / sum, -0.75 * e / sum / sum, e / sum, -0.75 * e * e / sum / sum});
    double const power_of_sum = std::pow(sum, -0.75), slope_of_it = -0.75 * power_of_sum / sum;
    check(richards, 2, 0.75, 0.5, {power_of_sum, -0.5 * e * slope_of_it, -std::log(sum) * power_of_sum, e * slope_of_it});

    constexpr auto power = og::pow(og::exp(x), a) + 0_c * b;
    for (double const v : {-1e30, -200.0, -60.0, 2.0, 60.0, 150.0}) {
        double const root = std::exp(0.5 * v), slope = v < -1e3 ? 0 : v * root;
        check(power, v, 0.5, 1, {root, 0.5 * root, slope, 0});
    }
    double const falls = std::exp(-50);
    check(og::pow(1_c - og::sigmoid(x), a) + 0_c * b, 200, 0.25, 1, {falls, -0.25 * falls, -200 * falls, 0});
    check(og::pow(og::softplus(x), a) + 0_c * b, -1e30, 0.25, 1, {0, 0, 0, 0});
}

TEST_CASE("logarithms of sums along a row do not overflow") {
    std::vector<float> const large{100, 0, 99}, small{-100, -98, -200};
    double const sum = 1 + std::exp(-1), of_large[] = {1 / sum, 0, std::exp(-1) / sum};
    auto const check_large = [&](row_result const& is, double value) {
        CHECK(is.value == Approx(value));
        for (std::size_t j = 0; j != 3; ++j) CHECK(is.slopes[j] == Approx(of_large[j]).epsilon(2e-5).margin(1e-37));
    };
    check_large(at_row(og::log(1_c + og::row_sum(og::exp(x))), large), 100 + std::log(sum));
    check_large(at_row(og::log(og::row_sum(og::exp(x)) + 1_c), large), 100 + std::log(sum));
    check_large(at_row(og::log1p(og::row_sum(og::exp(x))), large), 100 + std::log(sum));
    check_large(at_row(og::log(og::row_mean(og::exp(x))), large), 100 + std::log(sum) - std::log(3.0));

    auto const is = at_row(og::log1p(og::row_sum(og::exp(x))), small);
    CHECK(is.value == Approx(std::exp(-100) + std::exp(-98)).epsilon(1e-2));  // below the normal range
    CHECK(is.slopes[1] == Approx(std::exp(-98)).epsilon(1e-2));
}

TEST_CASE("an exponential over 1 and the sum of its row does not overflow") {
    constexpr auto p = og::exp(x) / (1_c + og::row_sum(og::exp(x)));
    constexpr auto loss = og::row_sum(og::square(p));
    for (float const shift : {0.0f, -3.0f, 100.0f}) {
        std::vector<float> const logits{1 + shift, 0.5f + shift, -3 + shift};
        double e[3], one = std::exp(-shift), sum = one, squares = 0;
        for (std::size_t j = 0; j != 3; ++j) sum += e[j] = std::exp(double(logits[j]) - shift);
        for (double& v : e) v /= sum, squares += v * v;
        auto const is = at_row(loss, logits);
        CHECK(is.value == Approx(squares).epsilon(1e-5));
        for (std::size_t j = 0; j != 3; ++j)
            CHECK(is.slopes[j] == Approx(2 * e[j] * (e[j] - squares)).epsilon(1e-4).margin(1e-6));
    }
}

TEST_CASE("softmax written out does not overflow, with a factor, below a sum and in a long formula") {
    std::vector<float> const logits{200, 199, 198}, factors{1, 2, 4};
    double const sum = 1 + std::exp(-1) + std::exp(-2), p[] = {1 / sum, std::exp(-1) / sum, std::exp(-2) / sum};
    double const mean = p[0] + 2 * p[1] + 4 * p[2];
    auto const row = [](auto& v) { return og::matrix(v.data(), 1, v.size()); };
    auto const check_mean = [&](auto e) {
        CAPTURE(og::to_text(e));
        std::vector<float> const dy{1};
        std::vector<float> value(1), dx(3);
        og::evaluate(e, og::per_row(value), x = row(logits), y = row(factors));
        og::backward(e, og::per_row(dy), x = row(logits), y = row(factors), og::grad(x) = row(dx));
        CHECK(value[0] == Approx(mean));
        for (std::size_t j = 0; j != 3; ++j) CHECK(dx[j] == Approx(p[j] * (factors[j] - mean)).epsilon(1e-4));
    };
    auto const powers = og::exp(x);
    check_mean(og::row_sum(powers * y / og::row_sum(powers)));
    check_mean(og::row_sum(y * powers / og::row_sum(powers)));
    check_mean(og::row_sum(powers * y) / og::row_sum(powers));
    check_mean(og::row_sum(y * powers) / og::row_sum(powers));

    constexpr auto z = x * og::sigmoid(x) * og::tanh(x) + og::square(y) - y * y;  // x where that is large
    constexpr auto long_powers = og::exp(z);
    constexpr auto rest = og::silu(x) * og::tanh(y) - og::tanh(y) * og::silu(x);  // 0
    constexpr auto share = long_powers / og::row_sum(long_powers);
    static_assert(decltype(share + rest)::compact > 1);
    check_mean(og::row_sum(share * y + rest));
    check_mean(og::row_sum(y * long_powers / og::row_sum(long_powers) + rest));
    check_mean(og::row_sum(y * long_powers) / og::row_sum(long_powers) + og::row_sum(rest));

    // exp(-t^2) and exp(s) exp(t) are functions of their own.
    constexpr auto bells = og::exp(-og::square(og::sqrt(600_c - x + rest)));
    check_mean(og::row_sum(bells / og::row_sum(bells) * y + rest));
    constexpr auto products = og::exp(z - 100_c) * og::exp(100_c + rest);
    check_mean(og::row_sum(products / og::row_sum(products) * y + rest));
}

TEST_CASE("elu(x) + 1 keeps its digits where it comes to 0") {
    check_at(og::elu(x) + 1_c, -17, std::exp(-17), std::exp(-17));
    check_at(og::elu(x) + 1_c, 3, 4, 1);
    check_at(og::elu(x) + 1_c, 0, 1, 1);
    check_at(og::log(og::elu(x) + 1_c), -17, -17, 1);
}

TEST_CASE("the logarithm of a derivative's magnitude, a flow's, is known where the derivative has come to 0") {
    constexpr auto log_det = [](auto e) { return og::log(og::abs(og::derivative(e, x))); };
    double const log_2 = std::log(2.0);
    check_at(log_det(og::sigmoid(2_c * x)), 100, log_2 - 200, -2);
    check_at(log_det(og::sigmoid(2_c * x)), -1, log_2 - 2 - 2 * std::log1p(std::exp(-2)), 2 * std::tanh(1.0));
    check_at(log_det(og::tanh(-3_c * x)), 50, std::log(3.0) + 2 * log_2 - 300, -6);
    check_at(log_det(og::softplus(x)), -150, -150, 1);
    check_at(log_det(og::exp(x)), -150, -150, 1);
    check_at(og::log(og::abs(og::exp(-x) * og::square(x - 3_c))), 150, -150 + 2 * std::log(147.0), -1 + 2.0 / 147);
    check_at(og::log(og::abs((x - 3_c) * og::exp(-x))), 1, log_2 - 1, -1.5);  // below 0 itself
    check_at(og::log(og::abs((3_c - x) / og::exp(x))), 150, std::log(147.0) - 150, -1 + 1.0 / 147);
    check_at(og::log(og::abs(1_c - og::exp(x))), 2, std::log(std::expm1(2.0)), 1 / -std::expm1(-2.0));
    check_at(og::log(og::abs(x)), -2, log_2, -0.5);
}

TEST_CASE("the logarithm of a sum of densities has its value and slope where all of them have come to 0") {
    constexpr auto two = og::log(og::exp(-og::square(x - 1_c)) + og::exp(-og::square(x + 1_c)));
    check_at(two, 15, -196 + std::log1p(std::exp(-60)), -28);
    check_at(two, -0.5f, std::log(std::exp(-2.25) + std::exp(-0.25)), 1 + 2 * std::tanh(-1.0));
    check_at(og::derivative(two, x), 15, -28, -2);
    check_at(og::log(og::sigmoid(x) + og::sigmoid(x - 2_c)), -200, -200 + std::log1p(std::exp(-2)), 1);

    constexpr og::param<"a"> a;
    constexpr auto mixture = og::log(a * og::normal_pdf(x - 1_c) + (1_c - a) * og::normal_pdf(x + 1_c));
    double const root = std::log(2 * std::acos(-1.0)) / 2;
    std::vector<float> const in{20, -20, 0.5f}, dy(3, 1.0f);
    std::vector<float> value(3), slope(3);
    float da = 0;
    og::evaluate(mixture, value, x = in, a = 0.25f);
    og::backward(mixture, dy, x = in, a = 0.25f, og::grad(x) = slope, og::grad(a) = da);
    CHECK(value[0] == Approx(-180.5 - root + std::log(0.25)));
    CHECK(value[1] == Approx(-180.5 - root + std::log(0.75)));
    CHECK((slope[0] == Approx(-19) && slope[1] == Approx(19)));
    double const here = 0.25 * std::exp(-0.125), there = 0.75 * std::exp(-1.125);
    CHECK(value[2] == Approx(std::log(here + there) - root));
    CHECK(slope[2] == Approx((0.5 * here - 1.5 * there) / (here + there)));
    CHECK(da == Approx(4 - 1 / 0.75 + (std::exp(-0.125) - std::exp(-1.125)) / (here + there)));
    og::evaluate(mixture, value, x = in, a = -0.25f);  // a weight below 0
    CHECK(value[2] == Approx(std::log(-0.25 * std::exp(-0.125) + 1.25 * std::exp(-1.125)) - root));
}

TEST_CASE("roots beside their argument and powers of one half are right where a square overflows or terms cancel") {
    check_at(og::sqrt(og::square(x) + 4_c) - x, 1e4f, 2e-4, -2e-8);
    check_at(x - og::sqrt(og::square(x) + 4_c), 1e4f, -2e-4, 2e-8);
    check_at(og::log(og::sqrt(1_c + x * x) - x), 1e4f, -std::asinh(1e4), -1e-4);
    check_at(og::pow(1_c + og::square(x), 0.5_c), 1e20f, 1e20, 1);
    check_at(x * og::pow(1_c + og::square(x), og::c<-0.5>), 1e20f, 1, 0);
}

TEST_CASE("the inverse Mills ratio is known with a sign or a number before it") {
    check_at(-og::normal_pdf(x) / og::normal_cdf(x), -20, -20.0497530, 0.99753680);
    check_at(2_c * og::normal_pdf(x) / og::normal_cdf(x), -20, 40.0995060, -1.9950736);
}

TEST_CASE("0 in one arm is 0 beside what overflows, but not beside NaN") {
    std::vector<float> const in{-2, -2, 2}, other{100, std::numeric_limits<float>::quiet_NaN(), 1}, dy(3, 1.0f);
    std::vector<float> value(3), dother(3);
    og::evaluate(og::exp(y) * og::relu(x), value, x = in, y = other);
    og::backward(og::exp(y) * og::relu(x), dy, x = in, y = other, og::grad(y) = dother);
    CHECK(value[0] == 0);
    CHECK(std::isnan(value[1]));
    CHECK(value[2] == Approx(2 * std::exp(1)));
    CHECK(dother[0] == 0);
    CHECK(dother[2] == Approx(2 * std::exp(1)));
}
