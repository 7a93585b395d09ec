#pragma once
// Sigmoids and rectifiers of square roots and quotients, without an exponential.

#include <ogive/activation/activation.hpp>
#include <ogive/primitive/algebraic.hpp>

namespace ogive {

/// Softsign, f(x) = x / (1 + |x|).
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (-1, 1)
/// Derivative  1 / (1 + |x|)^2
/// Special     -inf -> -1; +inf -> 1; -0 -> -0; NaN -> NaN
/// Accuracy    value 1.5, derivative 3.5 ULP
/// Cost        1 division
/// Source      Elliott (1993), A better activation function for artificial neural networks
struct softsign_activation {
    static constexpr std::string_view name = "softsign"sv, source = "Elliott 1993"sv;
    static constexpr interval range{-1, 1}, sample{-20, 20};
    static constexpr double lipschitz = 1;
    static constexpr std::string_view elsewhere = "PyTorch softsign; JAX soft_sign; Keras softsign; ONNX Softsign"sv;
    static constexpr std::string_view use = "Where tanh saturates too soon: it nears its bounds as 1 / x."sv;
    static constexpr auto formula(auto x) { return x / (1_c + abs(x)); }
};
inline constexpr activation_function<softsign_activation> softsign{};

/// ISRU, the inverse square root unit, f(x) = x / sqrt(1 + alpha x^2). Default: alpha = 1.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (-1 / sqrt(alpha), 1 / sqrt(alpha))
/// Derivative  (1 + alpha x^2)^(-3/2)
/// Special     -inf and +inf -> the bounds; -0 -> -0; NaN -> NaN
/// Accuracy    float: value 2.0, derivative 4.0 ULP; double: 2.0, 3.8
/// Cost        1 square root, 1 division
/// Source      arXiv:1710.09967
struct isru_activation {
    static constexpr std::string_view name = "isru"sv, source = "arXiv:1710.09967"sv;
    static constexpr interval range{-1, 1}, sample{-20, 20};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"alpha", 1, true}};
    static constexpr std::string_view use = "tanh without an exponential."sv;
    static constexpr double several[] = {0.5, 1, 3};
    static constexpr auto formula(auto x, auto alpha) { return whole::isru(x, alpha); }
    static constexpr auto formula(auto x) { return whole::over_root_of_square_plus(x, 1_c); }
};
inline constexpr activation_function<isru_activation> isru{};

/// ISRLU, the inverse square root linear unit, f(x) = x for x >= 0, else isru(x, alpha). Default: alpha = 1.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (-1 / sqrt(alpha), inf)
/// Derivative  1 for x >= 0, else (1 + alpha x^2)^(-3/2)
/// Special     -inf -> the bound; +inf -> +inf; -0 -> -0; NaN -> NaN
/// Accuracy    float: value 2.0, derivative 3.5 ULP; double: 2.0, 3.4
/// Cost        as isru
/// Source      arXiv:1710.09967
struct isrlu_activation {
    static constexpr std::string_view name = "isrlu"sv, source = "arXiv:1710.09967"sv;
    static constexpr interval range{.low = -1}, sample{-20, 20};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"alpha", 1, true}};
    static constexpr std::string_view use = "elu without an exponential."sv;
    static constexpr double several[] = {0.5, 1, 3};
    static constexpr auto formula(auto x, auto alpha) { return where(x >= 0_c, x, isru_activation::formula(x, alpha)); }
    static constexpr auto formula(auto x) { return where(x >= 0_c, x, isru_activation::formula(x)); }
};
inline constexpr activation_function<isrlu_activation> isrlu{};

/// Squareplus, f(x) = (x + sqrt(x^2 + b)) / 2, in a form that does not cancel for x < 0. Default: b = 4.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  (0, inf) for b > 0
/// Derivative  f(x) / sqrt(x^2 + b); by b 1 / (4 sqrt(x^2 + b))
/// Special     -inf -> 0; +inf -> +inf; NaN -> NaN
/// Accuracy    float: value 1.4, derivative 3.2 ULP; double: 1.3, 2.7
/// Cost        1 square root, 1 division
/// Source      arXiv:2112.11687
struct squareplus_activation {
    static constexpr std::string_view name = "squareplus"sv, source = "arXiv:2112.11687"sv;
    static constexpr interval range{.low = 0}, sample{-20, 20};
    static constexpr double lipschitz = 1;
    static constexpr hyper_parameter parameters[] = {{"b", 4}};
    static constexpr std::string_view elsewhere = "JAX, Keras squareplus"sv;
    static constexpr std::string_view use = "softplus without an exponential."sv;
    static constexpr double several[] = {0, 1, 4};
    static constexpr auto formula(auto x, auto b) { return whole::squareplus(x, b); }
    static constexpr auto formula(auto x) { return formula(x, 4_c); }
};
inline constexpr activation_function<squareplus_activation> squareplus{};

/// Bent identity, f(x) = (sqrt(x^2 + 1) - 1) / 2 + x, in a form that does not cancel near 0.
///
/// Shape       elementwise; n >= 0; in-place allowed
/// Domain      all reals        Range  all reals
/// Derivative  1 + x / (2 sqrt(x^2 + 1))
/// Special     -inf -> -inf; +inf -> +inf; -0 -> -0; NaN -> NaN
/// Accuracy    float: value 1.7, derivative 1.5 ULP; double: 1.6, 1.5
/// Cost        1 square root, 1 division
/// Source      no paper known
struct bent_identity_activation {
    static constexpr std::string_view name = "bent_identity"sv, source = "no paper known"sv;
    static constexpr interval range{}, sample{-20, 20};
    static constexpr double lipschitz = 1.5;
    static constexpr std::string_view use = "A slope between 1/2 and 3/2 everywhere: it neither saturates nor dies."sv;
    static constexpr auto formula(auto x) { return whole::bent_identity(x); }
};
inline constexpr activation_function<bent_identity_activation> bent_identity{};

/// What stands in the catalogue.
using algebraic_entries =
    types<softsign_activation, isru_activation, isrlu_activation, squareplus_activation, bent_identity_activation>;

}  // namespace ogive
