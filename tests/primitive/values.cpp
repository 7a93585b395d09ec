// The primitives on numbers and batches, against the standard library in long double.

#include "activation/values.hpp"

namespace og = ogive;

namespace {

#define FUNCTION(name) [](auto e) { return og::name(e); }
#define REFERENCE(formula) [](long double e) { return formula; }

constexpr double max_float = std::numeric_limits<float>::max();

}  // namespace

TEST_CASE("exponentials and logarithms are exact to 4 ULP") {
    CHECK(values::error<float>(FUNCTION(exp), REFERENCE(std::exp(e)), -87, 88) <= 1);
    CHECK(values::error<double>(FUNCTION(exp), REFERENCE(std::exp(e)), -700, 700) <= 1);
    CHECK(values::error<float>(FUNCTION(expm1), REFERENCE(std::expm1(e)), -87, 88) <= 1);
    CHECK(values::error<double>(FUNCTION(expm1), REFERENCE(std::expm1(e)), -700, 700) <= 1);
    CHECK(values::error<float>(FUNCTION(log), REFERENCE(std::log(e)), 1e-30, 1000) <= 1);
    CHECK(values::error<double>(FUNCTION(log), REFERENCE(std::log(e)), 1e-300, 1000) <= 1);
    CHECK(values::error<float>(FUNCTION(log1p), REFERENCE(std::log1p(e)), -0.999, 1000) <= 1);
    CHECK(values::error<double>(FUNCTION(log1p), REFERENCE(std::log1p(e)), -0.999, 1000) <= 1);
    CHECK(values::error<float>(FUNCTION(sqrt), REFERENCE(std::sqrt(e)), 0, max_float) <= 0.25);
    CHECK(values::error<double>(FUNCTION(sqrt), REFERENCE(std::sqrt(e)), 0, 1000) <= 0.25);
}

TEST_CASE("sigmoids are exact to 4 ULP") {
    CHECK(values::error<float>(FUNCTION(tanh), REFERENCE(std::tanh(e)), -20, 20) <= 1);
    CHECK(values::error<double>(FUNCTION(tanh), REFERENCE(std::tanh(e)), -20, 20) <= 1);
    CHECK(values::error<float>(FUNCTION(sigmoid), values::sigmoid, -87, 87) <= 1);
    CHECK(values::error<double>(FUNCTION(sigmoid), values::sigmoid, -700, 87) <= 1);
    CHECK(values::error<float>(FUNCTION(erf), REFERENCE(std::erf(e)), -10, 10) <= 1);
    CHECK(values::error<double>(FUNCTION(erf), REFERENCE(std::erf(e)), -10, 10) <= 1);
    CHECK(values::error<float>(FUNCTION(normal_cdf), values::normal_cdf, -12.9, 10) <= 1);
    CHECK(values::error<double>(FUNCTION(normal_cdf), values::normal_cdf, -37, 10) <= 1);
    auto const density = REFERENCE(std::exp(-e * e / 2) / std::sqrt(2 * std::acos(-1.0L)));
    CHECK(values::error<float>(FUNCTION(normal_pdf), density, -13, 13) <= 1);
    CHECK(values::error<double>(FUNCTION(normal_pdf), density, -37, 37) <= 1);
}

TEST_CASE("sine and cosine are exact to 4 ULP") {
    CHECK(values::error<float>(FUNCTION(sin), REFERENCE(std::sin(e)), -1000, 1000) <= 1);
    CHECK(values::error<double>(FUNCTION(sin), REFERENCE(std::sin(e)), -1000, 1000) <= 1);
    CHECK(values::error<float>(FUNCTION(cos), REFERENCE(std::cos(e)), -1000, 1000) <= 1);
    CHECK(values::error<double>(FUNCTION(cos), REFERENCE(std::cos(e)), -1000, 1000) <= 1);
}

TEST_CASE("powers are exact to half an ULP for each multiplication") {
    using namespace ogive::literals;
    auto const third = [](auto e) { return og::power(e, 3_c); };
    auto const inverse = [](auto e) { return og::power(e, -1_c); };
    auto const inverse_square = [](auto e) { return og::power(e, -2_c); };
    CHECK(values::error<float>(FUNCTION(square), REFERENCE(e * e), -100, 100) <= 0.25);
    CHECK(values::error<double>(third, REFERENCE(e * e * e), -100, 100) <= 0.5);
    CHECK(values::error<double>(inverse, REFERENCE(1 / e), 0.01, 100) <= 0.25);
    CHECK(values::error<float>(inverse_square, REFERENCE(1 / (e * e)), 0.01, 100) <= 0.5);
}
