#pragma once
// The names of the primitives, before their rules, which use one another.

#include <ogive/expression/describe.hpp>
#include <ogive/expression/literals.hpp>

namespace ogive {

inline constexpr function<struct add_primitive> add{};            ///< x + y
inline constexpr function<struct subtract_primitive> subtract{};  ///< x - y
inline constexpr function<struct multiply_primitive> multiply{};  ///< x * y
inline constexpr function<struct divide_primitive> divide{};      ///< x / y
inline constexpr function<struct negate_primitive> negate{};      ///< -x
/// The smaller; at a tie half of the gradient to each.
inline constexpr function<struct minimum_primitive> minimum{};
/// The larger; at a tie half of the gradient to each.
inline constexpr function<struct maximum_primitive> maximum{};
inline constexpr function<struct minimum_primitive> min{};                  ///< The smaller, as minimum
inline constexpr function<struct maximum_primitive> max{};                  ///< The larger, as maximum
inline constexpr function<struct absolute_primitive> absolute{};            ///< |x|; derivative sign(x)
inline constexpr function<struct absolute_primitive> abs{};                 ///< |x|, as absolute
inline constexpr function<struct sign_primitive> sign{};                    ///< -1, 0 or 1; derivative 0
inline constexpr function<struct less_primitive> less{};                    ///< x < y
inline constexpr function<struct less_equal_primitive> less_equal{};        ///< x <= y
inline constexpr function<struct greater_primitive> greater{};              ///< x > y
inline constexpr function<struct greater_equal_primitive> greater_equal{};  ///< x >= y
inline constexpr function<struct equal_primitive> equal{};                  ///< x == y
inline constexpr function<struct not_equal_primitive> not_equal{};          ///< x != y
inline constexpr function<struct logical_and_primitive> logical_and{};      ///< both hold
inline constexpr function<struct logical_or_primitive> logical_or{};        ///< one holds
inline constexpr function<struct logical_not_primitive> logical_not{};      ///< it does not hold
inline constexpr function<struct numerical_primitive> numerical{};
/// where(condition, a, b): a where it holds, else b; the arm not taken has no gradient.
inline constexpr function<struct where_primitive> where{};
inline constexpr function<struct square_primitive> square{};    ///< x^2
inline constexpr function<struct sqrt_primitive> sqrt{};        ///< the square root
inline constexpr function<struct exp_primitive> exp{};          ///< e^x
inline constexpr function<struct expm1_primitive> expm1{};      ///< e^x - 1, exact near 0
inline constexpr function<struct log_primitive> log{};          ///< the natural logarithm
inline constexpr function<struct log1p_primitive> log1p{};      ///< log(1 + x), exact near 0
inline constexpr function<struct tanh_primitive> tanh{};        ///< the hyperbolic tangent
inline constexpr function<struct sigmoid_primitive> sigmoid{};  ///< 1 / (1 + e^-x)
inline constexpr function<struct erf_primitive> erf{};          ///< the error function
inline constexpr function<struct erfc_primitive> erfc{};        ///< 1 - erf(x), without cancellation
/// P(X <= x) for a standard normal X, with the digits of its tails.
inline constexpr function<struct normal_cdf_primitive> normal_cdf{};
inline constexpr function<struct normal_pdf_primitive> normal_pdf{};  ///< e^(-x^2 / 2) / sqrt(2 pi)
inline constexpr function<struct softplus_primitive> softplus_of{};   // softplus itself takes a beta
inline constexpr function<struct sin_primitive> sin{};                ///< the sine
inline constexpr function<struct cos_primitive> cos{};                ///< the cosine
/// clip(x, low, high): x held between the two; derivative 1 at the bounds.
inline constexpr function<struct clip_primitive> clip{};
/// x, through which no gradient flows.
inline constexpr function<struct stop_gradient_primitive> stop_gradient{};
/// The sum of a row: one value for each row. Compensated: its error does not grow with the row, in float up to some 10^7
/// columns (85 units of 2^-24 over 10^8 equal terms).
///
/// Shape       x: one value per element; of a row of no columns 0
/// Source      compensation: Neumaier 1974
inline constexpr function<struct row_sum_primitive> row_sum{};
/// The largest value of a row: one for each row; equal ones share the gradient.
///
/// Shape       x: one value per element; of a row of no columns -inf
/// Special     NaN in a row -> NaN
inline constexpr function<struct row_max_primitive> row_max{};
inline constexpr function<struct row_peak_primitive> row_peak{};
/// The smallest value of a row: one for each row; equal ones share the gradient.
///
/// Shape       x: one value per element; of a row of no columns inf
/// Special     NaN in a row -> NaN
inline constexpr function<struct row_min_primitive> row_min{};
/// The sum down each column: one value per column, `og::evaluate(og::col_sum(e), range, ...)`. It is known after the last
/// row, so no value of an element or a row may be made of it in the same call. Compensated.
///
/// Shape       x: one value per element; of no rows 0
inline constexpr function<struct col_sum_primitive> col_sum{};
inline constexpr function<struct reduce_primitive> reduce{};
inline constexpr function<struct expand_primitive> expand{};

template <int N>
struct power_primitive;
template <int N>
inline constexpr function<power_primitive<N>> to_power{};

struct elu_primitive;
struct times_expm1_below_0_primitive;
struct silu_primitive;
struct silu_derivative_primitive;
struct swish_primitive;
struct swish_derivative_primitive;
struct swish_by_beta_primitive;
struct gelu_primitive;
struct gelu_derivative_primitive;
struct gelu_tanh_primitive;
struct gelu_tanh_derivative_primitive;
struct mish_primitive;
struct mish_derivative_primitive;
struct tanhexp_primitive;
struct tanhexp_derivative_primitive;
struct serf_primitive;
struct serf_derivative_primitive;
struct sigmoid_derivative_primitive;
struct sigmoid_of_difference_primitive;
struct sech2_primitive;
struct tanh_shrink_primitive;
struct log_sigmoid_primitive;
struct log_softplus_primitive;
struct log_cosh_primitive;
struct log_softplus_derivative_primitive;
struct log_normal_cdf_primitive;
struct log_of_one_minus_exp_primitive;
struct bell_primitive;
struct exp_of_sum_primitive;
struct inverse_mills_primitive;
struct inverse_mills_derivative_primitive;
struct log_add_exp_primitive;
struct log1p_of_square_primitive;
struct power_of_sigmoid_primitive;
struct root_of_sigmoid_primitive;
struct root_of_softplus_primitive;
struct x_log_x_primitive;
struct one_plus_x_log1p_primitive;
struct softsign_primitive;
struct exp_of_minus_square_primitive;
struct exp_of_minus_square_derivative_primitive;

/// Whole activations and derivatives: what compositions are recognised as where a call runs.
namespace whole {
inline constexpr function<elu_primitive> elu{};
inline constexpr function<times_expm1_below_0_primitive> times_expm1_below_0{};
inline constexpr function<silu_primitive> silu{};
inline constexpr function<silu_derivative_primitive> silu_derivative{};
inline constexpr function<swish_primitive> swish{};
inline constexpr function<swish_derivative_primitive> swish_derivative{};
inline constexpr function<swish_by_beta_primitive> swish_by_beta{};
inline constexpr function<gelu_primitive> gelu{};
inline constexpr function<gelu_derivative_primitive> gelu_derivative{};
inline constexpr function<gelu_tanh_primitive> gelu_tanh{};
inline constexpr function<gelu_tanh_derivative_primitive> gelu_tanh_derivative{};
inline constexpr function<mish_primitive> mish{};
inline constexpr function<mish_derivative_primitive> mish_derivative{};
inline constexpr function<tanhexp_primitive> tanhexp{};
inline constexpr function<tanhexp_derivative_primitive> tanhexp_derivative{};
inline constexpr function<serf_primitive> serf{};
inline constexpr function<serf_derivative_primitive> serf_derivative{};
inline constexpr function<sigmoid_derivative_primitive> sigmoid_derivative{};
inline constexpr function<sigmoid_of_difference_primitive> sigmoid_of_difference{};
inline constexpr function<sech2_primitive> sech2{};
inline constexpr function<bell_primitive> bell{};
inline constexpr function<exp_of_sum_primitive> exp_of_sum{};
inline constexpr function<log_of_one_minus_exp_primitive> log_of_one_minus_exp{};
inline constexpr function<log_normal_cdf_primitive> log_normal_cdf{};
inline constexpr function<inverse_mills_primitive> inverse_mills{};
inline constexpr function<inverse_mills_derivative_primitive> inverse_mills_derivative{};
inline constexpr function<tanh_shrink_primitive> tanh_shrink{};
inline constexpr function<log_sigmoid_primitive> log_sigmoid{};
inline constexpr function<log_softplus_primitive> log_softplus{};
inline constexpr function<log_cosh_primitive> log_cosh{};
inline constexpr function<log_softplus_derivative_primitive> log_softplus_derivative{};
inline constexpr function<log_add_exp_primitive> log_add_exp{};
inline constexpr function<log1p_of_square_primitive> log1p_of_square{};
inline constexpr function<power_of_sigmoid_primitive> power_of_sigmoid{};
inline constexpr function<root_of_sigmoid_primitive> root_of_sigmoid{};
inline constexpr function<root_of_softplus_primitive> root_of_softplus{};
inline constexpr function<x_log_x_primitive> x_log_x{};
inline constexpr function<one_plus_x_log1p_primitive> one_plus_x_log1p{};
inline constexpr function<softsign_primitive> softsign{};
inline constexpr function<exp_of_minus_square_primitive> exp_of_minus_square{};
inline constexpr function<exp_of_minus_square_derivative_primitive> exp_of_minus_square_derivative{};
}  // namespace whole

}  // namespace ogive
