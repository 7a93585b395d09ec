#pragma once
// Activations with a sine. Where sin takes a large argument for 0, beyond 4e6 in float and 1e14 in double, so do
// these.

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/finite.hpp>
#include <ogive/primitive/sinc.hpp>
#include <ogive/primitive/square_of_sine.hpp>

namespace ogive {

/// Snake, f(x) = x + sin(a x)^2 / a. Default: a = 1, learned.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  1 + sin(2 a x)
/// Special     -inf -> -inf; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.8, derivative 1.0 ULP; double: 1.8, 0.9; near a root 1.0, 0.8 ULP of the largest term;
///             up to |x| = 5e4
/// Cost        2 sin
/// Source      arXiv:2006.08195
struct snake_activation {
    static constexpr std::string_view name = "snake"sv, source = "arXiv:2006.08195"sv;
    static constexpr interval range{}, sample{-20, 20}, drawn{-6, 6};
    static constexpr double lipschitz = 2;
    static constexpr hyper_parameter parameters[] = {{"a", 1, true}};
    static constexpr std::string_view elsewhere = "TensorFlow Addons snake"sv;
    static constexpr std::string_view use = "Periodic signals: sound, time series with seasons."sv;
    static constexpr double several[] = {0.5, 1, 2};
    static constexpr auto formula(auto x, auto a) { return x + whole::square_of_sine(finite(a * x)) / a; }
    static constexpr auto formula(auto x) { return formula(x, 1_c); }
};
inline constexpr activation_function<snake_activation> snake{};

/// Sinc, f(x) = sin(x) / x, 1 at 0.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-0.217234, 1]
/// Derivative  (cos(x) - f(x)) / x, 0 at 0
/// Special     -inf and +inf -> 0; NaN -> NaN
/// Accuracy    float: value 1.6, derivative 2.2 ULP; double: 1.6, 2.5; near a root 1.0 ULP of the largest term;
///             up to |x| = 5e4
/// Cost        1 sin, 1 division
/// Source      arXiv:2402.05427
struct sinc_activation {
    static constexpr std::string_view name = "sinc"sv, source = "arXiv:2402.05427"sv;
    static constexpr interval range{-0.2172336282112217, 1}, sample{-20, 20}, drawn{-15, 15};
    static constexpr double lipschitz = 0.4361818172714585;
    static constexpr std::string_view elsewhere = "PyTorch, JAX, Keras sinc of x / pi"sv;
    static constexpr std::string_view use = "Radial basis functions, signals of limited bandwidth."sv;
    static constexpr auto formula(auto x) { return whole::sinc(x); }
};
inline constexpr activation_function<sinc_activation> sinc{};

/// What stands in the catalogue.
using periodic_entries = types<snake_activation, sinc_activation>;

}  // namespace ogive
