#pragma once
// The sigmoid family in long double, without cancellation and without overflow.

#include <cmath>

namespace reference {

inline long double held(long double x) { return std::fmax(std::fmin(x, 11000.0L), -11000.0L); }

inline long double sigmoid(long double x) {
    const long double e = std::exp(-std::fabs(x));
    return (x < 0 ? e : 1) / (1 + e);
}
inline long double sigmoid_derivative(long double x) { return sigmoid(x) * sigmoid(-x); }

inline long double silu(long double x) { return (x < 0 ? held(x) : x) * sigmoid(x); }
inline long double silu_derivative(long double x) {
    const long double e = std::exp(-std::fabs(x));
    return (x < 0 ? e * (1 + e + held(x)) : 1 + e + held(x) * e) / ((1 + e) * (1 + e));
}

inline long double sech2(long double x) { return 4 * sigmoid_derivative(2 * x); }
inline long double softplus(long double x) { return std::fmax(x, 0.0L) + std::log1p(std::exp(-std::fabs(x))); }
inline long double log_sigmoid(long double x) { return -softplus(-x); }

inline long double tanh_of_softplus(long double x) {
    const long double e = std::exp(std::fmin(held(x), 100.0L)), w = e * (e + 2);
    return w / (w + 2);
}
inline long double mish(long double x) { return (x < 0 ? held(x) : x) * tanh_of_softplus(x); }
inline long double mish_derivative(long double x) {
    const long double bounded = std::fmin(held(x), 100.0L), e = std::exp(bounded), d = e * (e + 2) + 2;
    return e * (4 * bounded * (1 + e) + (e + 2) * d) / (d * d);
}

inline long double tanh_of_exp(long double x) { return std::tanh(std::exp(held(x))); }
inline long double tanhexp(long double x) { return (x < 0 ? held(x) : x) * tanh_of_exp(x); }
inline long double tanhexp_derivative(long double x) {
    const long double e = std::exp(std::fmin(held(x), 10.0L));
    return std::tanh(e) + std::fmin(held(x), 10.0L) * e * sech2(e);
}

inline long double erf_of_softplus(long double x) { return std::erf(softplus(held(x))); }
inline long double serf(long double x) { return (x < 0 ? held(x) : x) * erf_of_softplus(x); }
inline long double serf_derivative(long double x) {
    const long double p = softplus(held(x)), slope = 1.12837916709551257389615890312154517L;
    return std::erf(p) + std::fmin(held(x), 100.0L) * slope * std::exp(-p * p) * sigmoid(x);
}

inline long double elu(long double x) { return x > 0 ? x : std::expm1(x); }

}  // namespace reference
