// Terms of entropies and divergences, and powers of exponentials: products with a logarithm that is infinite where the
// rest is 0.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <type_traits>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"p"> p;
constexpr og::var<"q"> q;
constexpr og::var<"x"> x;
constexpr og::param<"b"> b;

template <class E>
std::vector<float> slopes(E e, std::vector<float> at) {
    std::vector<float> const ones(at.size(), 1.0f);
    std::vector<float> d(at.size());
    og::backward(e, ones, x = at, og::grad(x) = d);
    return d;
}

}  // namespace

TEST_CASE("a product with the logarithm of a factor is 0 where the factor is, in any order") {
    CHECK((b * p * og::log(p))(p = 0.0, b = 2.0) == 0);
    CHECK((p * b * og::log(p))(p = 0.0, b = 2.0) == 0);
    CHECK((-q * p * og::log(p))(p = 0.0, q = 2.0) == 0);
    CHECK((q * og::log(p) * p)(p = 0.0, q = 2.0) == 0);
    CHECK((b * p * (og::log(p) - og::log(q)))(p = 0.0, q = 2.0, b = 2.0) == 0);
    CHECK((p * p * og::log(p))(p = 0.0) == 0);
    CHECK((p * og::log(0.5_c * p))(p = 0.0) == 0);
    CHECK((p * og::log(p * q))(p = 0.0, q = 2.0) == 0);
    CHECK((p * og::log(p / q))(p = 0.0, q = 2.0) == 0);
    CHECK((p * og::log(p) * og::log(p))(p = 0.0) == 0);
    CHECK((b * (1_c - p) * og::log(1_c - p))(p = 1.0, b = 2.0) == 0);
    CHECK((b * p * og::log(p))(p = 0.5, b = 2.0) == Approx(std::log(0.5)).epsilon(1e-15));

    CHECK(std::isinf((q * og::log(p))(p = 0.0, q = 2.0)));
    CHECK(std::isnan((q * og::log(p))(p = 0.0, q = 0.0)));
    CHECK(std::isnan((b * p * og::log(p))(p = -1.0, b = 2.0)));
}

TEST_CASE("a weighted entropy with a probability of 0 has its gradient by the weight") {
    std::vector<float> const probabilities{0, 0.5f};
    float entropy = 0, db = 0;
    og::evaluate(og::sum(b * p * og::log(p)), entropy, p = probabilities, b = 0.01f);
    og::backward(og::sum(b * p * og::log(p)), 1.0f, p = probabilities, b = 0.01f, og::grad(b) = db);
    CHECK(entropy == Approx(0.005 * std::log(0.5)));
    CHECK(db == Approx(0.5 * std::log(0.5)));
}

TEST_CASE("a divergence from a softmax has its value and its gradient where a probability is 0 or comes to 0") {
    constexpr auto divergence = og::row_sum(p * og::log(p / og::softmax(x)));
    for (float const lowest : {1.0f, -200.0f}) {
        std::vector<float> const teacher{0, 0.25f, 0.75f}, logits{lowest, 2, 3}, one{1};
        std::vector<float> value(1), dx(3);
        auto const row = [](auto& v) { return og::matrix(v.data(), 1, 3); };
        og::evaluate(divergence, og::per_row(value), p = row(teacher), x = row(logits));
        og::backward(divergence, og::per_row(one), p = row(teacher), x = row(logits), og::grad(x) = row(dx));

        double const e[] = {std::exp(lowest - 3.0), std::exp(-1.0), 1}, sum = e[0] + e[1] + e[2];
        CHECK(value[0] == Approx(0.25 * std::log(0.25 * sum / e[1]) + 0.75 * std::log(0.75 * sum)).margin(3e-7));
        for (std::size_t j = 0; j != 3; ++j) CHECK(dx[j] == Approx(e[j] / sum - teacher[j]).margin(1e-6));
    }
}

TEST_CASE("so has the root of one, and of a product of two") {
    float const infinity = std::numeric_limits<float>::infinity();
    constexpr auto apart = og::row_sum(og::sqrt(og::softmax(x)) * og::sqrt(og::softmax(0.5_c * q + p)));
    constexpr auto together = og::row_sum(og::sqrt(og::softmax(x) * og::softmax(0.5_c * q + p)));
    constexpr auto written_out =
        og::row_sum(og::sqrt(og::exp(x) / og::row_sum(og::exp(x))) * og::sqrt(og::softmax(0.5_c * q + p)));
    for (auto const& logits : {std::vector<float>{1, -infinity, 2}, std::vector<float>{0, -150, 3}}) {
        std::vector<float> const others{-3, 2, 400}, shifts{3, 1, -198}, one{1};  // 1.5, 2 and 2 together
        double const z[] = {1.5, 2, 2};
        double roots[3], sum = 0, other_sum = 0, overlap = 0;
        for (std::size_t j = 0; j != 3; ++j) sum += std::exp(double(logits[j])), other_sum += std::exp(z[j]);
        for (std::size_t j = 0; j != 3; ++j)
            overlap += roots[j] = std::sqrt(std::exp(double(logits[j])) / sum * std::exp(z[j]) / other_sum);
        auto const row = [](auto& v) { return og::matrix(v.data(), 1, 3); };
        auto const check_gradient = [&](auto e) {
            std::vector<float> value(1), dx(3);
            og::evaluate(e, value, x = row(logits), q = row(others), p = row(shifts));
            og::backward(e, one, x = row(logits), q = row(others), p = row(shifts), og::grad(x) = row(dx));
            CHECK(value[0] == Approx(overlap).epsilon(1e-6));
            for (std::size_t j = 0; j != 3; ++j) {
                double const share = std::exp(double(logits[j])) / sum;
                CHECK(dx[j] == Approx(0.5 * (roots[j] - share * overlap)).epsilon(1e-5).margin(1e-37));
            }
        };
        check_gradient(apart), check_gradient(together), check_gradient(written_out);
    }
}

TEST_CASE("so has a power of one, by a learned temperature too") {
    float const infinity = std::numeric_limits<float>::infinity();
    auto const row = [](auto& v) { return og::matrix(v.data(), 1, 3); };
    auto const check_at = [&](auto e, double power, std::vector<float> const& logits) {
        std::vector<float> const dy{3, 2, 1};
        std::vector<float> value(3), dx(3);
        float db = 0;
        auto const call = [&](auto&&... more) { og::backward(e, row(dy), x = row(logits), more..., og::grad(x) = row(dx)); };
        if constexpr (og::contains_v<std::remove_const_t<decltype(b)>, typename decltype(e)::leaves>) {
            og::evaluate(e, row(value), x = row(logits), b = static_cast<float>(power));
            call(b = static_cast<float>(power), og::grad(b) = db);
        } else {
            og::evaluate(e, row(value), x = row(logits));
            call();
        }
        double log_sum = 0, flow = 0, by_power = 0, log_p[3];
        for (float const v : logits) log_sum += std::exp(double(v));
        log_sum = std::log(log_sum);
        for (std::size_t j = 0; j != 3; ++j) {
            log_p[j] = logits[j] - log_sum;
            flow += dy[j] * std::exp(power * log_p[j]);
            if (logits[j] > -infinity) by_power += dy[j] * log_p[j] * std::exp(power * log_p[j]);
        }
        CAPTURE(og::to_text(e), power);
        for (std::size_t j = 0; j != 3; ++j) {
            double const y = std::exp(power * log_p[j]);
            CHECK(value[j] == Approx(y).epsilon(1e-5).margin(1e-37));
            CHECK(dx[j] == Approx(power * (dy[j] * y - std::exp(log_p[j]) * flow)).epsilon(1e-4).margin(1e-37));
        }
        if (db != 0) CHECK(db == Approx(by_power).epsilon(1e-5));
    };
    std::vector<float> const rows[] = {{1, -infinity, 2}, {0, -150, 3}, {0, 1, 2}};
    for (auto const& logits : rows) {
        for (double const power : {0.25, 0.5, 2.5}) check_at(og::pow(og::softmax(x), b), power, logits);
        check_at(og::pow(og::softmax(x), 0.75_c), 0.75, logits);
    }
}

TEST_CASE("a power of an exponential is one where that overflows or comes to 0") {
    constexpr auto at = [](auto e, double v) { return e(x = v); };
    CHECK(at(og::pow(og::exp(x), 0.5_c), -1400) == Approx(std::exp(-700)).epsilon(1e-12));
    CHECK(at(og::pow(og::exp(x), og::c<-0.5>), 1400) == Approx(std::exp(-700)).epsilon(1e-12));
    CHECK(at(og::derivative(og::pow(og::exp(2_c * x), og::c<-0.5>), x), -600) == Approx(-std::exp(600)).epsilon(1e-12));
    CHECK(at(og::derivative(og::pow(og::exp(x), og::c<-1>), x), -600) == Approx(-std::exp(600)).epsilon(1e-12));
    CHECK(at(og::pow(og::exp(x), 1.5_c), 2) == Approx(std::exp(3)).epsilon(1e-15));
    CHECK(at(og::pow(og::exp(2_c * x), 0.75_c), 400) == Approx(std::exp(600)).epsilon(1e-12));
    CHECK(at(og::pow(og::exp(x), og::c<-1.5>), -400) == Approx(std::exp(600)).epsilon(1e-12));
    CHECK(at(og::derivative(og::pow(og::exp(x), 1.5_c), x), -600) == Approx(1.5 * std::exp(-900 / 2) * std::exp(-900 / 2)));
    CHECK(at(og::pow(og::exp(x), 1.7_c), 2) == Approx(std::exp(3.4)).epsilon(1e-15));
}

TEST_CASE("the gradient of log(softplus(x)) is 1 far below 0 in both accuracies") {
    std::vector<float> const in{-10, -16, -20, -36, -40, 3}, ones(6, 1.0f);
    std::vector<float> fast(6);
    og::backward<og::fast>(og::log(og::softplus(x)), ones, x = in, og::grad(x) = fast);
    auto const full = slopes(og::log(og::softplus(x)), in);
    for (std::size_t i = 0; i != in.size(); ++i) {
        double const v = in[i], softplus = std::log1p(std::exp(v));
        CHECK(full[i] == Approx(1 / ((1 + std::exp(-v)) * softplus)).epsilon(1e-6));
        CHECK(fast[i] == Approx(full[i]).epsilon(1e-6));
    }
}
