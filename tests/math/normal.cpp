#include "accuracy.hpp"
#include "normal_reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto cdf_of = [](auto x) { return math::normal_cdf(x); };
constexpr auto erfc_of = [](auto x) { return math::erfc(x); };
constexpr auto pdf_of = [](auto x) { return math::normal_pdf(x); };

static_assert(math::normal_cdf(0.0) == 0.5 && math::normal_cdf(-1e30f) == 0 && math::normal_cdf(infinity) == 1);
static_assert(math::absolute(math::normal_pdf(0.0) - 0.3989422804014327) < 1e-16);

}  // namespace

TEST_CASE("normal_cdf is accurate") {
    accuracy::check(cdf_of, reference::normal_cdf, 1.8, 1.9);
}

TEST_CASE("erfc is accurate") {
    accuracy::check(erfc_of, [](long double x) { return std::erfc(x); }, 2.6, 2.6);
    CHECK(gives(erfc_of, infinity, 0));
    CHECK(gives(erfc_of, -infinity, 2));
    CHECK(gives(erfc_of, not_a_number, not_a_number));
}

TEST_CASE("normal_pdf is accurate") {
    accuracy::check(pdf_of, reference::normal_pdf, 1.2, 1.2);
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
