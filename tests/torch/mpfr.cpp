#include "mpfr.hpp"

#include "exact/real.hpp"

#include <map>

namespace oracle::mpfr {

namespace {

using exact::real;
using exact::sigmoid, exact::softplus, exact::erf_of, exact::erfc_of;
using arguments = real const*;

real relu(real const& x) { return x > 0 ? x : real(0); }
real held(real const& x, real const& low, real const& high) { return x < low ? low : x > high ? high : x; }
real gelu(real const& x) { return x * erfc_of(-x * exact::root_half<real>()) / 2; }
real gelu_tanh(real const& x) { return x * sigmoid(2 * sqrt(2 / exact::pi<real>()) * (x + real("0.044715") * x * x * x)); }
real gelu_quick(real const& x) { return x * sigmoid(real(1.702) * x); }
real elu(real const& x) { return x > 0 ? x : real(expm1(x)); }
real selu(real const& x) {
    real const alpha("1.6732632423543772848170429916717"), scale("1.0507009873554804934193349852946");
    return scale * (x > 0 ? x : real(alpha * expm1(x)));
}
real sparse_plus(real const& x) { return x <= -1 ? real(0) : x >= 1 ? x : real((x + 1) * (x + 1) / 4); }
real isru(real const& x, real const& alpha) { return x / sqrt(1 + alpha * x * x); }
real swish(real const& x, real const& beta) { return x * sigmoid(beta * x); }
real polynomial(arguments c, int n, real const& x) {
    real sum = 0;
    for (int k = n - 1; k >= 0; --k) sum = sum * x + c[k];
    return sum;
}

/// By the names of the catalogue, data arguments first, as their papers define them.
std::map<std::string_view, real (*)(arguments a)> const functions = {
    {"sigmoid", [](arguments a) { return sigmoid(a[0]); }},
    {"tanh", [](arguments a) { return real(tanh(a[0])); }},
    {"relu", [](arguments a) { return relu(a[0]); }},
    {"leaky_relu", [](arguments a) { return a[0] > 0 ? a[0] : real(a[0] / 100); }},
    {"prelu", [](arguments a) { return a[0] > 0 ? a[0] : real(a[1] * a[0]); }},
    {"elu", [](arguments a) { return elu(a[0]); }},
    {"selu", [](arguments a) { return selu(a[0]); }},
    {"maxout", [](arguments a) { return a[0] >= a[1] ? a[0] : a[1]; }},
    {"swish", [](arguments a) { return swish(a[0], a[1]); }},
    {"silu", [](arguments a) { return swish(a[0], 1); }},
    {"gelu", [](arguments a) { return gelu(a[0]); }},
    {"gelu_tanh", [](arguments a) { return gelu_tanh(a[0]); }},
    {"gelu_quick", [](arguments a) { return gelu_quick(a[0]); }},
    {"celu", [](arguments a) { return elu(a[0]); }},
    {"mish", [](arguments a) { return real(a[0] * tanh(softplus(a[0]))); }},
    {"softplus", [](arguments a) { return softplus(a[0]); }},
    {"softsign", [](arguments a) { return real(a[0] / (1 + abs(a[0]))); }},
    {"log_sigmoid", [](arguments a) { return real(-softplus(-a[0])); }},
    {"hard_sigmoid", [](arguments a) { return held(a[0] / 6 + 0.5, 0, 1); }},
    {"hard_tanh", [](arguments a) { return held(a[0], -1, 1); }},
    {"hard_swish", [](arguments a) { return real(a[0] * held(a[0] / 6 + 0.5, 0, 1)); }},
    {"hard_shrink", [](arguments a) { return abs(a[0]) <= 0.5 ? real(0) : a[0]; }},
    {"soft_shrink", [](arguments a) { return real(a[0] - held(a[0], -0.5, 0.5)); }},
    {"tanh_shrink", [](arguments a) { return real(a[0] - tanh(a[0])); }},
    {"threshold", [](arguments a) { return a[0] <= a[1] ? a[2] : a[0]; }},
    {"relu6", [](arguments a) { return held(a[0], 0, 6); }},
    {"rrelu", [](arguments a) { return a[0] > 0 ? a[0] : real(11 * a[0] / 48); }},
    {"squared_relu", [](arguments a) { return real(relu(a[0]) * relu(a[0])); }},
    {"star_relu", [](arguments a) { return real(a[1] * relu(a[0]) * relu(a[0]) + a[2]); }},
    {"squareplus", [](arguments a) { return real((a[0] + sqrt(a[0] * a[0] + 4)) / 2); }},
    {"sparse_plus", [](arguments a) { return sparse_plus(a[0]); }},
    {"sparse_sigmoid", [](arguments a) { return held((a[0] + 1) / 2, 0, 1); }},
    {"bent_identity", [](arguments a) { return real((sqrt(a[0] * a[0] + 1) - 1) / 2 + a[0]); }},
    {"snake", [](arguments a) { return real(a[0] + sin(a[1] * a[0]) * sin(a[1] * a[0]) / a[1]); }},
    {"tanhexp", [](arguments a) { return real(a[0] * tanh(exp(a[0]))); }},
    {"serf", [](arguments a) { return real(a[0] * erf_of(softplus(a[0]))); }},
    {"smelu", [](arguments a) { return sparse_plus(a[0]); }},
    {"acon_c",
     [](arguments a) {
         real const z = (a[1] - a[2]) * a[0];
         return real(z * sigmoid(a[3] * z) + a[2] * a[0]);
     }},
    {"pau",
     [](arguments a) {
         return real(polynomial(a + 1, 6, a[0]) / (1 + abs(a[0] * polynomial(a + 7, 4, a[0]))));
     }},
    {"xielu",
     [](arguments a) {
         real const x = a[0], eps("-1e-6");
         return x > 0 ? real(a[1] * x * x + x / 2) : real(a[2] * (expm1(x < eps ? x : eps) - x) + x / 2);
     }},
    {"isru", [](arguments a) { return isru(a[0], a[1]); }},
    {"isrlu", [](arguments a) { return a[0] >= 0 ? a[0] : isru(a[0], a[1]); }},
    {"gaussian", [](arguments a) { return real(exp(-a[0] * a[0])); }},
    {"sinc", [](arguments a) { return a[0] == 0 ? real(1) : real(sin(a[0]) / a[0]); }},
    {"exponential", [](arguments a) { return real(exp(a[0])); }},
    {"identity", [](arguments a) { return a[0]; }},
    {"step", [](arguments a) { return real(a[0] > 0 ? 1 : 0); }},
    {"clip",
     [](arguments a) {
         real const above = a[0] < a[1] ? a[1] : a[0];
         return above > a[2] ? a[2] : above;
     }},
    {"softcap", [](arguments a) { return real(30 * tanh(a[0] / 30)); }},
    {"glu", [](arguments a) { return real(a[1] * sigmoid(a[0])); }},
    {"bilinear", [](arguments a) { return real(a[1] * a[0]); }},
    {"reglu", [](arguments a) { return real(a[1] * relu(a[0])); }},
    {"geglu", [](arguments a) { return real(a[1] * gelu(a[0])); }},
    {"geglu_tanh", [](arguments a) { return real(a[1] * gelu_tanh(a[0])); }},
    {"geglu_quick", [](arguments a) { return real(a[1] * gelu_quick(a[0])); }},
    {"swiglu", [](arguments a) { return real(a[1] * swish(a[0], a[2])); }},
    {"seglu", [](arguments a) { return real(a[1] * selu(a[0])); }},
    {"swiglu_clamped",
     [](arguments a) {
         real const m = a[0] < 7 ? a[0] : real(7);
         return real((held(a[1], -7, 7) + 1) * gelu_quick(m));
     }},
    {"binary_cross_entropy",
     [](arguments a) { return real(a[1] * softplus(-a[0]) + (1 - a[1]) * softplus(a[0])); }},
};

struct function_at {
    real (*f)(arguments);
    std::vector<real> a;
    int data;

    function_at(std::string_view name, point const& at)
        : f(functions.at(name)), a(at.arguments, at.arguments + at.data + at.learned), data(at.data) {}

    /// The derivative of g, a function of no argument that looks at a, by a[k], with steps of h max(1, |a[k]|).
    template <class G>
    real by(std::size_t k, G const& g, real const& h) {
        real const here = a[k], step = h * (abs(here) < 1 ? real(1) : real(abs(here)));
        a[k] = here + step;
        real const above = g();
        a[k] = here - step;
        real const below = g();
        a[k] = here;
        return (above - below) / (2 * step);
    }
    /// The sum over the data of v times the derivative.
    real along(double const* v) {
        real sum = 0;
        auto const here = [this] { return f(a.data()); };
        for (std::size_t j = 0; j < static_cast<std::size_t>(data); ++j) sum += v[j] * by(j, here, real("1e-100"));
        return sum;
    }
};

}  // namespace

bool has(std::string_view name) { return functions.contains(name); }

double value(std::string_view name, point const& at) {
    function_at const g(name, at);
    return static_cast<double>(g.f(g.a.data()));
}

void gradients(std::string_view name, point const& at, double dy, double* to) {
    function_at g(name, at);
    real const h("1e-100");
    for (std::size_t k = 0; k < g.a.size(); ++k)
        to[k] = static_cast<double>(dy * g.by(
                                             k, [&] { return g.f(g.a.data()); }, h));
}

void second(std::string_view name, point const& at, double dy, double const* v, double* to) {
    function_at g(name, at);
    real const h("1e-100");
    for (std::size_t k = 0; k < g.a.size(); ++k)
        to[k] = static_cast<double>(dy * g.by(
                                             k, [&] { return g.along(v); }, h));
    to[g.a.size()] = static_cast<double>(g.along(v));
}

}  // namespace oracle::mpfr
