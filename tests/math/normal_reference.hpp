#pragma once
// The normal distribution and the functions made of it in long double.

#include <cmath>
#include <utility>

#include "reference.hpp"

namespace reference {

inline constexpr long double root_half      = 0.70710678118654752440084436210484903928L;
inline constexpr long double root_half_rest = 1.895032558893257079655e-20L;
inline constexpr long double peak           = 0.39894228040143267793994605993438186848L;
inline constexpr long double root_pi        = 1.77245385090551602729816748334114518280L;

// exp(-x^2/2), the square of a long double with 53 digits taken exactly.
inline long double bell(long double x) {
    const long double head = static_cast<float>(x), tail = x - head;
    if (!(std::fabs(x) < 200)) return std::exp(-x * x / 2);
    return std::exp(-head * head / 2) * std::exp(-tail * (head + tail / 2));
}

// erfc(-x / sqrt 2) / 2, with what x / sqrt 2 rounds off brought in by the first derivative.
inline long double normal_cdf(long double x) {
    const long double argument = -x * root_half;
    if (!(std::fabs(x) < 200)) return std::erfc(argument) / 2;
    const long double missing = std::fma(-x, root_half, -argument) - x * root_half_rest;
    return std::erfc(argument) / 2 - std::exp(-argument * argument) * missing / root_pi;
}

inline long double normal_pdf(long double x) { return peak * bell(x); }

inline long double gelu(long double x) { return x * normal_cdf(x); }

/// x normal_pdf(x), or 0 where that is 0.
inline long double slope_of_bell(long double x) { return std::fabs(x) < 200 ? x * normal_pdf(x) : 0; }

inline long double gelu_derivative(long double x) {
    return x < -140 ? -0.0L : normal_cdf(x) + slope_of_bell(x);
}

inline constexpr long double root_8_by_pi      = 1.59576912160573071175978423973752747L;
inline constexpr long double root_8_by_pi_rest = 5.351177755720478292e-20L;

/// The sum of two parts and what it rounds off.
inline std::pair<long double, long double> sum(long double a, long double b) {
    const long double s = a + b, part = s - a;
    return {s, (a - (s - part)) + (b - part)};
}

/// sqrt(8/pi) (x + Cubic 0.044715 x^3) in two parts: with 1, what gelu_tanh takes the sigmoid of.
template <int Cubic = 1>
std::pair<long double, long double> gelu_tanh_argument(long double x) {
    const long double k = Cubic * 0.044715L, square = x * x, cubic = k * square, line = x * root_8_by_pi;
    const auto [factor, lost]   = sum(1, cubic);
    const long double rest      = lost + std::fma(k, square, -cubic) + k * std::fma(x, x, -square);
    const long double line_rest = std::fma(x, root_8_by_pi, -line) + x * root_8_by_pi_rest;
    const long double high      = line * factor;
    return {high, std::fma(line, factor, -high) + line * rest + line_rest * factor};
}

/// The sigmoid of that, or of minus that.
inline long double gelu_tanh_weight(long double x, int sign = 1) {
    const auto [high, low] = gelu_tanh_argument(x);
    return sigmoid(sign * high) * (1 + sign * low * sigmoid(-sign * high));
}

inline long double gelu_tanh(long double x) {
    return std::fabs(x) > 1000 ? std::fmax(x, -0.0L) : x * gelu_tanh_weight(x);
}

inline long double gelu_tanh_derivative(long double x) {
    if (std::fabs(x) > 1000) return x > 0 ? 1.0L : -0.0L;
    const auto [high, low] = gelu_tanh_argument<3>(x);
    const long double other = gelu_tanh_weight(x, -1);
    return gelu_tanh_weight(x) * ((1 + high * other) + low * other);
}

}  // namespace reference
