// x^y for any x and y: values, rules, limits, gradients by an exponent that is learned.

#include "math/accuracy.hpp"
#include "rules.hpp"

#include <ogive/ogive.hpp>

using namespace rules;
using accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr og::param<"gamma", 2.0> gamma_;

static_assert(og::pow(2.0, 3) == 8 && og::pow(2.0f, -1.0f) == 0.5f && og::power(4.0, 0.5_c) == 2);
static_assert(og::pow(x, 0.5_c)(x = 2.25) == 1.5 && og::pow(2_c, x)(x = 10.0) == 1024);
static_assert(og::pow(x, y)(x = -2.0, y = 3.0) == -8);
static_assert(og::pow(x, gamma_)(x = 3.0, gamma_ = 4.0) == 81 && og::power(x, 1000_c)(x = -1.0) == 1);
static_assert(og::same(og::pow(x, y), og::power(x, y)) && !og::same(og::pow(x, y), og::pow(y, x)));

// Whole constants are the products that they were, also where they come of a sum.
static_assert(og::same(og::pow(x, 1_c + 1_c), og::square(x)));
static_assert(og::same(og::pow(x, 1_c - 1_c), 1_c) && og::same(og::pow(x, 2_c - 1_c), x));
static_assert(og::same(og::pow(4_c, 1.5_c) * x, 8_c * x));
// x^0 is 1, and x still a name of the formula.
static_assert(og::same(og::pow(x, 0_c), 1_c) && og::pow(x, 0_c)(x = 0.0) == 1 && og::pow(2.0f, 0_c) == 1);
static_assert(og::derivative(og::pow(x, 0_c), x)(x = 0.0) == 0);

// sqrt differs at -0 and -inf.
static_assert(!og::same(og::pow(x, 0.5_c), og::sqrt(x)));

static_assert(og::same(og::derivative(og::pow(x, 1.5_c), x), 1.5_c * og::pow(x, 0.5_c)));

template <class E>
constexpr double by_x(E e, double at_x, double at_y) {
    return og::derivative(e, x)(x = at_x, y = at_y);
}
template <class E>
constexpr double by_y(E e, double at_x, double at_y) {
    return og::derivative(e, y)(x = at_x, y = at_y);
}
constexpr auto power = og::pow(x, y);

// At x = 0 the slope is 1 for y = 1, 0 above, infinite below, and the exponent has no say where the power is finite.
static_assert(by_x(power, 0, 1) == 1 && by_x(power, 0, 2) == 0 && by_x(power, 0, 1.5) == 0);
static_assert(by_x(power, 0, 0.5) == infinity && by_x(power, 0, -1) == -infinity);
static_assert(by_x(power, 0, 0) == 0 && by_x(power, 2, 0) == 0);
static_assert(by_y(power, 0, 2) == 0 && by_y(power, 0, 0.5) == 0 && by_y(power, 0, 0) == 0);
static_assert(by_x(power, -2, 3) == 12 && by_x(power, -2, -1) == -0.25);

/// e at these, in a loop.
template <class E, class... Binding>
std::vector<double> values(E e, std::vector<double> const& at, Binding const&... bindings) {
    std::vector<double> y_(at.size());
    og::evaluate(e, y_, x = at, bindings...);
    return y_;
}

}  // namespace

TEST_CASE("the rules of x^y are its difference quotients") {
    check_two(og::pow(x, y), 0.5, 3);
    check_two(og::pow(x * y, x - 3_c * y), 0.5, 2);
    check(og::pow(x, 1.5_c), 0.5, 4);
    check(og::pow(x, og::c<-2.5>), 0.5, 4);
    check(og::pow(2_c, x), -3, 3);
}

TEST_CASE("a power by halves runs as a root") {
    CHECK(og::explain(og::pow(x, 1.5_c)).transcendental == 0);
    CHECK(og::explain(og::pow(x, 0.5_c)).transcendental == 0);
    CHECK(og::explain(og::pow(x, og::c<-0.5>)).transcendental == 0);
    CHECK(og::explain(og::pow(x, 1.7_c)).transcendental > 0);
    std::vector<double> const at{4, 0.25, 0, infinity, -infinity, 2.25};
    CHECK(values(og::pow(x, 1.5_c), at) == std::vector<double>{8, 0.125, 0, infinity, infinity, 3.375});
    CHECK(values(og::pow(x, og::c<-0.5>), at) == std::vector<double>{0.5, 2, infinity, 0, 0, 1 / 1.5});
    CHECK(values(og::derivative(og::pow(x, 1.5_c), x), at) == std::vector<double>{3, 0.75, 0, infinity, infinity, 2.25});
}

TEST_CASE("the exponent has its limits") {
    auto const at = [](auto e, double at_x, double at_y) {
        std::vector<double> xs(19, at_x), ys(19, at_y), out(19);
        og::evaluate(e, out, x = xs, y = ys);
        for (double const v : out) CHECK((v == out[0] || v != v));
        return out[0];
    };
    CHECK(at(og::derivative(power, y), 0, -1) == -infinity);
    CHECK(at(og::derivative(power, y), infinity, -2) == 0);
    CHECK(at(og::derivative(power, y), 0, 3) == 0);
    CHECK(std::isnan(at(og::derivative(power, y), -2, 3)));
    CHECK(at(og::derivative(power, x, y), 0, 3) == 0);
    CHECK(at(og::derivative(power, x), 0, 0) == 0);
    CHECK(at(power, not_a_number, 0) == 1);
    CHECK(at(power, 1, not_a_number) == 1);
    CHECK(std::isnan(at(power, not_a_number, 1)));
}

TEST_CASE("the focal loss of a logit is its own limit, and so are its gradients") {
    auto const p = og::sigmoid(x);
    auto const loss = -og::pow(1_c - p, gamma_) * og::log(p);
    std::vector<double> const logits{-infinity, -1e4, -3, 0, 3, 1e4, infinity};
    auto const at = values(loss, logits, gamma_ = 1.5);
    CHECK(at.front() == infinity);
    CHECK(at[1] == 1e4);
    CHECK(at[3] == Approx(std::pow(0.5, 1.5) * std::log(2.0)).epsilon(1e-15));
    CHECK((at[5] == 0 && at[6] == 0));

    auto const slope = values(og::derivative(-og::pow(1_c - p, 1.5_c) * og::log(p), x), logits);
    CHECK((slope[0] == -1 && slope[1] == -1 && slope[5] == 0 && slope[6] == 0));

    std::vector<double> dx(logits.size());
    double dgamma = 0;
    og::backward(loss, 1.0, x = logits, gamma_ = 1.5, og::grad(x) = dx, og::grad(gamma_) = dgamma);
    auto const by_gamma = [&](double gamma) {
        double sum = 0;
        for (double const v : values(loss, {-3, 0, 3}, gamma_ = gamma)) sum += v;
        return sum;
    };
    CHECK(dx[3] == Approx(og::derivative(loss, x)(x = 0.0, gamma_ = 1.5)).epsilon(1e-14));
    std::vector<double> const three{-3, 0, 3};
    og::backward(loss, 1.0, x = three, gamma_ = 1.5, og::grad(gamma_) = dgamma);
    CHECK(dgamma == Approx((by_gamma(1.5 + 1e-5) - by_gamma(1.5 - 1e-5)) / 2e-5).epsilon(1e-8));
}

TEST_CASE("a power beside what overflows keeps what it has to say") {
    auto const at_infinity = [](auto e) { return values(e, {infinity})[0]; };
    CHECK(at_infinity(x * og::pow(og::sigmoid(-x), 0.5_c)) == 0);
    CHECK(at_infinity(x * og::pow(og::exp(x), og::c<-0.5>)) == 0);
    CHECK(std::isnan(at_infinity(og::exp(-x) * og::pow(3_c, x))));                        // inf
    CHECK(std::isnan(at_infinity(og::exp(-x) * og::pow(og::sigmoid(-x), og::c<-1.5>))));  // inf
}
