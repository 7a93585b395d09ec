#pragma once
// What activations are, in double by libm alone: nothing here is Ogive's. One that is not here is
// measured against its own formula in many digits, at fewer points and with a wider bound.

#include "many.hpp"
#include "reference.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>

// A loop that calls these is compiled to calls of glibc's libmvec, which errs by up to 4 ULP; without it, of libm.
#if defined(__GNUC__) && !defined(__clang__) && defined(__GLIBC__)
#if __GLIBC_PREREQ(2, 35)
extern "C" {
#define OGIVE_IN_LIBMVEC __attribute__((simd("notinbranch")))
OGIVE_IN_LIBMVEC double exp(double) noexcept;
OGIVE_IN_LIBMVEC double expm1(double) noexcept;
OGIVE_IN_LIBMVEC double log1p(double) noexcept;
OGIVE_IN_LIBMVEC double tanh(double) noexcept;
OGIVE_IN_LIBMVEC double erf(double) noexcept;
OGIVE_IN_LIBMVEC double erfc(double) noexcept;
OGIVE_IN_LIBMVEC double sin(double) noexcept;
OGIVE_IN_LIBMVEC double cos(double) noexcept;
OGIVE_IN_LIBMVEC double hypot(double, double) noexcept;
#undef OGIVE_IN_LIBMVEC
}
#endif
#endif

namespace references {

namespace {

/// f(x) and f'(x).
struct exact {
    double value, slope;
};

inline double larger(double a, double b) { return a > b ? a : b; }
inline double smaller(double a, double b) { return a < b ? a : b; }

// What lies beyond the range of double, libmvec leaves to libm, which takes its time.
inline double exp(double x) {
    double const e = std::exp(larger(smaller(x, 700), -700));
    return x < -745 ? 0 : x > 709.5 ? std::numeric_limits<double>::infinity() : e;
}
inline double expm1(double x) { return std::expm1(larger(smaller(x, 700), -700)); }

/// e^-745 is 0 already: no argument need be larger, and no infinity meets a 0.
inline double held(double x) { return larger(smaller(x, 800.0), -800.0); }

inline double sigmoid_value(double x) {
    double const e = exp(-std::fabs(x));
    return (x < 0 ? e : 1) / (1 + e);
}

inline exact sigmoid(double x) {
    double const e = exp(-std::fabs(x));
    return {(x < 0 ? e : 1) / (1 + e), e / ((1 + e) * (1 + e))};
}
inline exact tanh(double x) {
    double const e = exp(-2 * std::fabs(x));
    return {std::tanh(x), 4 * e / ((1 + e) * (1 + e))};
}
inline exact relu(double x) { return x > 0 ? exact{x, 1} : exact{0, 0}; }
inline exact leaky_relu(double x) { return x > 0 ? exact{x, 1} : exact{0.01 * x, 0.01}; }
inline exact elu(double x) { return x > 0 ? exact{x, 1} : exact{expm1(x), exp(x)}; }
inline exact selu(double x) {
    constexpr double scale = 1.0507009873554804934193349852946, alpha = 1.6732632423543772848170429916717;
    return x > 0 ? exact{scale * x, scale} : exact{scale * alpha * expm1(x), scale * alpha * exp(x)};
}
inline exact silu(double x) {
    double const e = exp(-std::fabs(x)), b = held(x), square = (1 + e) * (1 + e);
    if (x < 0) return {b * (e / (1 + e)), e * (1 + e + b) / square};
    return {x / (1 + e), (1 + e + b * e) / square};
}
inline exact gelu(double x) {
    constexpr double root_half = 0.70710678118654752440, peak = 0.39894228040143267794;
    if (x < -30) return {-0.0, -0.0};
    double const weight = std::erfc(-x * root_half) / 2;
    return {x * weight, x > 30 ? 1 : weight + x * (peak * exp(-x * x / 2))};
}
inline exact residual(double x) { return {x + gelu(x).value, 1 + gelu(x).slope}; }
inline exact gelu_tanh(double x) {
    constexpr double root_8_by_pi = 1.59576912160573071176, c = 0.044715;
    double const b = larger(smaller(x, 40.0), -40.0), cube = c * b * b * b;
    double const argument = root_8_by_pi * (b + cube), weight = sigmoid_value(argument);
    double const slope = weight * (1 + root_8_by_pi * (b + 3 * cube) * sigmoid_value(-argument));
    return {(x < 0 ? b : x) * weight, slope};
}
inline exact softplus(double x) { return {larger(x, 0.0) + std::log1p(exp(-std::fabs(x))), sigmoid_value(x)}; }

inline exact mish(double x) {
    double const b = held(x), e = exp(smaller(b, 40.0)), w = e * (e + 2), t = w / (w + 2);
    if (x > 40) return {x, 1};
    if (x < -745) return {-0.0, -0.0};
    // 1 - t^2 = 4 (w + 1)/(w + 2)^2
    return {b * t, t + b * (4 * (w + 1) / ((w + 2) * (w + 2))) * (e / (1 + e))};
}
inline exact gelu_quick(double x) {
    constexpr double beta = static_cast<double>(1.702f);
    double const z = held(beta * x), s = sigmoid_value(z);
    return {(x < 0 ? z / beta : x) * s, s * (1 + z * sigmoid_value(-z))};
}
inline exact softsign(double x) {
    double const a = smaller(std::fabs(x), 1e100), r = 1 / (1 + a);
    return {std::copysign(a * r, x), r * r};
}
inline exact log_sigmoid(double x) { return {-(larger(-x, 0.0) + std::log1p(exp(-std::fabs(x)))), sigmoid_value(-x)}; }
inline exact hard_sigmoid(double x) {
    return x <= -3 ? exact{0, 0} : x >= 3 ? exact{1, 0} : exact{(x + 3) / 6, 1. / 6};
}
inline exact hard_tanh(double x) { return x <= -1 ? exact{-1, 0} : x >= 1 ? exact{1, 0} : exact{x, 1}; }
inline exact hard_swish(double x) {
    return x <= -3 ? exact{0, 0} : x >= 3 ? exact{x, 1} : exact{x * (x + 3) / 6, (2 * x + 3) / 6};
}
inline exact hard_shrink(double x) { return std::fabs(x) <= 0.5 ? exact{0, 0} : exact{x, 1}; }
inline exact soft_shrink(double x) { return std::fabs(x) <= 0.5 ? exact{0, 0} : exact{x - std::copysign(0.5, x), 1}; }
inline exact tanh_shrink(double x) {
    double const t = std::tanh(x), z = x * x;
    if (std::fabs(x) > 0.25) return {x - t, t * t};
    double sum = 0;  // of x tanh's continued fraction, from behind
    for (int k = 21; k >= 5; k -= 2) sum = z / (k + sum);
    return {x * (z / (3 + z + sum)), t * t};
}
inline exact relu6(double x) { return x <= 0 ? exact{0, 0} : x >= 6 ? exact{6, 0} : exact{x, 1}; }
inline exact rrelu(double x) { return x > 0 ? exact{x, 1} : exact{11. / 48 * x, 11. / 48}; }
inline exact squared_relu(double x) { return x <= 0 ? exact{0, 0} : exact{x * x, 2 * x}; }
inline exact star_relu(double x) {
    constexpr double scale = static_cast<double>(0.8944f), bias = static_cast<double>(-0.4472f);
    return x <= 0 ? exact{bias, 0} : exact{scale * x * x + bias, 2 * scale * x};
}
inline exact squareplus(double x) {
    double const root = std::hypot(x, 2.0), a = std::fabs(x), small = 2 / (root + a);
    return {x > 0 ? (root + x) / 2 : small, std::isinf(x) ? (x > 0 ? 1. : 0.)
                                            : x > 0       ? (1 + x / root) / 2
                                                          : small / root};
}
inline exact sparse_plus(double x) {
    return x <= -1 ? exact{0, 0} : x >= 1 ? exact{x, 1} : exact{(x + 1) * (x + 1) / 4, (x + 1) / 2};
}
inline exact sparse_sigmoid(double x) { return x <= -1 ? exact{0, 0} : x >= 1 ? exact{1, 0} : exact{(x + 1) / 2, 0.5}; }
inline exact bent_identity(double x) {
    double const b = larger(smaller(x, 1e100), -1e100), root = std::hypot(b, 1.0);
    return {x * (1 + b / (root + 1) / 2), 1 + b / root / 2};
}
inline exact snake(double x) {
    if (std::isinf(x)) return {x, 1};
    return {x + std::sin(x) * std::sin(x), 1 + std::sin(2 * x)};
}
inline exact tanhexp(double x) {
    if (x < -745) return {-0.0, -0.0};
    double const b = held(x), e = exp(smaller(b, 40.0)), f = exp(-2 * e), t = std::tanh(e);
    return {(x < 0 ? b : x) * t, x > 40 ? 1 : t + b * e * (4 * f / ((1 + f) * (1 + f)))};
}
inline exact serf(double x) {
    if (x > 40) return {x, 1};
    if (x < -745) return {-0.0, -0.0};
    double const b = held(x), p = std::log1p(exp(b)), t = std::erf(p);
    return {b * t, t + b * (1.12837916709551257390 * exp(-p * p)) * sigmoid_value(b)};
}
inline exact smelu(double x) { return sparse_plus(x); }
inline exact pau(double x) {
    constexpr double a0 = static_cast<double>(0.0375213606f), a1 = static_cast<double>(0.505f),
                     a2 = static_cast<double>(1.51197241f), a3 = static_cast<double>(1.71933450f),
                     a4 = static_cast<double>(0.759046695f), a5 = static_cast<double>(0.119714781f),
                     b2 = static_cast<double>(3.40462277f), b4 = static_cast<double>(0.237058974f);
    if (std::isinf(x)) return {x, a5 / b4};
    double const below = 1 + x * x * (b2 + b4 * x * x);
    double const f = (a0 + x * (a1 + x * (a2 + x * (a3 + x * (a4 + x * a5))))) / below;
    double const rise = a1 + x * (2 * a2 + x * (3 * a3 + x * (4 * a4 + x * 5 * a5)));
    double const fall = x * (2 * b2 + 4 * b4 * x * x);
    return {f, rise / below - f * (fall / below)};
}
inline exact xielu(double x) {
    constexpr double p = static_cast<double>(0.8f), eps = -1e-6;
    if (x > 0) return {p * x * x + 0.5 * x, 2 * p * x + 0.5};
    if (x > eps) return {p * (expm1(eps) - x) + 0.5 * x, 0.5 - p};
    return {p * expm1(x) + (0.5 - p) * x, p * expm1(x) + 0.5};
}
inline exact isru(double x) {
    if (std::isinf(x)) return {std::copysign(1, x), 0};
    double const root = std::hypot(x, 1.0);
    return {x / root, 1 / root / root / root};
}
inline exact isrlu(double x) { return x >= 0 ? exact{x, 1} : isru(x); }
inline exact gaussian(double x) {
    double const b = larger(smaller(x, 40.0), -40.0), e = exp(-b * b);
    return {e, -2 * b * e};
}
inline exact sinc(double x) {
    if (std::isinf(x)) return {0, std::copysign(0, x)};
    if (std::fabs(x) > 0.1) return {std::sin(x) / x, (std::cos(x) - std::sin(x) / x) / x};
    double const z = x * x;
    return {x == 0 ? 1 : std::sin(x) / x, -x / 3 * (1 - z / 10 * (1 - z / 28 * (1 - z / 54 * (1 - z / 88))))};
}
inline exact exponential(double x) { return {exp(x), exp(x)}; }
inline exact identity(double x) { return {x, 1}; }
inline exact step(double x) { return {x > 0 ? 1. : 0., 0}; }
inline exact softcap(double x) {
    exact const t = tanh(x / 30);
    return {30 * t.value, t.slope};
}

inline exact prelu(double x) { return x > 0 ? exact{x, 1} : exact{0.25 * x, 0.25}; }
inline exact maxout(double x) { return x >= other_input ? exact{x, 1} : exact{other_input, 0}; }
inline exact threshold(double x) { return x <= -1 ? exact{0, 0} : exact{x, 1}; }
inline exact clip(double x) { return x < -1 ? exact{-1, 0} : x > 1 ? exact{1, 0} : exact{x, 1}; }
/// A gate: of another value, f.
template <exact (*f)(double)>
exact times_value(double x) {
    exact const g = f(x);
    return {other_input * g.value, other_input * g.slope};
}
inline exact swiglu_clamped(double x) {
    exact const g = gelu_quick(smaller(x, 7.0));
    return {(other_input + 1) * g.value, x > 7 ? 0 : (other_input + 1) * g.slope};
}
inline exact binary_cross_entropy(double x) {
    double const size = std::fabs(x);
    return {std::log1p(exp(-size)) + size * (x > 0 ? 1 - other_input : other_input), sigmoid_value(x) - other_input};
}

/// The largest of the terms that make up f or f' at x; 0 where they do not cancel.
using largest_term = double (*)(double x, exact at);

inline double none(double, exact) { return 0; }
inline double half(double, exact) { return 0.5; }
inline double one(double, exact) { return 1; }
inline double half_of_argument(double x, exact) { return std::fabs(x) / 2; }
/// f(x) / x, for x < 0 where f' = f(x) / x + x (f(x) / x)' has its root.
inline double weight(double x, exact at) { return x < 0 ? at.value / x : 0; }
inline double target(double, exact) { return other_input; }
inline double star_relu_bias(double, exact) { return 0.4472; }
inline double over_argument(double x, exact) { return std::fabs(x) < 1 ? 0 : 1 / std::fabs(x); }

template <exact (*f)(double), largest_term of_value = none, largest_term of_slope = none>
OGIVE_MANY void each(points& p) {
    for (std::size_t i = 0; i < p.n; ++i) {
        exact const e = f(p.x[i]);
        p.value[i] = e.value, p.value_term[i] = cancelled(of_value(p.x[i], e), e.value);
        p.slope[i] = e.slope, p.slope_term[i] = cancelled(of_slope(p.x[i], e), e.slope);
    }
}

inline constexpr double everywhere = std::numeric_limits<double>::infinity();

inline constexpr reference all[] = {
    {"sigmoid", each<sigmoid>},
    {"tanh", each<tanh>},
    {"relu", each<relu>},
    {"leaky_relu", each<leaky_relu>},
    {"elu", each<elu>},
    {"selu", each<selu>},
    {"swish", each<silu>, -1.6, -1.1},
    {"silu", each<silu>, -1.6, -1.1},
    {"gelu", each<gelu>, -0.85, -0.65},
    {"gelu_tanh", each<gelu_tanh>, -0.85, -0.65},
    {"gelu_quick", each<gelu_quick>, -0.94, -0.65},
    {"celu", each<elu>},
    {"mish", each<mish>, -1.4, -1.0},
    {"softplus", each<softplus>},
    {"softsign", each<softsign>},
    {"log_sigmoid", each<log_sigmoid>},
    {"hard_sigmoid", each<hard_sigmoid>},
    {"hard_tanh", each<hard_tanh>},
    {"hard_swish", each<hard_swish, none, half>},
    {"hard_shrink", each<hard_shrink>},
    {"soft_shrink", each<soft_shrink>},
    {"tanh_shrink", each<tanh_shrink>},
    {"relu6", each<relu6>},
    {"rrelu", each<rrelu>},
    {"squared_relu", each<squared_relu>},
    {"star_relu", each<star_relu, star_relu_bias>},
    {"squareplus", each<squareplus>},
    {"sparse_plus", each<sparse_plus>},
    {"sparse_sigmoid", each<sparse_sigmoid>},
    {"bent_identity", each<bent_identity>},
    {"snake", each<snake, none, one>, 0, 0, longest_angle},
    {"tanhexp", each<tanhexp, none, weight>},
    {"serf", each<serf, none, weight>},
    {"smelu", each<smelu>},
    {"acon_c", each<silu>, -1.6, -1.1},
    {"pau", each<pau, half_of_argument, half>},
    {"xielu", each<xielu, half_of_argument, half>},
    {"isru", each<isru>},
    {"isrlu", each<isrlu>},
    {"gaussian", each<gaussian>},
    {"sinc", each<sinc, none, over_argument>, 0, 0, longest_angle},
    {"exponential", each<exponential>},
    {"identity", each<identity>},
    {"step", each<step>},
    {"softcap", each<softcap>},
    {"residual", each<residual>},
    {"prelu", each<prelu>},
    {"maxout", each<maxout>},
    {"threshold", each<threshold>},
    {"clip", each<clip>},
    {"glu", each<times_value<sigmoid>>},
    {"bilinear", each<times_value<identity>>},
    {"reglu", each<times_value<relu>>},
    {"geglu", each<times_value<gelu>>, -0.85, -0.65},
    {"swiglu", each<times_value<silu>>, -1.6, -1.1},
    {"geglu_tanh", each<times_value<gelu_tanh>>, -0.85, -0.65},
    {"geglu_quick", each<times_value<gelu_quick>>, -0.94, -0.65},
    {"seglu", each<times_value<selu>>, 0, 0, 3.2e38},
    {"swiglu_clamped", each<swiglu_clamped>, -0.94, -0.65},
    {"binary_cross_entropy", each<binary_cross_entropy, none, target>},
};

/// That of this name, or null.
constexpr reference const* find(std::string_view name) {
    for (reference const& r : all)
        if (r.name == name) return &r;
    return nullptr;
}

}  // namespace

}  // namespace references
