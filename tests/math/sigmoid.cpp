#include "accuracy.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto sigmoid_of            = [](auto x) { return math::sigmoid(x); };
constexpr auto sigmoid_derivative_of = [](auto x) { return math::sigmoid_derivative(x); };

template <bool AsFactor, bool OfMinus>
constexpr auto in_parts = [](auto x) { return math::sigmoid_in_parts<AsFactor, OfMinus>(x); };
constexpr auto of_minus = [](long double x) { return reference::sigmoid(-x); };

static_assert(math::sigmoid(0.0) == 0.5 && math::sigmoid(0.0f) == 0.5f);
static_assert(math::sigmoid(-1e30) == 0 && math::sigmoid(1e30f) == 1 && math::sigmoid(-infinity) == 0);
static_assert(math::sigmoid_derivative(0.0) == 0.25 && math::sigmoid_derivative(1e30f) == 0);

}  // namespace

TEST_CASE("sigmoid is accurate") {
    accuracy::check(sigmoid_of, reference::sigmoid, 1.7, 1.8);
}

TEST_CASE("sigmoid' is accurate") {
    accuracy::check(sigmoid_derivative_of, reference::sigmoid_derivative, 2.2, 2.2);
}

TEST_CASE("sigmoid by what it shares is accurate") {
    accuracy::check(in_parts<false, false>, reference::sigmoid, 1.9, 1.9);
    accuracy::check(in_parts<false, true>, of_minus, 1.9, 1.9);
    accuracy::check(in_parts<true, false>, reference::sigmoid, 1.5, 1.5);
    accuracy::check(in_parts<true, true>, of_minus, 1.5, 1.5);
}

TEST_CASE("by sixteenths of an exponent what is made of a logistic leaves room for one more product") {
    using batch = xsimd::batch<float>;
    if constexpr (math::logistic_by_sixteenths<batch>) {
        const auto gate_errs = [](auto f, auto reference) {
            const auto gate = [&](auto x) { return f(x) * decltype(x)(0.7f); };
            return accuracy::worst(accuracy::floats(infinity), gate,
                                   [&](long double x) { return reference(x) * static_cast<long double>(0.7f); });
        };
        CHECK(gate_errs(sigmoid_of, reference::sigmoid) <= 1.75);
        CHECK(gate_errs([](auto x) { return math::silu(x); }, reference::silu) <= 2);
    }
}

TEST_CASE("sigmoid at special values") {
    CHECK(gives(sigmoid_of, 0.0, 0.5));
    CHECK(gives(sigmoid_of, -0.0, 0.5));
    CHECK(gives(sigmoid_of, infinity, 1));
    CHECK(gives(sigmoid_of, -infinity, 0));
    CHECK(gives(sigmoid_of, not_a_number, not_a_number));
}

TEST_CASE("sigmoid by what it shares at special values") {
    for (double const zero : {0.0, -0.0}) {
        CHECK(gives(in_parts<false, false>, zero, 0.5));
        CHECK(gives(in_parts<true, true>, zero, 0.5));
    }
    CHECK(gives(in_parts<false, false>, infinity, 1));
    CHECK(gives(in_parts<false, false>, -infinity, 0));
    CHECK(gives(in_parts<true, true>, infinity, 0));
    CHECK(gives(in_parts<true, true>, -infinity, 1));
    CHECK(gives(in_parts<false, false>, not_a_number, not_a_number));
    CHECK(gives(in_parts<true, true>, not_a_number, not_a_number));
}

TEST_CASE("sigmoid_derivative at special values") {
    CHECK(gives(sigmoid_derivative_of, 0.0, 0.25));
    CHECK(gives(sigmoid_derivative_of, -0.0, 0.25));
    CHECK(gives(sigmoid_derivative_of, infinity, 0));
    CHECK(gives(sigmoid_derivative_of, -infinity, 0));
    CHECK(gives(sigmoid_derivative_of, not_a_number, not_a_number));
}
