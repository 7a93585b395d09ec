#include "accuracy.hpp"
#include "reference.hpp"

#include <ogive/math/fast/fast.hpp>

namespace fast = ogive::math::fast;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto exp_of                = [](auto x) { return fast::exp(x); };
constexpr auto expm1_of              = [](auto x) { return fast::expm1(x); };
constexpr auto log_sigmoid_of        = [](auto x) { return fast::log_sigmoid(x); };
constexpr auto mish_of               = [](auto x) { return fast::mish(x); };
constexpr auto mish_derivative_of    = [](auto x) { return fast::mish_derivative(x); };
constexpr auto sech2_of              = [](auto x) { return fast::sech2(x); };
constexpr auto sigmoid_of            = [](auto x) { return fast::sigmoid(x); };
constexpr auto sigmoid_derivative_of = [](auto x) { return fast::sigmoid_derivative(x); };
constexpr auto silu_of               = [](auto x) { return fast::silu(x); };
constexpr auto silu_derivative_of    = [](auto x) { return fast::silu_derivative(x); };
constexpr auto softplus_of           = [](auto x) { return fast::softplus(x); };
constexpr auto tanh_of               = [](auto x) { return fast::tanh(x); };
constexpr auto elu_of                = [](auto x) { return fast::elu(x); };

static_assert(fast::sigmoid(0.0f) == 0.5f && fast::tanh(1e30f) == 1 && fast::silu(-infinity) == 0);
static_assert(fast::softplus(1e30f) == 1e30f && fast::mish(1e30f) == 1e30f && fast::exp(-1e30f) == 0);
static_assert(fast::sigmoid(0.3) == ogive::math::sigmoid(0.3));

}  // namespace

TEST_CASE("fast functions are within 2^-21") {
    accuracy::check_fast(exp_of, [](long double x) { return std::exp(x); });
    accuracy::check_fast(expm1_of, [](long double x) { return std::expm1(x); });
    accuracy::check_fast(log_sigmoid_of, reference::log_sigmoid);
    accuracy::check_fast(mish_of, reference::mish);
    accuracy::check_fast(mish_derivative_of, reference::mish_derivative);
    accuracy::check_fast(sech2_of, reference::sech2);
    accuracy::check_fast(sigmoid_of, reference::sigmoid);
    accuracy::check_fast(sigmoid_derivative_of, reference::sigmoid_derivative);
    accuracy::check_fast(silu_of, reference::silu);
    accuracy::check_fast(silu_derivative_of, reference::silu_derivative);
    accuracy::check_fast(softplus_of, reference::softplus);
    accuracy::check_fast(tanh_of, [](long double x) { return std::tanh(x); });
    accuracy::check_fast(elu_of, [](long double x) { return x > 0 ? x : std::expm1(x); });
}

TEST_CASE("fast functions at special values") {
    CHECK(gives(exp_of, 0.0, 1));
    CHECK(gives(expm1_of, 0.0, 0.0));
    CHECK(gives(mish_of, 0.0, 0.0));
    CHECK(gives(sech2_of, 0.0, 1));
    CHECK(gives(sigmoid_of, 0.0, 0.5));
    CHECK(gives(sigmoid_derivative_of, 0.0, 0.25));
    CHECK(gives(silu_of, 0.0, 0.0));
    CHECK(gives(silu_derivative_of, 0.0, 0.5));
    CHECK(gives(tanh_of, 0.0, 0.0));
    CHECK(gives(elu_of, 0.0, 0.0));
    CHECK(gives(exp_of, -0.0, 1));
    CHECK(gives(expm1_of, -0.0, -0.0));
    CHECK(gives(mish_of, -0.0, -0.0));
    CHECK(gives(sech2_of, -0.0, 1));
    CHECK(gives(sigmoid_of, -0.0, 0.5));
    CHECK(gives(sigmoid_derivative_of, -0.0, 0.25));
    CHECK(gives(silu_of, -0.0, -0.0));
    CHECK(gives(silu_derivative_of, -0.0, 0.5));
    CHECK(gives(tanh_of, -0.0, -0.0));
    CHECK(gives(elu_of, -0.0, -0.0));
    CHECK(gives(exp_of, infinity, infinity));
    CHECK(gives(expm1_of, infinity, infinity));
    CHECK(gives(log_sigmoid_of, infinity, -0.0));
    CHECK(gives(mish_of, infinity, infinity));
    CHECK(gives(mish_derivative_of, infinity, 1));
    CHECK(gives(sech2_of, infinity, 0));
    CHECK(gives(sigmoid_of, infinity, 1));
    CHECK(gives(sigmoid_derivative_of, infinity, 0));
    CHECK(gives(silu_of, infinity, infinity));
    CHECK(gives(silu_derivative_of, infinity, 1));
    CHECK(gives(softplus_of, infinity, infinity));
    CHECK(gives(tanh_of, infinity, 1));
    CHECK(gives(elu_of, infinity, infinity));
    CHECK(gives(exp_of, -infinity, 0));
    CHECK(gives(expm1_of, -infinity, -1));
    CHECK(gives(log_sigmoid_of, -infinity, -infinity));
    CHECK(gives(mish_of, -infinity, -0.0));
    CHECK(gives(sech2_of, -infinity, 0));
    CHECK(gives(sigmoid_of, -infinity, 0));
    CHECK(gives(sigmoid_derivative_of, -infinity, 0));
    CHECK(gives(silu_of, -infinity, -0.0));
    CHECK(gives(silu_derivative_of, -infinity, -0.0));
    CHECK(gives(softplus_of, -infinity, 0));
    CHECK(gives(tanh_of, -infinity, -1));
    CHECK(gives(elu_of, -infinity, -1));
    CHECK(gives(exp_of, not_a_number, not_a_number));
    CHECK(gives(expm1_of, not_a_number, not_a_number));
    CHECK(gives(log_sigmoid_of, not_a_number, not_a_number));
    CHECK(gives(mish_of, not_a_number, not_a_number));
    CHECK(gives(mish_derivative_of, not_a_number, not_a_number));
    CHECK(gives(sech2_of, not_a_number, not_a_number));
    CHECK(gives(sigmoid_of, not_a_number, not_a_number));
    CHECK(gives(sigmoid_derivative_of, not_a_number, not_a_number));
    CHECK(gives(silu_of, not_a_number, not_a_number));
    CHECK(gives(silu_derivative_of, not_a_number, not_a_number));
    CHECK(gives(softplus_of, not_a_number, not_a_number));
    CHECK(gives(tanh_of, not_a_number, not_a_number));
    CHECK(gives(elu_of, not_a_number, not_a_number));
}
