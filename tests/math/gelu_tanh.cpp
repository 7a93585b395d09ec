#include "accuracy.hpp"
#include "normal_reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto gelu_tanh_of  = [](auto x) { return math::gelu_tanh(x); };
constexpr auto derivative_of = [](auto x) { return math::gelu_tanh_derivative(x); };
template <bool OfMinus>
constexpr auto by_quotient = [](auto x) { return math::gelu_tanh_derivative_by_quotient<OfMinus>(x); };

static_assert(math::gelu_tanh(0.0) == 0 && math::gelu_tanh(1e30f) == 1e30f && math::gelu_tanh(-infinity) == 0);
static_assert(math::absolute(math::gelu_tanh(1.0) - 0.84119199060827670) < 2e-16);
static_assert(math::gelu_tanh_derivative(0.0f) == 0.5f);

}  // namespace

TEST_CASE("gelu_tanh is accurate") {
    accuracy::check(gelu_tanh_of, reference::gelu_tanh, 1.7, 1.7);
}

TEST_CASE("gelu_tanh is accurate where its error is largest") {
    CHECK(accuracy::worst<float>({-0x1.5eb14p+2f}, gelu_tanh_of, reference::gelu_tanh) <= accuracy::allowed<float>(1.7));
}

TEST_CASE("gelu_tanh_derivative is accurate") {
    accuracy::check_with_root(derivative_of, reference::gelu_tanh_derivative, 3.4, 3.4, {-0.85, -0.65},
                              [](long double x) { return reference::gelu_tanh_weight(x); });
}

TEST_CASE("gelu_tanh_derivative by what it shares with gelu_tanh is accurate") {
    const auto weight = [](long double x) { return reference::gelu_tanh_weight(x); };
    accuracy::check_with_root(by_quotient<false>, reference::gelu_tanh_derivative, 2.8, 3.4, {-0.85, -0.65}, weight);
    accuracy::check_with_root(by_quotient<true>, [](long double x) { return reference::gelu_tanh_derivative(-x); }, 2.8, 3.4,
                              {0.65, 0.85}, [&](long double x) { return weight(-x); });
}

TEST_CASE("gelu_tanh_derivative is accurate where its error is largest") {
    CHECK(accuracy::worst<float>({-0x1.6f4d32p+2f, -0.913093865f, -0.907830775f}, derivative_of, reference::gelu_tanh_derivative) <=
          accuracy::allowed<float>(3.4));
}

TEST_CASE("gelu_tanh and its derivative at special values") {
    CHECK(gives(gelu_tanh_of, 0.0, 0.0));
    CHECK(gives(gelu_tanh_of, -0.0, -0.0));
    CHECK(gives(gelu_tanh_of, infinity, infinity));
    CHECK(gives(gelu_tanh_of, -infinity, -0.0));
    CHECK(gives(gelu_tanh_of, -1e30, -0.0));
    CHECK(gives(gelu_tanh_of, not_a_number, not_a_number));
    for (const double x : {0.0, -0.0}) {
        CHECK(gives(derivative_of, x, 0.5));
        CHECK(gives(by_quotient<true>, x, 0.5));
    }
    for (const double x : {1e30, infinity}) {
        CHECK(gives(derivative_of, x, 1));
        CHECK(gives(derivative_of, -x, -0.0));
        CHECK(gives(by_quotient<false>, x, 1));
        CHECK(gives(by_quotient<true>, x, -0.0));
    }
    CHECK(gives(derivative_of, not_a_number, not_a_number));
    CHECK(gives(by_quotient<true>, not_a_number, not_a_number));
}
