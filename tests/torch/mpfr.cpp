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
real elu(real const& x, real const& alpha, real const& width = 1) { return x > 0 ? x : real(alpha * expm1(x / width)); }
real selu(real const& x) {
    real const alpha("1.6732632423543772848170429916717"), scale("1.0507009873554804934193349852946");
    return scale * (x > 0 ? x : real(alpha * expm1(x)));
}
real smelu(real const& x, real const& beta) {
    return x <= -beta ? real(0) : x >= beta ? x : real((x + beta) * (x + beta) / (4 * beta));
}
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
    {"leaky_relu", [](arguments a) { return a[0] > 0 ? a[0] : real(a[1] * a[0]); }},
    {"prelu", [](arguments a) { return a[0] > 0 ? a[0] : real(a[1] * a[0]); }},
    {"elu", [](arguments a) { return elu(a[0], a[1]); }},
    {"selu", [](arguments a) { return selu(a[0]); }},
    {"maxout", [](arguments a) { return a[0] >= a[1] ? a[0] : a[1]; }},
    {"swish", [](arguments a) { return swish(a[0], a[1]); }},
    {"silu", [](arguments a) { return swish(a[0], 1); }},
    {"gelu", [](arguments a) { return gelu(a[0]); }},
    {"gelu_tanh", [](arguments a) { return gelu_tanh(a[0]); }},
    {"gelu_quick", [](arguments a) { return gelu_quick(a[0]); }},
    {"celu", [](arguments a) { return elu(a[0], a[1], a[1]); }},
    {"mish", [](arguments a) { return real(a[0] * tanh(softplus(a[0]))); }},
    {"softplus", [](arguments a) { return real(softplus(a[1] * a[0]) / a[1]); }},
    {"softsign", [](arguments a) { return real(a[0] / (1 + abs(a[0]))); }},
    {"log_sigmoid", [](arguments a) { return real(-softplus(-a[0])); }},
    {"hard_sigmoid", [](arguments a) { return held(a[1] * a[0] + a[2], 0, 1); }},
    {"hard_tanh", [](arguments a) { return held(a[0], a[1], a[2]); }},
    {"hard_swish", [](arguments a) { return real(a[0] * held(a[0] / 6 + 0.5, 0, 1)); }},
    {"hard_shrink", [](arguments a) { return abs(a[0]) <= a[1] ? real(0) : a[0]; }},
    {"soft_shrink", [](arguments a) { return real(a[0] - held(a[0], -a[1], a[1])); }},
    {"tanh_shrink", [](arguments a) { return real(a[0] - tanh(a[0])); }},
    {"threshold", [](arguments a) { return a[0] <= a[1] ? a[2] : a[0]; }},
    {"relu6", [](arguments a) { return held(a[0], 0, 6); }},
    {"rrelu", [](arguments a) { return a[0] > 0 ? a[0] : real(a[1] * a[0]); }},
    {"squared_relu", [](arguments a) { return real(relu(a[0]) * relu(a[0])); }},
    {"star_relu", [](arguments a) { return real(a[1] * relu(a[0]) * relu(a[0]) + a[2]); }},
    {"squareplus", [](arguments a) { return real((a[0] + sqrt(a[0] * a[0] + a[1])) / 2); }},
    {"sparse_plus", [](arguments a) { return smelu(a[0], 1); }},
    {"sparse_sigmoid", [](arguments a) { return held((a[0] + 1) / 2, 0, 1); }},
    {"bent_identity", [](arguments a) { return real((sqrt(a[0] * a[0] + 1) - 1) / 2 + a[0]); }},
    {"snake", [](arguments a) { return real(a[0] + sin(a[1] * a[0]) * sin(a[1] * a[0]) / a[1]); }},
    {"tanhexp", [](arguments a) { return real(a[0] * tanh(exp(a[0]))); }},
    {"serf", [](arguments a) { return real(a[0] * erf_of(softplus(a[0]))); }},
    {"smelu", [](arguments a) { return smelu(a[0], a[1]); }},
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
         real const x = a[0], eps = a[4];
         return x > 0 ? real(a[1] * x * x + a[3] * x) : real(a[2] * (expm1(x < eps ? x : eps) - x) + a[3] * x);
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
    {"softcap", [](arguments a) { return real(a[1] * tanh(a[0] / a[1])); }},
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
         real const m = a[0] < a[3] ? a[0] : a[3];
         return real((held(a[1], -a[3], a[3]) + 1) * swish(m, a[2]));
     }},
    {"binary_cross_entropy",
     [](arguments a) { return real(a[1] * softplus(-a[0]) + (1 - a[1]) * softplus(a[0])); }},
};

real const step("1e-100");

struct function_at {
    real (*f)(arguments);
    std::vector<real> a;
    std::size_t moving;

    function_at(std::string_view name, point const& at)
        : f(functions.at(name)), a(at.arguments, at.arguments + at.count), moving(at.moving) {}

    real value() { return f(a.data()); }
    /// The derivative of g, a function of no argument that looks at a, by a[k].
    template <class G>
    real by(std::size_t k, G const& g) {
        real const here = a[k], h = step * (abs(here) < 1 ? real(1) : real(abs(here)));
        a[k] = here + h;
        real const above = g();
        a[k] = here - h;
        real const below = g();
        a[k] = here;
        return (above - below) / (2 * h);
    }
    /// The sum over the arguments of v times the derivative.
    real along(double const* v) {
        real sum = 0;
        for (std::size_t k = 0; k < moving; ++k)
            if (v[k] != 0) sum += v[k] * by(k, [this] { return value(); });
        return sum;
    }
};

}  // namespace

bool has(std::string_view name) { return functions.contains(name); }

double value(std::string_view name, point const& at) { return static_cast<double>(function_at(name, at).value()); }

void gradients(std::string_view name, point const& at, double dy, double* to) {
    function_at g(name, at);
    for (std::size_t k = 0; k < g.moving; ++k) to[k] = static_cast<double>(dy * g.by(k, [&] { return g.value(); }));
}

void second(std::string_view name, point const& at, double dy, double const* v, double* to) {
    function_at g(name, at);
    for (std::size_t k = 0; k < g.moving; ++k) to[k] = static_cast<double>(dy * g.by(k, [&] { return g.along(v); }));
    to[g.moving] = static_cast<double>(g.along(v));
}

}  // namespace oracle::mpfr
