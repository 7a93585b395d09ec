// The forms in more digits of what is multiplied by other values.

#include "accuracy.hpp"
#include "normal_reference.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto sigmoid_of   = [](auto x) { return math::sigmoid<true>(x); };
constexpr auto silu_of      = [](auto x) { return math::silu<true>(x); };
constexpr auto swish_of     = [](auto x) { return math::swish<true>(x, math::number<decltype(x)>(1)); };
constexpr auto gelu_of      = [](auto x) { return math::gelu<true>(x); };
constexpr auto gelu_tanh_of = [](auto x) { return math::gelu_tanh<true>(x); };

}  // namespace

TEST_CASE("factors are accurate") {
    accuracy::check(sigmoid_of, reference::sigmoid, 1.3, 1.3);
    accuracy::check(silu_of, reference::silu, 1.75, 1.5);  // of numbers as without
    accuracy::check(swish_of, reference::silu, 1.75, 1.7);
    accuracy::check(gelu_of, reference::gelu, 1.3, 1.5);
    accuracy::check(gelu_tanh_of, reference::gelu_tanh, 1.3, 1.5);
}

TEST_CASE("factors at special values") {
    for (double const zero : {0.0, -0.0}) {
        CHECK(gives(sigmoid_of, zero, 0.5));
        CHECK(gives(silu_of, zero, zero));
        CHECK(gives(swish_of, zero, zero));
        CHECK(gives(gelu_of, zero, zero));
        CHECK(gives(gelu_tanh_of, zero, zero));
    }
    CHECK(gives(sigmoid_of, infinity, 1.0));
    CHECK(gives(sigmoid_of, -infinity, 0.0));
    CHECK(gives(silu_of, infinity, infinity));
    CHECK(gives(silu_of, -infinity, -0.0));
    CHECK(gives(swish_of, infinity, infinity));
    CHECK(gives(swish_of, -infinity, -0.0));
    CHECK(gives(gelu_of, infinity, infinity));
    CHECK(gives(gelu_of, -infinity, -0.0));
    CHECK(gives(gelu_tanh_of, infinity, infinity));
    CHECK(gives(gelu_tanh_of, -infinity, -0.0));
    CHECK(gives(sigmoid_of, not_a_number, not_a_number));
    CHECK(gives(silu_of, not_a_number, not_a_number));
    CHECK(gives(swish_of, not_a_number, not_a_number));
    CHECK(gives(gelu_of, not_a_number, not_a_number));
    CHECK(gives(gelu_tanh_of, not_a_number, not_a_number));
}
