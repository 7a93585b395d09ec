// Primitives of others: with names of the library, and with patterns that do not say how tightly they hold together.

#include <ogive/ogive.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;
using namespace std::literals;

namespace mine {

// 1 + x + x^2 / 2, under the name of what it begins as.
struct exp_primitive {
    static constexpr std::string_view name = "exp";
    static constexpr auto value(auto x) {
        using V = decltype(x);
        return V(V(1) + x * V(V(1) + x * V(0.5f)));
    }
    static constexpr auto derivative(auto x, auto) { return 1_c + x; }
};
inline constexpr og::function<exp_primitive> exp{};

// x / 2.
struct sigmoid_primitive {
    static constexpr std::string_view name = "sigmoid", c99 = "return x / 2;";
    static constexpr auto value(auto x) { return x * decltype(x)(0.5f); }
    static constexpr auto derivative(auto, auto) { return 0.5_c; }
};
inline constexpr og::function<sigmoid_primitive> sigmoid{};

struct twice_primitive {
    static constexpr std::string_view name = "twice", text = "{0} + {0}", latex = text, c99 = text;
    static constexpr auto value(auto x) { return x + x; }
    static constexpr auto derivative(auto, auto) { return 2_c; }
};
inline constexpr og::function<twice_primitive> twice{};

struct tripled_primitive {
    static constexpr std::string_view name = "tripled", text = "{0} * 3", c99 = text, latex = R"(\frac{{0}}{3^{-1}})";
    static constexpr auto value(auto x) { return x + x + x; }
    static constexpr auto derivative(auto, auto) { return 3_c; }
};
inline constexpr og::function<tripled_primitive> tripled{};

}  // namespace mine

namespace {
constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

bool has(std::string const& all, std::string_view part) { return all.find(part) != all.npos; }
}  // namespace

TEST_CASE("a primitive of others with a name of the library is not taken for it") {
    std::vector<float> const in{1, 2, 3}, dy(3, 1.0f);
    std::vector<float> y4(3), dx(3);
    og::evaluate(og::pow(mine::exp(x), 4_c), y4, x = in);
    og::backward(og::pow(mine::exp(x), 4_c), dy, x = in, og::grad(x) = dx);
    for (std::size_t i = 0; i != 3; ++i) {
        double const v = in[i], e = 1 + v + v * v / 2;
        CHECK(y4[i] == Approx(e * e * e * e));
        CHECK(dx[i] == Approx(4 * e * e * e * (1 + v)));
    }
    CHECK(mine::exp(x)(x = 2.0) == 5);
}

TEST_CASE("nor is it in C") {
    std::string const both = og::to_c(og::sigmoid(x) + mine::sigmoid(x) + mine::exp(x));
    CHECK(has(both, "float ogive_sigmoidf(float x)"));
    CHECK(has(both, "float own_sigmoidf(float x)"));
    CHECK(has(both, "return ogive_sigmoidf(x) + own_sigmoidf(x) + exp_f(x);"));
}

TEST_CASE("a pattern with an operator that does not say how it binds stands in parentheses, and so do its arguments") {
    CHECK(og::to_text(y - mine::twice(x)) == "y - (x + x)");
    CHECK(og::to_text(mine::twice(x * y)) == "(x * y) + (x * y)");
    CHECK(og::to_latex(y - mine::twice(x)) == R"(y - \left(x + x\right))");
    CHECK(og::to_text(y / mine::tripled(x + 1_c)) == "y / ((x + 1) * 3)");
    CHECK(has(og::to_c(y / mine::tripled(x + 1_c)), "return y / ((x + 1.0f) * 3);"));
    CHECK(og::to_latex(mine::tripled(x + 1_c)) == R"(\frac{x + 1}{3^{-1}})");
}

TEST_CASE("a comparison of two numbers is decided") {
    CHECK(og::to_text(og::where(1_c < 2_c, og::tanh(x), y)) == "tanh(x)");
    CHECK(og::to_text(og::where(1_c < 2_c && x > 0_c, x, y)) == og::to_text(og::where(x > 0_c, x, y)));
    CHECK(og::to_text(og::where(1_c > 2_c || x > 0_c, x, y)) == og::to_text(og::where(x > 0_c, x, y)));
    CHECK(og::to_text(og::where(1_c != 1_c && x > 0_c, x, y)) == "y");
    CHECK(og::to_text(og::derivative(og::pow(2_c, x), x)) == "0.6931471805599453 * 2^x");
    CHECK(og::saved(og::pow(2_c, x)).text() == "the output");
}
