#pragma once
// Errors in units in the last place, over a sweep of all floats and over random doubles, numbers and
// batches alike.

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include <ogive/math/math.hpp>
#include <ogive/simd/batch.hpp>

namespace accuracy {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// The distance of y from the exact value in ULPs of it; infinite where y is wrong in kind.
template <class T>
double ulps(T y, long double exact, T = 0) {
    constexpr double wrong = std::numeric_limits<double>::infinity();
    if (std::isnan(exact)) return std::isnan(y) ? 0 : wrong;
    if (std::isnan(y)) return wrong;
    const long double largest = std::numeric_limits<T>::max();
    const bool        beyond  = std::fabs(exact) > largest;
    if (std::isinf(y)) return beyond && (y > 0) == (exact > 0) ? 0 : wrong;
    if (std::isinf(exact)) return wrong;
    if (y == 0 && exact == 0) return std::signbit(y) == std::signbit(exact) ? 0 : wrong;
    int exponent = 0;
    std::frexp(exact, &exponent);
    exponent = std::max(exponent, std::numeric_limits<T>::min_exponent) - std::numeric_limits<T>::digits;
    return static_cast<double>(std::fabs(y - exact) / std::ldexp(1.0L, exponent));
}

/// Without a fused multiply-add four and a half ULPs are allowed: silu' and the like miss four there, as
/// docs/accuracy.md says; of what errs by more with one, two fifths more, as docstrings say.
template <class T>
double allowed(double bound) {
    return ogive::math::vocabulary<xsimd::batch<T>>::exact_fma ? bound : bound > 4.5 ? 1.4 * bound : 4.5;
}

/// The distance in units of 2^-21 max(1, |exact|); infinite where y is wrong in kind.
template <class T>
double fast_units(T y, long double exact, T = 0) {
    const double error = ulps(y, exact);
    if (!std::isfinite(exact) || std::fabs(exact) > std::numeric_limits<T>::max() || !std::isfinite(y)) return error;
    return static_cast<double>(std::ldexp(std::fabs(y - exact) / std::fmax(1.0L, std::fabs(exact)), 21));
}

/// The worst error of f among these inputs, computed as numbers and as batches.
template <class T, class Function, class Reference, class Measure = double (*)(T, long double, T)>
double worst(const std::vector<T>& inputs, Function f, Reference reference, Measure measure = ulps<T>) {
    using batch                = xsimd::batch<T>;
    constexpr std::size_t size = batch::size;
    double                most = 0;
    for (std::size_t i = 0; i < inputs.size(); i += size) {
        T in[size], out[size];
        for (std::size_t k = 0; k < size; ++k) in[k] = inputs[std::min(i + k, inputs.size() - 1)];
        f(batch::load_unaligned(in)).store_unaligned(out);
        for (std::size_t k = 0; k < size; ++k) {
            const long double exact = reference(static_cast<long double>(in[k]));
            const double      error = std::max(measure(out[k], exact, in[k]), measure(f(in[k]), exact, in[k]));
            if (!(error <= most)) {
                most = error;
                UNSCOPED_INFO("at " << in[k] << " error " << error);
            }
        }
    }
    return most;
}

/// Every 16001st float within the limit.
inline std::vector<float> floats(double limit) {
    std::vector<float> all;
    for (std::uint64_t bits = 0; bits < (std::uint64_t(1) << 32); bits += 16001) {
        const auto x = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        if (!std::isnan(x) && std::fabs(x) <= limit) all.push_back(x);
    }
    return all;
}

/// Random doubles within the limit: of any exponent, and dense where functions bend and saturate.
inline std::vector<double> doubles(double limit) {
    std::vector<double>                    all;
    std::mt19937_64                        random(20);
    std::uniform_real_distribution<double> unit(-1, 1);
    for (int i = 0; i < 60000; ++i) {
        double x = unit(random);
        switch (i % 5) {
            case 0: x *= 2; break;
            case 1: x *= 40; break;
            case 2: x *= 750; break;
            case 3: x = std::ldexp(x, static_cast<int>(random() % 80) - 60); break;
            default: x = std::bit_cast<double>(random());
        }
        if (!std::isnan(x) && std::fabs(x) <= limit) all.push_back(x);
    }
    return all;
}

template <class Function, class Reference>
void check(Function f, Reference reference, double float_bound, double double_bound,
           double float_limit = std::numeric_limits<double>::infinity(),
           double double_limit = std::numeric_limits<double>::infinity()) {
    CHECK(worst(floats(float_limit), f, reference) <= allowed<float>(float_bound));
    CHECK(worst(doubles(double_limit), f, reference) <= allowed<double>(double_bound));
}

/// Steps through an interval.
template <class T>
std::vector<T> between(T low, T high, int steps = 100000) {
    std::vector<T> all;
    for (int i = 0; i <= steps; ++i) all.push_back(low + (high - low) * (static_cast<T>(i) / static_cast<T>(steps)));
    return all;
}

/// An interval around a root of a derivative.
struct around_root {
    double low;
    double high;
};

/// As check, and around a root within 2^-24 (2^-53) of term(x), the largest term that cancels there, instead.
template <class Function, class Reference, class Term>
void check_with_root(Function f, Reference reference, double float_bound, double double_bound, around_root interval,
                     Term term) {
    const auto in_type = [&]<class T>(std::vector<T> inputs, double bound) {
        const auto units_of_term = [&](T y, long double exact, T x) {
            const long double error = std::fabs(y - exact) / term(static_cast<long double>(x));
            return static_cast<double>(std::ldexp(error, std::numeric_limits<T>::digits));
        };
        const T low = static_cast<T>(interval.low), high = static_cast<T>(interval.high);
        std::erase_if(inputs, [&](T x) { return low < x && x < high; });
        CHECK(worst(inputs, f, reference) <= allowed<T>(bound));
        CHECK(worst(between(low, high), f, reference, units_of_term) <= allowed<T>(1));
    };
    in_type(floats(infinity), float_bound);
    in_type(doubles(infinity), double_bound);
}

/// Checks a function of fast accuracy: over the floats, and steps where functions bend, within 0.95 * 2^-21. Fewer steps
/// than elsewhere: ogive_accuracy looks at these functions too, in vectors.
template <class Function, class Reference>
void check_fast(Function f, Reference reference) {
    CHECK(worst(floats(infinity), f, reference, fast_units<float>) <= 0.95);
    CHECK(worst(between(-10.0f, 10.0f, 25000), f, reference, fast_units<float>) <= 0.95);
}

/// Whether f(x) is y to the bit (any NaN for NaN), as a number and in every lane, float and double.
template <class Function>
bool gives(Function f, double x, double y) {
    const auto same = [](auto a, auto b) {
        return std::isnan(b) ? std::isnan(a) : a == b && std::signbit(a) == std::signbit(b);
    };
    const auto in_type = [&]<class T>(T argument, T expected) {
        using batch = xsimd::batch<T>;
        T out[batch::size];
        f(batch(argument)).store_unaligned(out);
        bool good = same(f(argument), expected);
        for (const T lane : out) good = good && same(lane, expected);
        return good;
    };
    return in_type(static_cast<float>(x), static_cast<float>(y)) && in_type(x, y);
}

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
/// Denormal as a float and, in the second form, as a double.
inline constexpr double tiny_float  = 1.0009e-40f;
inline constexpr double tiny_double = 3.7e-310;

}  // namespace accuracy
