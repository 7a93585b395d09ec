#include "accuracy.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto cdf_of = [](auto x) { return math::normal_cdf(x); };
constexpr auto pdf_of = [](auto x) { return math::normal_pdf(x); };

static_assert(math::normal_cdf(0.0) == 0.5 && math::normal_cdf(-1e30f) == 0 && math::normal_cdf(infinity) == 1);
static_assert(math::absolute(math::normal_pdf(0.0) - 0.3989422804014327) < 1e-16);

constexpr long double root_half = 0.70710678118654752440084436210484903928L;
constexpr long double peak      = 0.39894228040143267793994605993438186848L;
constexpr long double root_pi   = 1.77245385090551602729816748334114518280L;

// exp(-x^2/2), the square of a long double with 53 digits taken exactly.
long double bell(long double x) {
    const long double head = static_cast<float>(x), tail = x - head;
    if (!(std::fabs(x) < 200)) return std::exp(-x * x / 2);
    return std::exp(-head * head / 2) * std::exp(-tail * (head + tail / 2));
}

// erfc(-x / sqrt 2) / 2, with what x / sqrt 2 rounds off brought in by the first derivative.
long double normal_cdf_exactly(long double x) {
    const long double argument = -x * root_half;
    if (!(std::fabs(x) < 200)) return std::erfc(argument) / 2;
    const long double missing = std::fma(-x, root_half, -argument);
    return std::erfc(argument) / 2 - std::exp(-argument * argument) * missing / root_pi;
}

}  // namespace

TEST_CASE("normal_cdf is accurate") { accuracy::check(cdf_of, normal_cdf_exactly, 2.7, 2.7); }

TEST_CASE("normal_pdf is accurate") {
    accuracy::check(pdf_of, [](long double x) { return peak * bell(x); }, 1.5, 1.5);
}

TEST_CASE("normal_cdf and normal_pdf at special values") {
    CHECK(gives(cdf_of, 0.0, 0.5));
    CHECK(gives(cdf_of, -0.0, 0.5));
    CHECK(gives(cdf_of, infinity, 1));
    CHECK(gives(cdf_of, -infinity, 0));
    CHECK(gives(cdf_of, not_a_number, not_a_number));
    CHECK(gives(pdf_of, infinity, 0));
    CHECK(gives(pdf_of, -infinity, 0));
    CHECK(gives(pdf_of, not_a_number, not_a_number));
}
