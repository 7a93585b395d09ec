// Sigmoid, tanh, swish, SiLU, softplus and their gates.

#include "values.hpp"

namespace og = ogive;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"v"> v;
constexpr og::param<"beta"> beta;

constexpr auto sigmoid = [](auto e) { return og::sigmoid(e); };
constexpr auto silu = [](auto e) { return og::silu(e); };
constexpr auto swish = [](auto e) { return og::swish(e, 1.5_c); };
constexpr auto softplus = [](auto e) { return og::softplus(e); };

// Defaults, constants and params.
static_assert(og::same(og::swish(x), og::swish(x, 1_c)) && og::same(og::silu(x), og::swish(x)));
static_assert(og::same(og::softplus(x, 1_c), og::softplus(x)));
static_assert(og::same(og::swiglu(x, v), og::swiglu(x, v, 1_c)));
static_assert(og::swish(2.0, 1.5_c) == og::swish(2.0, 1.5));
static_assert(og::swish(x, beta)(x = 2.0, beta = 1.5) == og::swish(2.0, 1.5));
static_assert(og::softplus(x, beta)(x = 2.0, beta = 0.5) == og::softplus(2.0, 0.5));
static_assert(og::swiglu(x, v, beta)(x = 2.0, v = 3.0, beta = 0.5) == og::swiglu(2.0, 3.0, 0.5));

// In sigmoid(x) x is multiplied with what is rounded to a denormal first.
struct denormal_factor {
    template <class F>
    double operator()(F at, long double exact) const {
        return 4 + std::fabs(static_cast<double>(at)) *
                       static_cast<double>(std::numeric_limits<F>::denorm_min()) / values::ulp_of<F>(exact);
    }
};

}  // namespace

TEST_CASE("sigmoid and tanh are exact to 4 ULP") {
    CHECK(values::error<float>(sigmoid, values::sigmoid, -100, 100) <= 1);
    CHECK(values::error<double>(sigmoid, values::sigmoid, -700, 100) <= 1);
    auto const tanh = [](auto e) { return og::tanh(e); };
    auto const exact = [](long double e) { return std::tanh(e); };
    CHECK(values::error<float>(tanh, exact, -20, 20) <= 1);
    CHECK(values::error<double>(tanh, exact, -20, 20) <= 1);
}

TEST_CASE("silu is exact to 4 ULP, its negative tail too") {
    auto const exact = [](long double e) { return e * values::sigmoid(e); };
    CHECK(values::error<float>(silu, exact, -87, 100) <= 1);
    CHECK(values::error<double>(silu, exact, -700, 100) <= 1);
    CHECK(values::error<float>(silu, exact, -100, -87, denormal_factor{}) <= 1);
    CHECK(values::error<double>(silu, exact, -740, -700, denormal_factor{}) <= 1);
}

TEST_CASE("silu and swish at special values") {
    CHECK(gives(silu, -infinity, -0.0));
    CHECK(gives(silu, infinity, infinity));
    CHECK(gives(silu, -0.0, -0.0));
    CHECK(gives(silu, 0.0, 0.0));
    CHECK(gives(silu, not_a_number, not_a_number));
    CHECK(gives(swish, -infinity, -0.0));
    CHECK(gives(swish, infinity, infinity));
    CHECK(gives(swish, -0.0, -0.0));
    CHECK(gives(swish, not_a_number, not_a_number));
}

TEST_CASE("swish with another beta") {
    auto const exact = [](long double e) { return e * values::sigmoid(1.5L * e); };
    auto const argument = [](double e) { return 1.5 * e; };
    CHECK(values::error<float>(swish, exact, -50, 50, values::rounded_argument{argument}) <= 1);
    CHECK(values::error<double>(swish, exact, -400, 50, values::rounded_argument{argument}) <= 1);
    // Half is exact in the argument.
    auto const half = [](auto e) { return og::swish(e, 0.5_c); };
    auto const half_exact = [](long double e) { return e * values::sigmoid(e / 2); };
    CHECK(values::error<float>(half, half_exact, -100, 100) <= 1);
}

TEST_CASE("softplus is exact to 4 ULP") {
    auto const exact = [](long double e) { return std::log1p(std::exp(-std::fabs(e))) + std::max(e, 0.0L); };
    CHECK(values::error<float>(softplus, exact, -87, 100) <= 1);
    CHECK(values::error<double>(softplus, exact, -700, 100) <= 1);
    auto const twice = [](auto e) { return og::softplus(e, 2_c); };
    CHECK(values::error<float>(
              twice, [&](long double e) { return exact(2 * e) / 2; }, -43, 50) <= 1);
    CHECK(gives(softplus, -infinity, 0.0));
    CHECK(gives(softplus, infinity, infinity));
    CHECK(gives(softplus, not_a_number, not_a_number));
    CHECK(og::softplus(3e38f, 10.0f) == 3e38f);  // 10 x overflows
    CHECK(og::softplus(-3e38f, -10.0f) == -3e38f);
    CHECK(og::softplus(1e308, 10.0) == 1e308);
}

TEST_CASE("glu and swiglu multiply the value with the activation of the gate") {
    auto const glu = [](auto e) { return og::glu(e, 0.75_c); };
    auto const swiglu = [](auto e) { return og::swiglu(e, 0.75_c); };
    CHECK(values::error<float>(
              glu, [](long double e) { return 0.75L * values::sigmoid(e); }, -80, 80) <= 1);
    CHECK(values::error<float>(
              swiglu, [](long double e) { return 0.75L * e * values::sigmoid(e); }, -80, 80) <= 1);
    CHECK(og::glu(0.0, 3.0) == 1.5);
    CHECK(og::swiglu(0.0, 3.0) == 0);
    CHECK(og::swiglu(2.0, 3.0) == Approx(6 / (1 + std::exp(-2.0))).epsilon(1e-15));
}
