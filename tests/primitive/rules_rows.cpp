// The rules of row reductions against difference quotients, along rows of several lengths.

#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

namespace og = ogive;

TEST_CASE("the rule of row_sum is its difference quotient") {
    auto const report = og::testing::check(
        og::activation<"by_sum">([](auto x) { return og::tanh(x) * og::row_sum(og::sigmoid(x)); }));
    INFO(report);
    CHECK(report);
}

TEST_CASE("the rules of row_max and row_min are their difference quotients") {
    auto const report = og::testing::check(og::activation<"by_extremes">(
        [](auto x) { return og::tanh(x) * og::row_max(og::sin(x)) * og::row_min(og::cos(x)); }));
    INFO(report);
    CHECK(report);
}

TEST_CASE("equal largest values of a row share the gradient") {
    constexpr og::var<"x"> x;
    double xs[] = {2, 1, 2, 0}, dx[4];
    og::backward(og::row_max(x), 1.0, x = og::matrix(xs, 1, 4), og::grad(x) = og::matrix(dx, 1, 4));
    CHECK((dx[0] == 0.5 && dx[1] == 0 && dx[2] == 0.5 && dx[3] == 0));
}
