#include "accuracy.hpp"
#include "normal_reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto log_of = [](auto x) { return math::log_normal_cdf(x); };
constexpr auto mills_of = [](auto x) { return math::inverse_mills(x); };
constexpr auto slope_of = [](auto x) { return math::inverse_mills_derivative(x); };

/// normal_pdf(a) / normal_cdf(-a) - a for a > 4, by its continued fraction from far down.
long double excess(long double a) {
    long double below = a;
    for (int k = 400; k > 1; --k) below = a + k / below;
    return 1 / below;
}
long double mills(long double x) {
    return x < -4 ? -x + excess(-x) : reference::normal_pdf(x) / reference::normal_cdf(x);
}
long double slope(long double x) {
    if (x < -4) return -excess(-x) * (-x + excess(-x));
    long double const y = mills(x);
    return y == 0 ? -0.0L : -y * (x + y);
}
long double log_normal_cdf(long double x) {
    if (x > 0) return std::log1p(-reference::normal_cdf(-x));
    if (x > -4) return std::log(reference::normal_cdf(x));
    return -0.5L * x * x - 0.5L * std::log(2 * std::acos(-1.0L)) - std::log(mills(x));
}

}  // namespace

TEST_CASE("the logarithm of normal_cdf is accurate") {
    accuracy::check(log_of, log_normal_cdf, 2.8, 2.8);
}

TEST_CASE("the inverse Mills ratio and its derivative are accurate") {
    accuracy::check(mills_of, mills, 2.8, 2.8);
    // To the right as far as the result is a normal number.
    accuracy::check(slope_of, slope, 8, 14, 12.5, 37);
    auto const left = [](auto x) { return -math::absolute(x); };
    accuracy::check([=](auto x) { return slope_of(left(x)); }, [](long double x) { return slope(-std::fabs(x)); }, 8, 14);
}

TEST_CASE("the logarithm of normal_cdf and its derivatives at special values") {
    CHECK(gives(log_of, -infinity, -infinity));
    CHECK(gives(log_of, infinity, -0.0));
    CHECK(gives(log_of, not_a_number, not_a_number));
    CHECK(gives(mills_of, -infinity, infinity));
    CHECK(gives(mills_of, infinity, 0));
    CHECK(gives(mills_of, not_a_number, not_a_number));
    CHECK(gives(slope_of, -infinity, -1));
    CHECK(gives(slope_of, infinity, -0.0));
    CHECK(gives(slope_of, not_a_number, not_a_number));
}
