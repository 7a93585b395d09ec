#pragma once
// Values of activations, as numbers and as batches, against references in long double.

#include "math/accuracy.hpp"

#include <ogive/ogive.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace values {

/// Evenly from low to high, and every power of two that lies between.
template <class F>
std::vector<F> grid(double low, double high) {
    constexpr int points = 20000;
    std::vector<F> all;
    for (int i = 0; i <= points; ++i) all.push_back(static_cast<F>(low + (high - low) * i / points));
    for (int exponent = std::numeric_limits<F>::min_exponent; exponent < 10; ++exponent)
        for (double const sign : {-1.0, 1.0}) {
            double const x = sign * std::ldexp(1.37, exponent);
            if (x > low && x < high) all.push_back(static_cast<F>(x));
        }
    return all;
}

/// One unit in the last place of this value as an F.
template <class F>
double ulp_of(long double exact) {
    int exponent = 0;
    std::frexp(exact, &exponent);
    return std::ldexp(
        1.0, std::max(exponent, std::numeric_limits<F>::min_exponent) - std::numeric_limits<F>::digits);
}

/// At most 4 ULP.
struct four_ulps {
    template <class F>
    double operator()(F, long double) const {
        return 4;
    }
};
/// Where the argument of the exponential is itself rounded, as many ULPs more as it is long.
template <class Argument>
struct rounded_argument {
    Argument argument;
    template <class F>
    double operator()(F x, long double) const {
        return 4 + 3 * std::fabs(argument(static_cast<double>(x)));
    }
};
template <class Argument>
rounded_argument(Argument) -> rounded_argument<Argument>;

/// The largest error of f from low to high, as a part of what `allowed` says; at most 1 is good.
template <class F, class Function, class Reference, class Allowed = four_ulps>
double error(Function f, Reference reference, double low, double high, Allowed allowed = {}) {
    using batch = ogive::simd::batch<F, ogive::simd::default_arch>;
    constexpr std::size_t size = ogive::simd::lanes<batch>;
    std::vector<F> const inputs = grid<F>(low, high);
    double most = 0;
    for (std::size_t i = 0; i < inputs.size(); i += size) {
        F in[size], out[size];
        for (std::size_t k = 0; k < size; ++k) in[k] = inputs[std::min(i + k, inputs.size() - 1)];
        ogive::simd::store(out, f(ogive::simd::load<batch>(in)));
        for (std::size_t k = 0; k < size; ++k) {
            long double const exact = reference(static_cast<long double>(in[k]));
            double const part = std::max(accuracy::ulps(out[k], exact), accuracy::ulps(f(in[k]), exact)) /
                                accuracy::allowed<F>(allowed(in[k], exact));
            if (!(part <= most)) {
                most = part;
                UNSCOPED_INFO("at " << in[k] << " " << f(in[k]) << " and " << out[k] << ", not " << exact);
            }
        }
    }
    return most;
}

inline long double sigmoid(long double x) {
    return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
}
inline long double normal_cdf(long double x) { return std::erfc(-x / std::sqrt(2.0L)) / 2; }

}  // namespace values
