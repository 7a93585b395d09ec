#pragma once
// How far a value is from the exact one, and a slope from values alone.

#include <algorithm>
#include <cmath>
#include <limits>

namespace ogive::testing {

/// The distance of y from `exact` in units in the last place of `exact`; infinite where y is wrong in
/// kind: NaN, an infinity or a zero of the other sign.
template <class F>
double ulps(F y, long double exact) {
    constexpr double wrong = std::numeric_limits<double>::infinity();
    if (std::isnan(exact)) return std::isnan(y) ? 0 : wrong;
    if (std::isnan(y)) return wrong;
    bool const beyond = std::fabs(exact) > static_cast<long double>(std::numeric_limits<F>::max());
    if (std::isinf(y)) return beyond && (y > 0) == (exact > 0) ? 0 : wrong;
    if (std::isinf(exact)) return wrong;
    if (y == 0 && exact == 0) return std::signbit(y) == std::signbit(exact) ? 0 : wrong;
    int exponent = 0;
    std::frexp(exact, &exponent);
    exponent = std::max(exponent, std::numeric_limits<F>::min_exponent) - std::numeric_limits<F>::digits;
    return static_cast<double>(std::fabs(static_cast<long double>(y) - exact) / std::ldexp(1.0L, exponent));
}

/// A derivative by central differences with steps h, h / 2 and h / 4, extrapolated to h = 0: exact to
/// about h^6. `error` is far above its error, and large where a kink is nearer than h or at x itself.
struct difference_quotient {
    double value = 0, error = 0;
};
template <class G>
difference_quotient quotient(G const& g, double x, double h = 0x1p-6) {
    auto const central = [&](double step) { return (g(x + step) - g(x - step)) / ((x + step) - (x - step)); };
    double const a = central(h), b = central(h / 2), c = central(h / 4);
    double const ab = (4 * b - a) / 3, bc = (4 * c - b) / 3, all = (16 * bc - ab) / 15;
    // Half of what the slopes of both sides differ by, odd in the step where x is no kink.
    double const here = g(x);
    auto const bend = [&](double step) { return (g(x + step) - 2 * here + g(x - step)) / (2 * step); };
    double const near = bend(h / 4), middle = bend(h / 2), far = bend(h);
    return {all, std::fabs(all - bc) + std::fabs(8 * (2 * near - middle) - (2 * middle - far)) / 7};
}

}  // namespace ogive::testing
