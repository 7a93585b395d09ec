#pragma once
// The names of the primitives, before their rules, which use one another.

#include <ogive/expression/describe.hpp>
#include <ogive/expression/literals.hpp>

namespace ogive {

inline constexpr function<struct add_primitive> add{};
inline constexpr function<struct subtract_primitive> subtract{};
inline constexpr function<struct multiply_primitive> multiply{};
inline constexpr function<struct divide_primitive> divide{};
inline constexpr function<struct negate_primitive> negate{};
inline constexpr function<struct minimum_primitive> minimum{};
inline constexpr function<struct maximum_primitive> maximum{};
inline constexpr function<struct absolute_primitive> absolute{};
inline constexpr function<struct absolute_primitive> abs{};
inline constexpr function<struct sign_primitive> sign{};
inline constexpr function<struct less_primitive> less{};
inline constexpr function<struct less_equal_primitive> less_equal{};
inline constexpr function<struct greater_primitive> greater{};
inline constexpr function<struct greater_equal_primitive> greater_equal{};
inline constexpr function<struct equal_primitive> equal{};
inline constexpr function<struct not_equal_primitive> not_equal{};
inline constexpr function<struct logical_and_primitive> logical_and{};
inline constexpr function<struct logical_or_primitive> logical_or{};
inline constexpr function<struct logical_not_primitive> logical_not{};
inline constexpr function<struct where_primitive> where{};
inline constexpr function<struct square_primitive> square{};
inline constexpr function<struct sqrt_primitive> sqrt{};
inline constexpr function<struct exp_primitive> exp{};
inline constexpr function<struct expm1_primitive> expm1{};
inline constexpr function<struct log_primitive> log{};
inline constexpr function<struct log1p_primitive> log1p{};
inline constexpr function<struct tanh_primitive> tanh{};
inline constexpr function<struct sigmoid_primitive> sigmoid{};
inline constexpr function<struct erf_primitive> erf{};
inline constexpr function<struct normal_cdf_primitive> normal_cdf{};
inline constexpr function<struct normal_pdf_primitive> normal_pdf{};
inline constexpr function<struct softplus_primitive> softplus_of{};  // softplus itself takes a beta
inline constexpr function<struct sin_primitive> sin{};
inline constexpr function<struct cos_primitive> cos{};
inline constexpr function<struct clip_primitive> clip{};
inline constexpr function<struct stop_gradient_primitive> stop_gradient{};
inline constexpr function<struct row_sum_primitive> row_sum{};
inline constexpr function<struct row_max_primitive> row_max{};
inline constexpr function<struct row_min_primitive> row_min{};
inline constexpr function<struct col_sum_primitive> col_sum{};
inline constexpr function<struct reduce_primitive> reduce{};

template <int N>
struct power_primitive;
template <int N>
inline constexpr function<power_primitive<N>> to_power{};

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
struct sigmoid_derivative_primitive;
struct sech2_primitive;
struct log_sigmoid_primitive;
struct softsign_primitive;
struct exp_of_minus_square_primitive;
struct exp_of_minus_square_derivative_primitive;

/// Whole activations and derivatives: what compositions are recognised as where a call runs.
namespace whole {
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
inline constexpr function<sigmoid_derivative_primitive> sigmoid_derivative{};
inline constexpr function<sech2_primitive> sech2{};
inline constexpr function<log_sigmoid_primitive> log_sigmoid{};
inline constexpr function<softsign_primitive> softsign{};
inline constexpr function<exp_of_minus_square_primitive> exp_of_minus_square{};
inline constexpr function<exp_of_minus_square_derivative_primitive> exp_of_minus_square_derivative{};
}  // namespace whole

}  // namespace ogive
