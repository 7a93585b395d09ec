#include <ogive/meta/config.hpp>

#include <catch2/catch.hpp>

namespace {

OGIVE_INLINE int twice(int x) {
    return 2 * x;
}

} // namespace

TEST_CASE("functions and lambdas can be forced inline") {
    auto const thrice = [](int x) OGIVE_INLINE_LAMBDA { return 3 * x; };
    CHECK(twice(21) == 42);
    CHECK(thrice(14) == 42);
}
