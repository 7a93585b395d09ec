// og::testing::check on activations of one's own: a good one passes, a bad one does not.

#include <ogive/testing.hpp>

#include <catch2/catch.hpp>

#include <sstream>
#include <string>

namespace mine {

struct cube_primitive {
    static constexpr std::string_view name = "cube";
    static constexpr auto value(auto x) { return x * x * x; }
    static constexpr auto derivative(auto x, auto) { return ogive::c<3> * x * x; }
};
inline constexpr ogive::function<cube_primitive> cube{};

struct wrong_cube_primitive {
    static constexpr std::string_view name = "wrong_cube";
    static constexpr auto value(auto x) { return x * x * x; }
    static constexpr auto derivative(auto x, auto) { return ogive::c<2> * x * x; }
};
inline constexpr ogive::function<wrong_cube_primitive> wrong_cube{};

/// Batches are a thousandth off.
struct uneven_primitive {
    static constexpr std::string_view name = "uneven";
    template <class V>
    static constexpr V value(V x) {
        return std::is_arithmetic_v<V> ? x : x * ogive::math::number<V>(1.001);
    }
    static constexpr auto derivative(auto, auto) { return ogive::c<1>; }
};
inline constexpr ogive::function<uneven_primitive> uneven{};

}  // namespace mine

namespace og = ogive;
using namespace ogive::literals;

namespace {

bool mentions(og::testing::report const& r, std::string const& words) {
    for (auto const& sentence : r.failures)
        if (sentence.find(words) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("an activation of one's own passes the generic tests") {
    auto const report = og::testing::check(
        og::activation<"my">([](auto x) { return x * og::sigmoid(1.5_c * og::clip(x, -50_c, 50_c)); }));
    INFO(report);
    CHECK(report.name == "my");
    CHECK(report.checks > 1000);
    CHECK(report.failures.empty());
}

TEST_CASE("so does a primitive of one's own, and a gate") {
    auto const cube = og::testing::check(mine::cube);
    INFO(cube);
    CHECK(cube);
    auto const gate = og::testing::check(
        og::activation<"gate">([](auto g, auto v) { return og::tanh(g) * v + mine::cube(v); }));
    INFO(gate);
    CHECK(gate);
}

TEST_CASE("so does one along a row with a kink that some points lie on") {
    constexpr auto above_mean = og::activation<"above_mean">([](auto z) { return og::relu(z - og::row_mean(z)); });
    auto const report = og::testing::check(above_mean);
    INFO(report);
    CHECK(report);
}

TEST_CASE("a wrong derivative is reported") {
    auto const report =
        og::testing::check(og::activation<"wrong">([](auto x) { return mine::wrong_cube(x); }));
    CHECK(!report);
    CHECK(mentions(report, "the derivative differs from the difference quotient"));
    CHECK(!mentions(report, "second derivative"));  // of the rule as given it is right
    std::ostringstream text;
    text << report;
    CHECK(text.str().find("wrong: ") == 0);
    CHECK(text.str().find("1 failures\n  the derivative") != std::string::npos);
}

TEST_CASE("a wrong value of batches is reported") {
    auto const report = og::testing::check(mine::uneven);
    CHECK(mentions(report, "evaluate differs from the function on numbers (float)"));
    CHECK(mentions(report, "evaluate differs from the function on numbers (double)"));
}

TEST_CASE("an activation that loses NaN is reported") {
    auto const report =
        og::testing::check(og::activation<"no_nan">([](auto x) { return og::where(x > 0_c, x, 0_c); }));
    CHECK(mentions(report, "NaN in an argument is lost (float)"));
}

TEST_CASE("an activation that is NaN at infinity is reported") {
    auto const report = og::testing::check(og::activation<"parabola">([](auto x) { return x - x * x; }));
    CHECK(mentions(report, "NaN at an extreme argument"));
}
