// tanhexp, serf and their derivatives.

#include "accuracy.hpp"
#include "reference.hpp"

namespace math = ogive::math;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;

namespace {

constexpr auto tanhexp_of = [](auto x) { return math::tanhexp(x); };
constexpr auto tanhexp_derivative_of = [](auto x) { return math::tanhexp_derivative(x); };
constexpr auto serf_of = [](auto x) { return math::serf(x); };
constexpr auto serf_derivative_of = [](auto x) { return math::serf_derivative(x); };

static_assert(math::tanhexp(0.0f) == 0 && math::tanhexp(1e30f) == 1e30f && math::tanhexp(-1e30f) == 0);
static_assert(math::serf(0.0) == 0 && math::serf(1e30f) == 1e30f && math::serf(-1e30) == 0);
static_assert(math::tanhexp_derivative(1e30f) == 1 && math::serf_derivative(infinity) == 1);

}  // namespace

TEST_CASE("tanhexp and serf are accurate") {
    accuracy::check(tanhexp_of, reference::tanhexp, 1.7, 1.9);
    accuracy::check(serf_of, reference::serf, 1.9, 3.1);
}

TEST_CASE("their derivatives are accurate in float") {
    const auto check = [](auto f, auto reference, auto term, double low, double high, double bound) {
        const auto units = [&](float y, long double exact, float x) {
            return static_cast<double>(std::ldexp(std::fabs(y - exact) / term(static_cast<long double>(x)), 24));
        };
        auto inputs = accuracy::floats(infinity);
        std::erase_if(inputs, [&](float x) { return low < x && x < high; });
        CHECK(accuracy::worst(inputs, f, reference) <= accuracy::allowed<float>(bound));
        CHECK(accuracy::worst(accuracy::between(static_cast<float>(low), static_cast<float>(high)), f, reference,
                              units) <= accuracy::allowed<float>(1));
    };
    check(tanhexp_derivative_of, reference::tanhexp_derivative, reference::tanh_of_exp, -1.5, -0.7, 2.4);
    check(serf_derivative_of, reference::serf_derivative, reference::erf_of_softplus, -1.6, -0.8, 3);
}

TEST_CASE("tanhexp and serf at special values") {
    for (auto const f : {0.0, -0.0, infinity, not_a_number}) {
        CHECK(gives(tanhexp_of, f, f));
        CHECK(gives(serf_of, f, f));
    }
    CHECK(gives(tanhexp_of, -infinity, -0.0));
    CHECK(gives(serf_of, -infinity, -0.0));
}

TEST_CASE("their derivatives at special values") {
    CHECK(gives(tanhexp_derivative_of, infinity, 1));
    CHECK(gives(tanhexp_derivative_of, -infinity, -0.0));
    CHECK(gives(tanhexp_derivative_of, not_a_number, not_a_number));
    CHECK(gives(serf_derivative_of, infinity, 1));
    CHECK(gives(serf_derivative_of, -infinity, -0.0));
    CHECK(gives(serf_derivative_of, not_a_number, not_a_number));
}
