#include "accuracy.hpp"
#include "normal_reference.hpp"

namespace fast = ogive::math::fast;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto cdf_of             = [](auto x) { return fast::normal_cdf(x); };
constexpr auto erf_of             = [](auto x) { return fast::erf(x); };
constexpr auto gelu_of            = [](auto x) { return fast::gelu(x); };
constexpr auto gelu_tanh_of       = [](auto x) { return fast::gelu_tanh(x); };
constexpr auto gelu_slope_of      = [](auto x) { return fast::gelu_derivative(x); };
constexpr auto gelu_tanh_slope_of = [](auto x) { return fast::gelu_tanh_derivative(x); };

static_assert(fast::gelu(-1e30f) == 0 && fast::gelu(3e38f) == 3e38f && fast::erf(9.0f) == 1);

}  // namespace

TEST_CASE("fast functions of the normal distribution are within 2^-21") {
    accuracy::check_fast(cdf_of, reference::normal_cdf);
    accuracy::check_fast(erf_of, [](long double x) { return std::erf(x); });
    accuracy::check_fast(gelu_of, reference::gelu);
    accuracy::check_fast(gelu_tanh_of, reference::gelu_tanh);
    accuracy::check_fast(gelu_slope_of, reference::gelu_derivative);
    accuracy::check_fast(gelu_tanh_slope_of, reference::gelu_tanh_derivative);
}

TEST_CASE("fast gelu and gelu_tanh at special values") {
    const auto check = [](auto f) {
        CHECK(gives(f, 0.0, 0.0));
        CHECK(gives(f, -0.0, -0.0));
        CHECK(gives(f, infinity, infinity));
        CHECK(gives(f, -infinity, -0.0));
        CHECK(gives(f, not_a_number, not_a_number));
    };
    check(gelu_of);
    check(gelu_tanh_of);
}

TEST_CASE("fast derivatives, normal_cdf and erf at special values") {
    const auto check = [](auto f) {
        CHECK(gives(f, 0.0, 0.5));
        CHECK(gives(f, -0.0, 0.5));
        CHECK(gives(f, infinity, 1));
        CHECK(f(-std::numeric_limits<float>::infinity()) == 0);
        CHECK(gives(f, not_a_number, not_a_number));
    };
    check(gelu_slope_of);
    check(gelu_tanh_slope_of);
    check(cdf_of);
    CHECK(gives(erf_of, -0.0, -0.0));
    CHECK(gives(erf_of, infinity, 1));
    CHECK(gives(erf_of, -infinity, -1));
    CHECK(gives(erf_of, not_a_number, not_a_number));
}
