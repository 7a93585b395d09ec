#include "values.hpp"

namespace og = ogive;
using accuracy::gives, accuracy::infinity, accuracy::not_a_number;
using namespace ogive::literals;

namespace {

constexpr auto gelu = [](auto e) { return og::gelu(e); };
constexpr auto gelu_tanh = [](auto e) { return og::gelu_tanh(e); };

}  // namespace

TEST_CASE("gelu is exact to 4 ULP, its negative tail too") {
    auto const exact = [](long double e) { return e * values::normal_cdf(e); };
    CHECK(values::error<float>(gelu, exact, -13, 20) <= 1);
    CHECK(values::error<double>(gelu, exact, -37, 20) <= 1);
}

TEST_CASE("gelu_tanh is its published formula, in the tail too") {
    auto const argument = [](auto e) {
        using F = decltype(e);
        return 2 * std::sqrt(2 / std::acos(F(-1))) * (e + F(0.044715L) * e * e * e);
    };
    auto const exact = [&](long double e) { return e * values::sigmoid(argument(e)); };
    CHECK(values::error<float>(gelu_tanh, exact, -9.5, 20, values::rounded_argument{argument}) <= 1);
    CHECK(values::error<double>(gelu_tanh, exact, -20, 20, values::rounded_argument{argument}) <= 1);
    for (double const x : {-3.0, -1.0, -0.1, 0.5, 2.0})
        CHECK(og::gelu_tanh(x) == Approx(0.5 * x * (1 + std::tanh(argument(x) / 2))).epsilon(1e-13));
}

TEST_CASE("gelu at special values") {
    for (int const k : {0, 1}) {
        auto const f = [k](auto e) { return k == 0 ? og::gelu(e) : og::gelu_tanh(e); };
        CAPTURE(k);
        CHECK(gives(f, -infinity, -0.0));
        CHECK(gives(f, infinity, infinity));
        CHECK(gives(f, -0.0, -0.0));
        CHECK(gives(f, 0.0, 0.0));
        CHECK(gives(f, not_a_number, not_a_number));
    }
}

TEST_CASE("geglu multiplies the value with gelu of the gate") {
    auto const geglu = [](auto e) { return og::geglu(e, 0.75_c); };
    CHECK(values::error<float>(
              geglu, [](long double e) { return 0.75L * e * values::normal_cdf(e); }, -12, 20) <= 1);
    CHECK(og::geglu(2.0, 3.0) == Approx(6 * 0.97724986805182079).epsilon(1e-15));
}
