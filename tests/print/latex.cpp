#include <ogive/print/latex.hpp>
#include <ogive/symbolic.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <tuple>

namespace og = ogive;
using namespace og::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;
constexpr og::var<"z"> z;
constexpr og::var<"gate"> gate;
constexpr og::var<"up"> up;
constexpr og::param<"alpha"> alpha;
constexpr og::param<"beta"> beta;

using og::to_latex;

struct my_cube {
    static constexpr std::string_view name = "my_cube";
    static constexpr bool differentiable = false;
    static constexpr auto value(auto v) { return v * v * v; }
};

template <int N>
constexpr auto tower(auto p) {
    if constexpr (N == 0)
        return p;
    else
        return tower<N - 1>(p + og::tanh(p) * og::sigmoid(p));
}

}  // namespace

TEST_CASE("every primitive prints in LaTeX", "[print][latex]") {
    CHECK(to_latex(x + y) == "x + y");
    CHECK(to_latex(x - y) == "x - y");
    CHECK(to_latex(x * y) == R"(x \, y)");
    CHECK(to_latex(x / y) == R"(\frac{x}{y})");
    CHECK(to_latex(-x) == "-x");
    CHECK(to_latex(og::minimum(x, y)) == R"(\min\left(x, y\right))");
    CHECK(to_latex(og::maximum(x, y)) == R"(\max\left(x, y\right))");
    CHECK(to_latex(og::abs(x + y)) == R"(\left|x + y\right|)");
    CHECK(to_latex(og::sign(x)) == R"(\operatorname{sign}\left(x\right))");
    CHECK(to_latex(x < y) == "x < y");
    CHECK(to_latex(x <= y) == R"(x \le y)");
    CHECK(to_latex(x > y) == "x > y");
    CHECK(to_latex(x >= y) == R"(x \ge y)");
    CHECK(to_latex(x == y) == "x = y");
    CHECK(to_latex(x != y) == R"(x \ne y)");
    CHECK(to_latex(x < y && y < z) == R"(x < y \land y < z)");
    CHECK(to_latex(x < y || y < z) == R"(x < y \lor y < z)");
    CHECK(to_latex(!(x < y)) == R"(x \ge y)");
    CHECK(to_latex(og::where(x > 0_c, x, y)) == R"(\begin{cases} x & x > 0 \\ y & \text{else} \end{cases})");
    CHECK(to_latex(og::square(x)) == "x^{2}");
    CHECK(to_latex(og::power(x, 3_c)) == "x^{3}");
    CHECK(to_latex(og::power(x, 12_c)) == "x^{12}");
    CHECK(to_latex(og::pow(x, 1.5_c)) == "x^{1.5}");
    CHECK(to_latex(og::pow(x + y, -z)) == R"(\left(x + y\right)^{-z})");
    CHECK(to_latex(og::pow(og::pow(x, y), y - z)) == R"(\left(x^{y}\right)^{y - z})");
    CHECK(to_latex(og::derivative(og::pow(x, y), x)) == R"(y \, x^{y - 1})");
    CHECK(to_latex(og::sqrt(x + y)) == R"(\sqrt{x + y})");
    CHECK(to_latex(og::exp(-x)) == "e^{-x}");
    CHECK(to_latex(og::expm1(x)) == "e^{x} - 1");
    CHECK(to_latex(og::log(x)) == R"(\ln\left(x\right))");
    CHECK(to_latex(og::log1p(x)) == R"(\ln\left(1 + x\right))");
    CHECK(to_latex(og::tanh(x)) == R"(\tanh\left(x\right))");
    CHECK(to_latex(og::sigmoid(x)) == R"(\sigma\left(x\right))");
    CHECK(to_latex(og::softplus(x)) == R"(\operatorname{softplus}\left(x\right))");
    CHECK(to_latex(og::erf(x)) == R"(\operatorname{erf}\left(x\right))");
    CHECK(to_latex(og::normal_cdf(x)) == R"(\Phi\left(x\right))");
    CHECK(to_latex(og::normal_pdf(x)) == R"(\varphi\left(x\right))");
    CHECK(to_latex(og::sin(x)) == R"(\sin\left(x\right))");
    CHECK(to_latex(og::cos(x)) == R"(\cos\left(x\right))");
    CHECK(to_latex(og::clip(x, -1_c, beta)) == R"(\operatorname{clip}\left(x, -1, \beta\right))");
    CHECK(to_latex(og::stop_gradient(x)) == "x");
    CHECK(to_latex(og::function<og::finite_primitive>{}(x)) == "x");
    CHECK(to_latex(og::row_sum(x)) == R"(\sum_j x)");
    CHECK(to_latex(og::row_max(x)) == R"(\max_j x)");
    CHECK(to_latex(og::row_min(x)) == R"(\min_j x)");
    CHECK(to_latex(og::col_sum(x)) == R"(\sum_i x)");
    CHECK(to_latex(og::sum(x)) == R"(\sum x)");
    CHECK(to_latex(og::function<my_cube>{}(x + y)) == R"(\operatorname{my\_cube}\left(x + y\right))");
}

TEST_CASE("bars, braces and brackets group by themselves", "[print][latex]") {
    CHECK(to_latex(x * (y / z)) == R"(\frac{x \, y}{z})");
    CHECK(to_latex(x / y / z) == R"(\frac{x}{y \, z})");
    CHECK(to_latex((x + 1_c / y) / z) == R"(\frac{x + \frac{1}{y}}{z})");
    CHECK(to_latex((x + y) / (x - y)) == R"(\frac{x + y}{x - y})");
    CHECK(to_latex(og::square(x / y)) == R"(\frac{x^{2}}{y^{2}})");
    CHECK(to_latex(og::square(og::exp(x))) == R"(\left(e^{x}\right)^{2})");
    CHECK(to_latex(og::square(og::square(x))) == "x^{4}");
    CHECK(to_latex(og::square(og::tanh(x))) == R"(\tanh\left(x\right)^{2})");
    CHECK(to_latex(og::square(og::abs(x * y) + 1_c)) == R"(\left(\left|x \, y\right| + 1\right)^{2})");
    CHECK(to_latex(x + (y + z)) == "x + y + z");
    CHECK(to_latex(x - (y - z)) == "x - y + z");
    CHECK(to_latex(x * (y + z)) == R"(x \, \left(y + z\right))");
    CHECK(to_latex(-(x * y)) == R"(-x \, y)");
    CHECK(to_latex(-(x / y)) == R"(-\frac{x}{y})");
    CHECK(to_latex(og::log1p(x + y)) == R"(\ln\left(1 + \left(x + y\right)\right))");
    CHECK(to_latex(og::log1p(x * y)) == R"(\ln\left(1 + x \, y\right))");
    CHECK(to_latex(og::log1p(-x)) == R"(\ln\left(1 + \left(-x\right)\right))");
    CHECK(to_latex(og::row_sum(x * y)) == R"(\sum_j x \, y)");
    CHECK(to_latex(og::row_sum(x + y)) == R"(\sum_j \left(x + y\right))");
    CHECK(to_latex(x - og::row_max(x)) == R"(x - \max_j x)");
    CHECK(to_latex(og::square(og::row_sum(x))) == R"(\left(\sum_j x\right)^{2})");
    // At the largest of a row x is row_max(x); at the elements that are counted it need not be.
    CHECK(to_latex(std::get<0>(og::vjp(og::row_max(x), y, x))) ==
          R"(\begin{cases} \frac{y}{\sum_j \left(\begin{cases} 1 & x = \max_j x \\ 0 & \text{else} \end{cases}\right)} & x = \max_j x \\ 0 & \text{else} \end{cases})");
    CHECK(to_latex(og::row_sum(x) * y) == R"(y \, \left(\sum_j x\right))");
    CHECK(to_latex(og::where(x > 0_c, x, og::where(y > 0_c, y, z))) ==
          R"(\begin{cases} x & x > 0 \\ y & y > 0 \\ z & \text{else} \end{cases})");
    CHECK(to_latex(2_c * og::where(x > 0_c, x, y)) ==
          R"(2 \, \left(\begin{cases} x & x > 0 \\ y & \text{else} \end{cases}\right))");
}

TEST_CASE("numbers and names in LaTeX", "[print][latex]") {
    constexpr double inf = std::numeric_limits<double>::infinity();
    CHECK(to_latex(2_c) == "2");
    CHECK(to_latex(x * 0.5_c) == R"(0.5 \, x)");
    CHECK(to_latex(1_c + x) == "x + 1");
    CHECK(to_latex(x / -2_c) == R"(-\frac{x}{2})");
    CHECK(to_latex(x - -2_c) == "x + 2");
    CHECK(to_latex(1e-5_c) == "10^{-5}");
    CHECK(to_latex(-1e300_c) == "-10^{300}");
    CHECK(to_latex(-1.5e-7_c) == R"(-1.5 \cdot 10^{-7})");
    CHECK(to_latex(x + 1.5e-7_c) == R"(x + 1.5 \cdot 10^{-7})");
    CHECK(to_latex(og::maximum(x, og::c<-inf>)) == R"(\max\left(x, -\infty\right))");
    CHECK(to_latex(og::c<inf>) == R"(\infty)");
    CHECK(to_latex(og::c<std::numeric_limits<double>::quiet_NaN()>) == R"(\mathrm{nan})");

    CHECK(to_latex(alpha * beta) == R"(\alpha \, \beta)");
    CHECK(to_latex(og::param<"Omega">{}) == R"(\Omega)");
    CHECK(to_latex(gate * up) == R"(\mathrm{gate} \, \mathrm{up})");
    CHECK(to_latex(og::var<"dy_">{}) == R"(\mathrm{dy\_})");
}

TEST_CASE("activations and their derivatives in LaTeX", "[print][latex]") {
    using og::derivative;
    CHECK(to_latex(og::silu(x)) == R"(x \, \sigma\left(x\right))");
    CHECK(to_latex(og::gelu(x)) == R"(x \, \Phi\left(x\right))");
    CHECK(to_latex(og::elu(x, alpha)) ==
          R"(\begin{cases} x & x > 0 \\ \alpha \, \left(e^{x} - 1\right) & \text{else} \end{cases})");
    CHECK(to_latex(derivative(og::elu(x, alpha), x)) ==
          R"(\begin{cases} 1 & x > 0 \\ \alpha \, e^{x} & \text{else} \end{cases})");
    CHECK(to_latex(derivative(og::sigmoid(x), x)) ==
          R"(\sigma\left(x\right) \, \left(1 - \sigma\left(x\right)\right))");
    CHECK(to_latex(derivative(og::gelu(x), x)) == R"(\Phi\left(x\right) + x \, \varphi\left(x\right))");
    CHECK(to_latex(og::swiglu(gate, up, beta)) ==
          R"(\mathrm{gate} \, \mathrm{up} \, \sigma\left(\beta \, \mathrm{gate}\right))");
    CHECK(to_latex(og::softmax(x)) == R"(\frac{e^{x - \max_j x}}{\sum_j e^{x - \max_j x}})");
    constexpr auto gradients = og::vjp(alpha * x / (og::row_sum(x) + beta), y, x, alpha);
    CHECK(
        to_latex(std::get<0>(gradients)) ==
        R"(\frac{\alpha \, y}{\sum_j x + \beta} - \sum_j \frac{\alpha \, x \, y}{\left(\sum_j x + \beta\right)^{2}})");
    CHECK(to_latex(std::get<1>(gradients)) == R"(\sum \frac{x \, y}{\sum_j x + \beta})");
}

TEST_CASE("factors, terms and cases are collected as on paper", "[print][latex]") {
    CHECK(to_latex(x * (y * (2_c * x))) == R"(2 \, x^{2} \, y)");
    CHECK(to_latex(x * alpha / (x * x)) == R"(\frac{\alpha}{x})");
    CHECK(to_latex(og::sqrt(x) * og::sqrt(x) * y) == R"(x \, y)");
    CHECK(to_latex(x + (y - x * 3_c)) == R"(y - 2 \, x)");
    CHECK(to_latex((x + 1_c) / 6_c) == R"(\frac{x + 1}{6})");
    CHECK(to_latex(x * og::c<1.0 / 6>) == R"(\frac{1}{6} \, x)");
    CHECK(to_latex(og::c<1.1283791670955126> * x) == R"(\frac{2}{\sqrt{\pi}} \, x)");
    CHECK(to_latex(og::row_sum(-x)) == R"(-\sum_j x)");
    CHECK(to_latex(og::where(x <= 0_c, 0_c, x)) == R"(\max\left(x, 0\right))");
    CHECK(to_latex(og::where(x > 0_c, -x, x)) == R"(-\left|x\right|)");
    CHECK(to_latex(og::where(x > 1_c, og::maximum(x, 0_c), 0_c)) ==
          R"(\begin{cases} x & x > 1 \\ 0 & \text{else} \end{cases})");
    CHECK(to_latex(og::where(x > 3_c && x > 1_c, y, 0_c) + og::where(!(x > 1_c), z, 0_c)) ==
          R"(\begin{cases} y & x > 3 \\ z & x \le 1 \\ 0 & \text{else} \end{cases})");
    CHECK(to_latex(og::where(og::numerical(x > 3_c), y, z)) == "z");
    CHECK(to_latex(og::param<"a1">{} * og::var<"x12">{}) == R"(a_{1} \, x_{12})");
    CHECK(to_latex(og::derivative(og::hard_swish(x), x)) ==
          R"(\begin{cases} 1 & x \ge 3 \\ \frac{2 \, x + 3}{6} & x > -3 \\ 0 & \text{else} \end{cases})");
    CHECK(to_latex(og::where(x <= 1_c, 1_c, og::minimum(x, 2_c))) == R"(\max\left(1, \min\left(x, 2\right)\right))");
    CHECK(to_latex(og::where(x <= y, y, og::minimum(x, 0_c))) ==
          R"(\begin{cases} y & x \le y \\ \min\left(x, 0\right) & \text{else} \end{cases})");
    CHECK(to_latex(og::derivative(x / (og::abs(x) + 1_c), x)) == R"(\frac{1}{\left(\left|x\right| + 1\right)^{2}})");
}

TEST_CASE("a long formula becomes an aligned one with named parts", "[print][latex]") {
    std::string const twenty = to_latex(tower<20>(x));
    CHECK(twenty.size() < 4000);
    CHECK(twenty.starts_with("\\begin{aligned}\nt_{1} &= x + \\tanh\\left(x\\right)"));
    CHECK(twenty.ends_with(
        "\\\\\n& t_{19} + \\tanh\\left(t_{19}\\right) \\, \\sigma\\left(t_{19}\\right)\n\\end{aligned}"));
}
