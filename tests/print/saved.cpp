#include <ogive/symbolic.hpp>

#include <catch2/catch.hpp>

#include <sstream>

namespace og = ogive;
using namespace og::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"up"> up;
constexpr og::param<"beta"> beta;

static_assert(og::saved(og::relu(x)).output && !og::saved(og::relu(x)).contains(x));
static_assert(!og::saved(og::gelu(x)).output && og::saved(og::gelu(x)).contains(x));

}  // namespace

TEST_CASE("the output alone", "[print][saved]") {
    CHECK(og::saved(og::relu(x)).text() == "the output");
    CHECK(og::saved(og::leaky_relu(x)).text() == "the output");
    CHECK(og::saved(og::sigmoid(x)).text() == "the output");
    CHECK(og::saved(og::tanh(x)).text() == "the output");
    CHECK(og::saved(og::elu(x)).text() == "the output");
    CHECK(og::saved(og::selu(x)).text() == "the output");
    CHECK(og::saved(og::softplus(x)).text() == "the output");
    CHECK(og::saved(og::softmax(x)).text() == "the output");
    CHECK(og::saved(og::log_softmax(x)).text() == "the output");
    CHECK(og::saved(og::relu(x + beta)).text() == "the output");
    CHECK(og::saved(og::sigmoid(beta * x), x).text() == "the output, beta");
}

TEST_CASE("the inputs that are read", "[print][saved]") {
    CHECK(og::saved(og::silu(x)).text() == "x");
    CHECK(og::saved(og::gelu(x)).text() == "x");
    CHECK(og::saved(og::swish(x, beta)).text() == "x, beta");
    CHECK(og::saved(og::elu(x, beta)).text() == "x, beta");
    CHECK(og::saved(og::leaky_relu(x, beta)).text() == "x, beta");
    CHECK(og::saved(og::swiglu(x, up)).text() == "x, up");
    CHECK(og::saved(up + og::gelu(x)).text() == "x");
    CHECK(og::saved(x * up, x).text() == "up");
    CHECK(og::saved(og::sum(og::square(x))).text() == "x");
}

TEST_CASE("nothing, or a bit", "[print][saved]") {
    CHECK(og::saved(x + up).text() == "nothing");
    CHECK(og::saved(2_c * x - og::row_mean(x)).text() == "nothing");
    CHECK(og::saved(beta * x, x).text() == "beta");
    CHECK(og::saved(og::where(x > 0_c, x, og::c<-0.5> * x)).text() == "one bit");
    CHECK(og::saved(og::leaky_relu(x, beta), x).text() == "one bit, beta");
    CHECK(og::saved(og::where(x > 0_c, x, -x) + og::where(up > 0_c, up, -up)).text() == "x, up");
    CHECK(og::saved(og::exp(og::where(x > 0_c, x, -x))).text() == "the output, one bit");
}

TEST_CASE("a stream gets the text", "[print][saved]") {
    std::ostringstream s;
    s << og::saved(og::tanh(x));
    CHECK(s.str() == "the output");
}
