#include "rules.hpp"

using namespace rules;

TEST_CASE("the rules of sums and products are their difference quotients") {
    check_two(x + y, -3, 3);
    check_two(x - y, -3, 3);
    check_two(x * y, -3, 3);
    check_two(x / y, 0.5, 4);
}

TEST_CASE("the rules of x / sqrt(1 + a x^2) are its difference quotients, down to a = 0") {
    check_two(og::isru(x, y), 0.5, 4);
    constexpr auto by_alpha = og::derivative(og::isru(x, y), y);
    STATIC_REQUIRE(by_alpha(x = 0x1p-10, y = 0.0) == -0x1p-31);
    STATIC_REQUIRE(by_alpha(x = 0x1p-10, y = 0x1p-60) == -0x1p-31);
}

TEST_CASE("the rules of what quotients and logarithms become are their difference quotients") {
    check_two(og::whole::share(x, y), 0.5, 4);
    check_two(og::whole::outgrown(x, y), 0.5, 4);
    check_two(og::whole::log_add_exp(x, y), -3, 3);
}

TEST_CASE("the rules of minimum, maximum, clip and where are their difference quotients") {
    check_two(og::minimum(x * x, y), -3, 3);
    check_two(og::maximum(x * x, y), -3, 3);
    check_two(og::clip(x, -20_c, y) * x, -3, 3);
    check_two(og::clip(x, y, 20_c) * x, -3, 3);
    check_two(og::where(x > y, x * y, og::exp(x) - y), -3, 3);
}

TEST_CASE("the rules of conditions and of stop_gradient let nothing flow") {
    constexpr auto d = og::derivative(og::stop_gradient(x) * x + og::where(x > y, 1_c, 2_c) + og::sign(y), x);
    STATIC_REQUIRE(d(x = 3.0, y = 1.0) == 3);
    STATIC_REQUIRE(og::derivative(og::sign(x) * x, x)(x = -3.0) == -1);
}
