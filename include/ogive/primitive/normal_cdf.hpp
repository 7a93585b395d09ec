#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/inverse_mills.hpp>
#include <ogive/math/fast/normal.hpp>
#include <ogive/math/normal.hpp>

namespace ogive {

/// The distribution function of the standard normal: (1 + erf(x / sqrt 2)) / 2, without cancellation
/// in the negative tail.
struct normal_cdf_primitive {
    static constexpr std::string_view name = "normal_cdf"sv, latex = R"(\Phi\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} z = -0.70710678118654752{f} * x;
        const {real} low = sizeof x == sizeof(float) ? 1.2101617e-8{f} : -4.8336466567264565e-17{f};
        const {real} rest = fma{f}(0.70710678118654752{f}, x, z) + low * x;
        return 0.5{f} * erfc{f}(z) + (z * z < 800 ? 0.56418958354775629{f} * exp{f}(-z * z) * rest : 0);)"sv;
    static constexpr cost price{.transcendental = 1, .pack = 2};

    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::normal_cdf(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::normal_cdf(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto x, auto) { return normal_pdf(x); }
    static constexpr auto logarithmic_derivative = [](auto x) { return whole::inverse_mills(x); };
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(1_c - normal_cdf(x), normal_cdf(-x)),
                     stabilising(x * normal_cdf(x), whole::gelu(x)),
                     stabilising(log(normal_cdf(x)), whole::log_normal_cdf(x)),
                     stabilising(normal_pdf(x) / normal_cdf(x), whole::inverse_mills(x)),
                     stabilising(whole::bell(x) / normal_cdf(x), 2.5066282746310002_c * whole::inverse_mills(x)),
                     stabilising(normal_pdf(x) / normal_cdf(-x), whole::inverse_mills(-x)));
    }
};

}  // namespace ogive
