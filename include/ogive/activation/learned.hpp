#pragma once
// Activations whose shape is learned.

#include <ogive/activation/activation.hpp>
#include <ogive/activation/swish_family.hpp>
#include <ogive/primitive/bent_line.hpp>
#include <ogive/primitive/clip.hpp>
#include <ogive/primitive/damped.hpp>
#include <ogive/primitive/pade.hpp>

namespace ogive {

/// ACON-C, f(x) = (p1 - p2) x sigmoid(beta (p1 - p2) x) + p2 x: between its two lines, a swish of the first for p2
/// = 0. Defaults: p1 = 1, p2 = 0, beta = 1, all learned.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  as swish
/// Derivative  by the rules
/// Special     -inf -> -inf, -0 for p2 = 0 and p1 beta > 0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.7, derivative 2.5 ULP; double: 1.7, 2.8; near a root 0.7, 0.6 ULP of the largest term
/// Cost        1 exp, 1 division
/// Source      arXiv:2009.04759
struct acon_c_activation {
    static constexpr std::string_view name = "acon_c"sv, source = "arXiv:2009.04759"sv;
    static constexpr interval range{.low = -0.2784645427610738}, sample{-20, 20};
    static constexpr double lipschitz = 1.099839320128867;
    static constexpr hyper_parameter parameters[] = {{"p1", 1, true}, {"p2", 0, true}, {"beta", 1, true}};
    static constexpr std::string_view use = "Where a network should learn which units are linear."sv;
    static constexpr double several[] = {0.5, 1, 1.5};
    static constexpr auto formula(auto x, auto p1, auto p2, auto beta) {
        function<damped_primitive> const times{};  // 0 x is 0 at the infinities too
        return swish_activation::formula(times(x, p1 - p2), beta) + times(x, p2);
    }
    static constexpr auto formula(auto x) { return swish_activation::formula(x); }
};
inline constexpr activation_function<acon_c_activation> acon_c{};

/// PAU, a Pade quotient P(x) / (1 + |Q(x)|) with P of degree 5 and Q of degree 4 without a constant, in twice the
/// digits; far out in terms of 1 / x, so that no power overflows. Defaults: leaky ReLU with slope 0.01, least squares
/// over [-3, 3]; all learned.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  by the rules
/// Special     -inf and +inf -> an infinity; NaN -> NaN
/// Accuracy    float: value 1.5, derivative 1.8 ULP; double: 1.4, 2.0; near a root 0.9 ULP of the largest term
/// Cost        2 divisions
/// Source      arXiv:1907.06732
struct pau_activation {
    static constexpr std::string_view name = "pau"sv, source = "arXiv:1907.06732"sv;
    static constexpr interval range{}, sample{-10, 10}, drawn{-4, 4};
    static constexpr double lipschitz = 1.0643189088551208;
    static constexpr hyper_parameter parameters[] = {{"a0", 0.0375213606, true},
                                                     {"a1", 0.505, true},
                                                     {"a2", 1.51197241, true},
                                                     {"a3", 1.71933450, true},
                                                     {"a4", 0.759046695, true},
                                                     {"a5", 0.119714781, true},
                                                     {"b1", 0, true},
                                                     {"b2", 3.40462277, true},
                                                     {"b3", 0, true},
                                                     {"b4", 0.237058974, true}};
    static constexpr std::string_view use = "Where the shape itself is to be learned."sv;
    static constexpr auto formula(auto x, auto a0, auto a1, auto a2, auto a3, auto a4, auto a5, auto b1, auto b2,
                                  auto b3, auto b4) {
        function<horner_primitive> const step{};  // x p + a
        auto const above = step(x, step(x, step(x, step(x, step(x, a5, a4), a3), a2), a1), a0);
        auto const below = step(x, step(x, step(x, b4, b3), b2), b1);
        return whole::pade(above, below, x);
    }
    static constexpr auto formula(auto x) {
        return formula(x, 0.0375213606_c, 0.505_c, 1.51197241_c, 1.71933450_c, 0.759046695_c, 0.119714781_c, 0_c,
                       3.40462277_c, 0_c, 0.237058974_c);
    }
};
inline constexpr activation_function<pau_activation> pau{};

/// xIELU, f(x) = p x^2 + beta x for x > 0, else n (e^min(x, eps) - 1 - x) + beta x. Defaults: p = 0.8 and n = 0.8,
/// learned; beta = 0.5, eps = -1e-6.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  [-beta - (n - beta) ln(1 - beta / n), inf) for n > beta > 0 and p > 0
/// Derivative  2 p x + beta for x > 0, else n (e^x - 1) + beta, and beta - n from eps up to 0
/// Special     -inf -> +inf for n > beta; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 2.0, derivative 1.5 ULP; double: 1.8, 1.4; near a root 0.9 ULP of the largest term
/// Cost        1 expm1 less its argument
/// Source      arXiv:2411.13010
struct xielu_activation {
    static constexpr std::string_view name = "xielu"sv, source = "arXiv:2411.13010"sv;
    static constexpr interval range{.low = -0.20575122409648213}, sample{-10, 10}, drawn{-3, 3};
    static constexpr double lipschitz = std::numeric_limits<double>::infinity();
    static constexpr double kinks[] = {-1e-6, 0};
    static constexpr hyper_parameter parameters[] = {{"p", 0.8, true}, {"n", 0.8, true}, {"beta", 0.5}, {"eps", -1e-6}};
    static constexpr std::string_view elsewhere =
        "Transformers xielu; ggml xielu; both of p = softplus(alpha_p), n = beta + softplus(alpha_n)"sv;
    static constexpr std::string_view use = "Language models, with both curvatures learned."sv;
    static constexpr double several[] = {0.4, 0.8, 1.6};
    static constexpr auto formula(auto x, auto p, auto n, auto beta, auto eps) {
        auto const straight = n * expm1(eps) + (beta - n) * x;
        return where(x > 0_c, x * (p * x + beta), where(x > eps, straight, whole::bent_line(x, n, beta)));
    }
    static constexpr auto formula(auto x, auto p, auto n) { return formula(x, p, n, 0.5_c, c<-1e-6>); }
    static constexpr auto formula(auto x) { return formula(x, 0.8_c, 0.8_c); }
};
inline constexpr activation_function<xielu_activation> xielu{};

/// What stands in the catalogue.
using learned_entries = types<acon_c_activation, pau_activation, xielu_activation>;

}  // namespace ogive
