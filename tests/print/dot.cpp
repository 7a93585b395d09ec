#include <iomanip>  // first: its std::quoted is found for a std::string too

#include <ogive/print/print.hpp>
#include <ogive/symbolic.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <tuple>

namespace og = ogive;
using namespace og::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

template <int N>
constexpr auto tower(auto p) {
    if constexpr (N == 0)
        return p;
    else
        return tower<N - 1>(p + og::tanh(p) * og::sigmoid(p));
}

}  // namespace

TEST_CASE("a drawing has one node for each operation, shared where the formula repeats it", "[print][dot]") {
    CHECK(og::to_dot(og::sigmoid(beta * x) / (og::sigmoid(beta * x) + 0.5_c)) ==
          R"(digraph {
  n0 [label="beta", shape=diamond];
  n1 [label="x", shape=box];
  n2 [label="*"];
  n0 -> n2;
  n1 -> n2;
  n3 [label="sigmoid"];
  n2 -> n3;
  n4 [label="0.5", shape=plaintext];
  n5 [label="+"];
  n3 -> n5;
  n4 -> n5;
  n6 [label="/"];
  n3 -> n6 [label=1];
  n5 -> n6 [label=2];
}
)");
}

TEST_CASE("labels of operators are their signs, quotes are escaped", "[print][dot]") {
    auto const has = [](std::string const& dot, char const* label) {
        return dot.find(label) != std::string::npos;
    };
    CHECK(has(og::to_dot(og::square(x)), R"([label="^2"])"));
    CHECK(has(og::to_dot(og::power(x, 3_c)), R"([label="^3"])"));
    CHECK(has(og::to_dot(x < beta), R"([label="<"])"));
    CHECK(has(og::to_dot(-x), R"([label="-"])"));
    CHECK(has(og::to_dot(og::maximum(x, beta)), R"([label="maximum"])"));
    CHECK(has(og::to_dot(og::power(x, og::c<-2>)), R"x([label="^(-2)"])x"));
    CHECK(has(og::to_dot(og::isru(x, beta)), R"([label="isru"])"));
    CHECK(has(og::to_dot(og::var<"a\"b">{}), R"([label="a\"b", shape=box])"));
}

TEST_CASE("a drawing has the sums of a call that binds each param to one value", "[print][dot]") {
    std::string const dot = og::to_dot(std::get<0>(og::vjp(x / (og::row_sum(x) + beta), x, x)));
    CHECK(dot.find("row_sum") != std::string::npos);
    CHECK(dot.find("reduce") == std::string::npos);
}

TEST_CASE("a drawing has nothing of what a sum counts", "[print][dot]") {
    CHECK(og::to_dot(og::derivative(beta * x, x)) == "digraph {\n  n0 [label=\"beta\", shape=diamond];\n}\n");
    CHECK(og::to_dot(og::sum(og::derivative(beta * x, x))).find("expand") == std::string::npos);
}

TEST_CASE("a drawing grows with the operations", "[print][dot]") {
    std::string const dot = og::to_dot(tower<20>(x));
    CHECK(std::count(dot.begin(), dot.end(), '[') == 1 + 4 * 20);
}
