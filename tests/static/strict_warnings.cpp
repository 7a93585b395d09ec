// A program built with more warnings than this library's own tests has none from its headers.

#pragma GCC diagnostic error "-Wconversion"
#pragma GCC diagnostic error "-Wsign-conversion"
#pragma GCC diagnostic error "-Wold-style-cast"
#pragma GCC diagnostic error "-Wextra-semi"
#pragma GCC diagnostic error "-Wdouble-promotion"
#pragma GCC diagnostic error "-Wformat=2"
#if !defined(__clang__)
#pragma GCC diagnostic error "-Wuseless-cast"
#endif

#include <ogive/catalogue.hpp>
#include <ogive/ogive.hpp>
#include <ogive/properties.hpp>
#include <ogive/testing.hpp>

#include <execution>
#include <iostream>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;
constexpr og::var<"label"> label;
constexpr og::param<"w"> w;
constexpr og::param<"b"> b;

template <class F>
void calls(std::vector<F>& u, std::vector<F>& v, std::vector<F>& row, F& sum) {
    auto const square = [](std::vector<F>& of) { return og::matrix(of.data(), 8, 8); };
    constexpr auto norm = og::layer_norm(x, w, b);
    og::evaluate(std::execution::par, og::swish(x, w) * og::sin(y) + og::pow(x, w), v, x = u, y = u, w = F(1));
    og::evaluate<og::fast, og::pack<2>>(og::mish(x) + og::gelu(x) + og::softplus(y) + og::power(x, 3_c), v, x = u,
                                        y = u);
    og::backward(norm, square(u), x = square(u), w = row, b = row, og::grad(x) = square(v), og::grad(w) = row,
                 og::grad(b) += row);
    og::backward(og::tanh(w * x), u, og::value(og::tanh(w * x)) = v, x = u, w = F(1), og::grad(x) = u,
                 og::grad(w) = sum);
    og::fuse(og::store(og::sum(x * x), sum), og::accumulate(og::col_sum(x), row), x = square(u));
    og::evaluate(og::cross_entropy(x, label), row, x = square(u), label = og::per_row(row));
    og::evaluate(og::swiglu(x, y), og::matrix(v.data(), 8, 4), x = square(u).interleaved(0, 2),
                 y = square(u).interleaved(1, 2));
}
template void calls(std::vector<float>&, std::vector<float>&, std::vector<float>&, float&);
template void calls(std::vector<double>&, std::vector<double>&, std::vector<double>&, double&);

void look() {
    std::cout << og::to_text(og::derivative(og::gelu(x), x)) << og::to_latex(og::mish(x)) << og::to_dot(og::silu(x))
              << og::to_c<"f">(og::mish(x)) << og::explain<og::fast>(og::softmax(x), og::grad(x)).json()
              << og::saved(og::tanh(x)) << og::properties(og::gelu) << og::parameters(og::swish(x, w)) << og::gelu(0.3f)
              << og::swish(x, w)(x = 1.0, w = 1.0f);
}
bool check() { return bool(og::testing::check(og::gelu)); }
