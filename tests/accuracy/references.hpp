#pragma once
// What the activations of one argument are, in double by libm alone: nothing here is Ogive's.

#include <cmath>
#include <string_view>

namespace references {

/// f(x) and f'(x).
struct exact {
    double value, slope;
};

struct reference {
    std::string_view name;
    exact (*at)(double x);
    double low = 0, high = 0;  ///< around a root of f' other than 0
};

/// e^-745 is 0 already: no argument need be larger, and no infinity meets a 0.
inline double held(double x) { return std::fmax(std::fmin(x, 800.0), -800.0); }

inline double sigmoid_value(double x) {
    double const e = std::exp(-std::fabs(x));
    return (x < 0 ? e : 1) / (1 + e);
}

inline exact sigmoid(double x) {
    double const e = std::exp(-std::fabs(x));
    return {(x < 0 ? e : 1) / (1 + e), e / ((1 + e) * (1 + e))};
}
inline exact tanh(double x) {
    double const e = std::exp(-2 * std::fabs(x));
    return {std::tanh(x), 4 * e / ((1 + e) * (1 + e))};
}
inline exact relu(double x) { return x > 0 ? exact{x, 1} : exact{0, 0}; }
inline exact leaky_relu(double x) { return x > 0 ? exact{x, 1} : exact{0.01 * x, 0.01}; }
inline exact elu(double x) { return x > 0 ? exact{x, 1} : exact{std::expm1(x), std::exp(x)}; }
inline exact selu(double x) {
    constexpr double scale = 1.0507009873554804934193349852946, alpha = 1.6732632423543772848170429916717;
    return x > 0 ? exact{scale * x, scale} : exact{scale * alpha * std::expm1(x), scale * alpha * std::exp(x)};
}
inline exact silu(double x) {
    double const e = std::exp(-std::fabs(x)), b = held(x), square = (1 + e) * (1 + e);
    if (x < 0) return {b * (e / (1 + e)), e * (1 + e + b) / square};
    return {x / (1 + e), (1 + e + b * e) / square};
}
inline exact gelu(double x) {
    constexpr double root_half = 0.70710678118654752440, peak = 0.39894228040143267794;
    if (x < -30) return {-0.0, -0.0};
    double const weight = std::erfc(-x * root_half) / 2;
    return {x * weight, x > 30 ? 1 : weight + x * (peak * std::exp(-x * x / 2))};
}
inline exact gelu_tanh(double x) {
    constexpr double root_8_by_pi = 1.59576912160573071176, c = 0.044715;
    double const b = std::fmax(std::fmin(x, 40.0), -40.0), cube = c * b * b * b;
    double const argument = root_8_by_pi * (b + cube), weight = sigmoid_value(argument);
    double const slope = weight * (1 + root_8_by_pi * (b + 3 * cube) * sigmoid_value(-argument));
    return {(x < 0 ? b : x) * weight, slope};
}
inline exact softplus(double x) {
    return {std::fmax(x, 0.0) + std::log1p(std::exp(-std::fabs(x))), sigmoid_value(x)};
}

inline constexpr reference all[] = {
    {"sigmoid", sigmoid}, {"tanh", tanh}, {"relu", relu}, {"leaky_relu", leaky_relu}, {"elu", elu}, {"selu", selu},
    {"swish", silu, -1.6, -1.1}, {"silu", silu, -1.6, -1.1}, {"gelu", gelu, -0.85, -0.65},
    {"gelu_tanh", gelu_tanh, -0.85, -0.65}, {"softplus", softplus},
};

/// That of this name, or null.
inline reference const* find(std::string_view name) {
    for (reference const& r : all)
        if (r.name == name) return &r;
    return nullptr;
}

}  // namespace references
