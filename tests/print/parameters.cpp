#include <ogive/print/parameters.hpp>
#include <ogive/symbolic.hpp>

#include <catch2/catch.hpp>

#include <sstream>

namespace og = ogive;
using namespace og::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::param<"alpha", og::parameters(og::prelu)[0].start> alpha;
constexpr og::param<"beta"> beta;
constexpr og::param<"gain", -1> gain;

constexpr auto e = og::prelu(x, alpha) + og::swish(x, beta) * gain + alpha;

// Those of an expression, each once, in order of appearance.
static_assert(og::parameters(e).size() == 3 && og::parameters(x * x).empty());
static_assert(og::parameters(e)[0].name == "alpha" && og::parameters(e)[0].start == 0.25 &&
              og::parameters(e)[0].learned);
static_assert(og::parameters(e)[1].name == "beta" && og::parameters(e)[1].start != og::parameters(e)[1].start);
static_assert(og::parameters(e)[2].start == -1 && og::parameters(e)[2].of == og::shapes::open);

// Those of an activation.
static_assert(og::parameters(og::relu).empty() && og::parameters(og::pau).size() == 10);
static_assert(og::parameters(og::sigmoid).empty() && og::parameters(og::clip).empty());
static_assert(og::parameters(og::xielu)[2].name == "beta" && !og::parameters(og::xielu)[2].learned &&
              og::parameters(og::xielu)[2].start == 0.5);

// A start value is no part of the formula.
static_assert(og::same(og::derivative(e, alpha), og::where(x > 0_c, 0_c, x) + 1_c));
static_assert(og::prelu(x, alpha)(x = -2.0, alpha = 0.5) == -1);

template <class List>
std::string shown(List const& all) {
    std::ostringstream text;
    text << all;
    return text.str();
}

}  // namespace

TEST_CASE("parameters print themselves", "[print][parameters]") {
    CHECK(shown(og::parameters(e)) ==
          "alpha: one value or one per column, learned from 0.25 on\n"
          "beta: one value or one per column, learned\n"
          "gain: one value or one per column, learned from -1 on\n");
    CHECK(shown(og::parameters(og::leaky_relu)) == "slope: one value or one per column, 0.01 by default\n");
    CHECK(shown(og::parameters(x)).empty());
}
