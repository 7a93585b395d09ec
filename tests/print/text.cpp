#include <ogive/print/text.hpp>
#include <ogive/symbolic.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <clocale>
#include <limits>
#include <sstream>
#include <string>
#include <tuple>
#include <type_traits>

namespace og = ogive;
using namespace og::literals;

namespace mine {

// What a primitive must say, and no more.
struct cube {
    static constexpr std::string_view name = "cube";
    static constexpr auto value(auto x) { return x * x * x; }
    static constexpr auto derivative(auto x, auto) { return 3_c * (x * x); }
};
inline constexpr og::function<cube> cubed{};

// Patterns with an operator of their own, with and without a word on how they bind.
struct one_more {
    static constexpr std::string_view name = "one_more", text = "{0} + 1";
    static constexpr int binds = og::precedence::sum;
    static constexpr bool differentiable = false;
    static constexpr auto value(auto x) { return x + 1; }
};
struct factorial {
    static constexpr std::string_view name = "factorial", text = "{0}!";
    static constexpr bool differentiable = false;
    static constexpr auto value(auto x) { return x; }
};
struct mean {
    static constexpr std::string_view name = "mean", text = "(1 + {0} + {1})";
    static constexpr bool differentiable = false;
    static constexpr auto value(auto x, auto y) { return x + y; }
};

}  // namespace mine

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;
constexpr og::var<"z"> z;
constexpr og::var<"gate"> gate;
constexpr og::var<"up"> up;
constexpr og::param<"alpha"> alpha;
constexpr og::param<"beta"> beta;

using og::to_text;

template <int N>
constexpr auto tower(auto p) {
    if constexpr (N == 0)
        return p;
    else
        return tower<N - 1>(p + og::tanh(p) * og::sigmoid(p));
}

}  // namespace

TEST_CASE("an activation is written by its name, what it is of a formula by that") {
    std::ostringstream out;
    out << og::gelu << ' ' << og::activation<"mine">([](auto v) { return v * og::sigmoid(1.5_c * v); });
    CHECK(out.str() == "gelu mine");
}

TEST_CASE("every primitive prints as it is called or written", "[print][text]") {
    CHECK(to_text(x) == "x");
    CHECK(to_text(beta) == "beta");
    CHECK(to_text(x + y) == "x + y");
    CHECK(to_text(x - y) == "x - y");
    CHECK(to_text(x * y) == "x * y");
    CHECK(to_text(x / y) == "x / y");
    CHECK(to_text(-x) == "-x");
    CHECK(to_text(og::minimum(x, y)) == "min(x, y)");
    CHECK(to_text(og::maximum(x, y)) == "max(x, y)");
    CHECK(to_text(og::abs(x)) == "abs(x)");
    CHECK(to_text(og::sign(x)) == "sign(x)");
    CHECK(to_text(x < y) == "x < y");
    CHECK(to_text(x <= y) == "x <= y");
    CHECK(to_text(x > y) == "x > y");
    CHECK(to_text(x >= y) == "x >= y");
    CHECK(to_text(x == y) == "x == y");
    CHECK(to_text(x != y) == "x != y");
    CHECK(to_text(x < y && y < z) == "x < y && y < z");
    CHECK(to_text(x < y || y < z) == "x < y || y < z");
    CHECK(to_text(!(x < y)) == "!(x < y)");
    CHECK(to_text(og::where(x > 0_c, x, y)) == "where(x > 0, x, y)");
    CHECK(to_text(og::square(x)) == "x^2");
    CHECK(to_text(og::power(x, 3_c)) == "x^3");
    CHECK(to_text(og::power(x, 12_c)) == "x^12");
    CHECK(to_text(og::pow(x, 1.5_c)) == "x^1.5");
    CHECK(to_text(og::pow(x + y, -z)) == "(x + y)^(-z)");
    CHECK(to_text(og::pow(og::pow(x, y), z)) == "(x^y)^z");
    CHECK(to_text(og::pow(x, og::pow(y, z))) == "x^(y^z)");
    CHECK(to_text(-og::pow(2_c, x) * y) == "-2^x * y");
    CHECK(to_text(og::sqrt(x)) == "sqrt(x)");
    CHECK(to_text(og::exp(x)) == "exp(x)");
    CHECK(to_text(og::expm1(x)) == "expm1(x)");
    CHECK(to_text(og::log(x)) == "log(x)");
    CHECK(to_text(og::log1p(x)) == "log1p(x)");
    CHECK(to_text(og::tanh(x)) == "tanh(x)");
    CHECK(to_text(og::sigmoid(x)) == "sigmoid(x)");
    CHECK(to_text(og::softplus(x)) == "softplus(x)");
    CHECK(to_text(og::erf(x)) == "erf(x)");
    CHECK(to_text(og::normal_cdf(x)) == "normal_cdf(x)");
    CHECK(to_text(og::normal_pdf(x)) == "normal_pdf(x)");
    CHECK(to_text(og::sin(x)) == "sin(x)");
    CHECK(to_text(og::cos(x)) == "cos(x)");
    CHECK(to_text(og::clip(x, -1_c, beta)) == "clip(x, -1, beta)");
    CHECK(to_text(og::stop_gradient(x)) == "stop_gradient(x)");
    CHECK(to_text(og::function<og::finite_primitive>{}(x)) == "x");
    CHECK(to_text(og::row_sum(x)) == "row_sum(x)");
    CHECK(to_text(og::row_max(x)) == "row_max(x)");
    CHECK(to_text(og::row_min(x)) == "row_min(x)");
    CHECK(to_text(og::col_sum(x)) == "col_sum(x)");
    CHECK(to_text(og::sum(x * y)) == "sum(x * y)");
}

TEST_CASE("parentheses stand where leaving them out would change a value or its rounding", "[print][text]") {
    CHECK(to_text(x + y + z) == "x + y + z");
    CHECK(to_text(x + (y + z)) == "x + (y + z)");
    CHECK(to_text(x - y - z) == "x - y - z");
    CHECK(to_text(x - (y - z)) == "x - (y - z)");
    CHECK(to_text(x - (y + z)) == "x - (y + z)");
    CHECK(to_text(x * y * z) == "x * y * z");
    CHECK(to_text(x * (y * z)) == "x * (y * z)");
    CHECK(to_text(x / y / z) == "x / y / z");
    CHECK(to_text(x / (y * z)) == "x / (y * z)");
    CHECK(to_text(x * y / z) == "x * y / z");
    CHECK(to_text(x + y * z) == "x + y * z");
    CHECK(to_text((x + y) / (x - y)) == "(x + y) / (x - y)");
    CHECK(to_text(-(x + y)) == "-(x + y)");
    CHECK(to_text(-(x * y)) == "-(x * y)");
    CHECK(to_text(-x * y) == "-x * y");
    CHECK(to_text(x / -y) == "x / (-y)");
    CHECK(to_text(x - -y * z) == "x + y * z");
    CHECK(to_text(-og::square(x)) == "-x^2");
    CHECK(to_text(og::square(x * y)) == "(x * y)^2");
    CHECK(to_text(og::square(og::square(x))) == "(x^2)^2");
    CHECK(to_text(og::squareplus(og::power(x, 3_c))) == "(x^3 + sqrt((x^3)^2 + 4)) / 2");
    CHECK(to_text(og::power(-x, 3_c)) == "(-x)^3");
    CHECK(to_text(og::square(og::tanh(x))) == "tanh(x)^2");
    CHECK(to_text(og::square(og::function<og::finite_primitive>{}(x + y))) == "(x + y)^2");
    CHECK(to_text(x + y < y * z) == "x + y < y * z");
    CHECK(to_text((x < y || y < z) && x < z) == "(x < y || y < z) && x < z");
    CHECK(to_text(og::where(x < y && (y < z || x < z), x + y, -z)) == "where(x < y && (y < z || x < z), x + y, -z)");
    CHECK(to_text(og::tanh(x + (y - z))) == "tanh(x + (y - z))");
}

TEST_CASE("a number is the shortest that reads back, before factors and after addends", "[print][text]") {
    constexpr double inf = std::numeric_limits<double>::infinity();
    CHECK(to_text(2_c) == "2");
    CHECK(to_text(0_c) == "0");
    CHECK(to_text(-0.0_c) == "-0");
    CHECK(to_text(0.5_c) == "0.5");
    CHECK(to_text(0.1_c) == "0.1");
    CHECK(to_text(og::c<1.0 / 3>) == "0.3333333333333333");
    CHECK(to_text(og::c<0.1f>) == "0.10000000149011612");
    CHECK(to_text(1e-5_c) == "1e-5");
    CHECK(to_text(1e300_c) == "1e300");
    CHECK(to_text(-1.5e-7_c) == "-1.5e-7");
    CHECK(to_text(5e-324_c) == "5e-324");
    CHECK(to_text(og::c<inf>) == "inf");
    CHECK(to_text(og::c<-inf>) == "-inf");
    CHECK(to_text(og::c<std::numeric_limits<double>::quiet_NaN()>) == "nan");
    CHECK(to_text(og::c<-std::numeric_limits<double>::quiet_NaN()>) == "nan");

    CHECK(to_text(x * 2_c) == "2 * x");
    CHECK(to_text(x * -2_c) == "-2 * x");
    CHECK(to_text(x / -2_c) == "x / (-2)");
    CHECK(to_text((x + y) * 0.5_c) == "0.5 * (x + y)");
    CHECK(to_text(1_c + x) == "x + 1");
    CHECK(to_text(x - 1_c) == "x - 1");
    CHECK(to_text(1_c - x) == "1 - x");
    CHECK(to_text(x - -1_c) == "x + 1");
    CHECK(to_text(y + x * -2_c) == "y - 2 * x");
    CHECK(to_text(og::maximum(x, 0_c)) == "max(x, 0)");
    CHECK(to_text(0_c == x) == "x == 0");
    CHECK(to_text(x > -1_c) == "x > -1");
    CHECK(to_text(og::where(x > 0_c, -1_c, x)) == "where(x > 0, -1, x)");
}

TEST_CASE("what no paper has is left out", "[print][text]") {
    CHECK(to_text(x * y + 0_c) == "x * y");
    CHECK(to_text(x - 0_c) == "x");
    CHECK(to_text(x * (0_c + y)) == "x * y");
    CHECK(to_text(x + -y / z) == "x - y / z");
    CHECK(to_text(-x * z + y) == "y - x * z");
    CHECK(to_text(-x + -y) == "-x - y");
    CHECK(to_text(x * -(y + z)) == "-(x * (y + z))");
    CHECK(to_text(-x * -(y + z)) == "x * (y + z)");
    CHECK(to_text(0.5_c * -og::exp(x)) == "-0.5 * exp(x)");
    CHECK(to_text(beta * (1_c / beta * og::exp(x))) == "exp(x)");
    CHECK(to_text(beta * og::exp(x / beta) / beta) == "exp(x / beta)");
    CHECK(to_text(4_c * (1_c / (4_c * beta) * x)) == "1 / beta * x");
    CHECK(to_text(x * (y / (x + z))) == "x * (y / (x + z))");
    CHECK(to_text(2_c * x * (0.5_c * og::exp(y) / z)) == "x * (exp(y) / z)");
    CHECK(to_text(og::where(x > 0_c, y, 0_c) + og::where(!(x > 0_c), y, 0_c)) == "y");
    CHECK(to_text(og::where(x > 0_c, y, 0_c) + og::where(!(x > 0_c), 0_c, z)) == "where(x > 0, y + z, 0)");
    CHECK(to_text(og::where(!(x > 0_c), y, 0_c) + og::where(x > 0_c, z, 0_c)) == "where(x > 0, z, y)");

    using og::derivative;
    CHECK(to_text(derivative(og::softplus(x, beta), x)) == "sigmoid(beta * x)");
    CHECK(to_text(derivative(og::softsign(x), x)) ==
          "1 / (abs(x) + 1) - x / (abs(x) + 1) * (1 / (abs(x) + 1)) * sign(x)");
}

TEST_CASE("activations and their derivatives", "[print][text]") {
    CHECK(to_text(og::sigmoid(x)) == "sigmoid(x)");
    CHECK(to_text(og::silu(x)) == "x * sigmoid(x)");
    CHECK(to_text(og::gelu(x)) == "x * normal_cdf(x)");
    CHECK(to_text(og::elu(x)) == "where(x > 0, x, expm1(x))");
    CHECK(to_text(og::elu(x, alpha)) == "where(x > 0, x, alpha * expm1(x))");
    CHECK(to_text(og::swiglu(gate, up, beta)) == "gate * sigmoid(beta * gate) * up");
    CHECK(to_text(og::softmax(x)) ==
          "exp(x - stop_gradient(row_max(x))) * (1 / row_sum(exp(x - stop_gradient(row_max(x)))))");

    using og::derivative;
    CHECK(to_text(derivative(og::sigmoid(x), x)) == "sigmoid(x) * (1 - sigmoid(x))");
    CHECK(to_text(derivative(og::silu(x), x)) == "sigmoid(x) + x * (sigmoid(x) * (1 - sigmoid(x)))");
    CHECK(to_text(derivative(og::gelu(x), x)) == "normal_cdf(x) + x * normal_pdf(x)");
    CHECK(to_text(derivative(og::elu(x, alpha), x)) == "where(x > 0, 1, alpha * exp(x))");
    CHECK(to_text(derivative(og::elu(x, alpha), alpha)) == "where(x > 0, 0, expm1(x))");
    constexpr auto s = og::swiglu(gate, up, beta);
    CHECK(to_text(derivative(s, gate)) ==
          "sigmoid(beta * gate) * up + beta * (gate * up * (sigmoid(beta * gate) * (1 - sigmoid(beta * "
          "gate))))");
    CHECK(to_text(derivative(s, up)) == "gate * sigmoid(beta * gate)");
    CHECK(to_text(derivative(s, beta)) == "gate * (gate * up * (sigmoid(beta * gate) * (1 - sigmoid(beta * gate))))");
    CHECK(to_text(derivative(s, x)) == "0");
}

TEST_CASE("a gradient has the sums of a call that binds each param to one value", "[print][text]") {
    constexpr auto gradients = og::vjp(alpha * x / (og::row_sum(x) + beta), y, x, alpha, beta);
    constexpr auto dx = std::get<0>(gradients);
    std::string const by_x =
        "row_sum(-(alpha * x / (row_sum(x) + beta) * (y / (row_sum(x) + beta)))) + alpha * (y / (row_sum(x) + beta))";
    CHECK(to_text(dx) == by_x);
    CHECK(to_text(og::compacted<std::remove_const_t<decltype(dx)>>::type{}) == by_x);
    CHECK(to_text(std::get<1>(gradients)) == "sum(x * (y / (row_sum(x) + beta)))");
    CHECK(to_text(std::get<2>(gradients)) ==
          "sum(row_sum(-(alpha * x / (row_sum(x) + beta) * (y / (row_sum(x) + beta)))))");

    CHECK(to_text(og::sum(og::square(alpha))) == "sum(alpha^2)");
    CHECK(to_text(std::get<0>(og::vjp(og::sum(x * og::square(alpha)), y, alpha))) == "sum(x * y) * (2 * alpha)");
    // One value that a sum counts for each element is shown as it is.
    CHECK(to_text(og::derivative(alpha * x, x)) == "alpha");
    CHECK(to_text(og::square(og::pow(x, 0_c) + alpha)) == "(alpha + 1)^2");
    CHECK(to_text(std::get<0>(og::vjp(og::row_sum(alpha * x), 1_c, x))) == "alpha");
    CHECK(to_text(std::get<0>(og::vjp(og::sum(og::square(og::derivative(alpha * x, x))), 1_c, alpha))) ==
          "sum(2 * alpha)");
    // alpha stands in each column: what flows to it is the row's value as many times.
    CHECK(to_text(std::get<0>(og::vjp(x * og::square(og::row_sum(x + alpha)), y, alpha))) ==
          "sum(row_sum(row_sum(x * y) * (2 * row_sum(x + alpha))))");
}

TEST_CASE("a user's primitive prints by its name or its pattern", "[print][text]") {
    CHECK(to_text(mine::cubed(x + y) * z) == "cube(x + y) * z");
    CHECK(to_text(og::derivative(mine::cubed(x), x)) == "3 * x^2");

    constexpr og::function<mine::one_more> one_more;
    CHECK(to_text(one_more(x + y)) == "x + y + 1");
    CHECK(to_text(one_more(x) * y) == "(x + 1) * y");
    constexpr og::function<mine::factorial> factorial;
    CHECK(to_text(factorial(x)) == "x!");
    CHECK(to_text(factorial(x * y)) == "(x * y)!");
    constexpr og::function<mine::mean> mean;
    CHECK(to_text(mean(x - y, x * y)) == "(1 + (x - y) + x * y)");
    CHECK(to_text(mean(x, y) / z) == "(1 + x + y) / z");
}

TEST_CASE("a formula longer than a line names the parts that stand in it several times", "[print][text]") {
    CHECK(to_text(tower<2>(x)) ==
          "x + tanh(x) * sigmoid(x) + tanh(x + tanh(x) * sigmoid(x)) * sigmoid(x + tanh(x) * sigmoid(x))");

    std::string const twenty = to_text(tower<20>(x));
    CHECK(twenty.size() < 4000);
    CHECK(twenty.starts_with("t1 = x + tanh(x) * sigmoid(x) + tanh(x"));
    CHECK(twenty.find("\nt7 = t6 + tanh(t6) * sigmoid(t6)\n") != std::string::npos);
    CHECK(twenty.ends_with("\nt18 + tanh(t18) * sigmoid(t18)"));

    // A name of the user's own is left to him.
    std::string const named = to_text(tower<20>(og::var<"t1">{}));
    CHECK(named.starts_with("t2 = t1 + tanh(t1) * sigmoid(t1)\n"));

    // Twice as many blocks, twice as long.
    CHECK(to_text(tower<40>(x)).size() < 2 * twenty.size() + 200);
    std::string const gradient = to_text(og::derivative(tower<20>(x), x));
    CHECK(gradient.size() < 8000);
    CHECK(std::count(gradient.begin(), gradient.end(), '\n') > 20);
}

TEST_CASE("a stream takes a formula as text", "[print][text]") {
    std::ostringstream lines;
    lines << og::silu(x) << '\n' << x << '\n' << (x > 0_c) << '\n' << og::derivative(x * x, x) << '\n' << 0.5_c;
    CHECK(lines.str() == "x * sigmoid(x)\nx\nx > 0\n2 * x\n0.5");
}

TEST_CASE("text: a number has a point in a locale of commas") {
    std::string const before = std::setlocale(LC_ALL, nullptr);
    for (char const* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "fr_FR"})  // where one is installed
        if (std::setlocale(LC_ALL, name)) break;
    CHECK(og::to_text(0.5_c * x + 1.25e-7_c) == "0.5 * x + 1.25e-7");
    CHECK(og::to_latex(0.5_c * x) == R"(0.5 \, x)");
    CHECK(og::to_c<"f">(0.5_c * x, x).find("0.5f * x") != std::string::npos);
    std::setlocale(LC_ALL, before.c_str());
}
