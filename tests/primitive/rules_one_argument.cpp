#include "rules.hpp"

using namespace rules;

TEST_CASE("the rules of exponentials and logarithms are their difference quotients") {
    check(og::exp(x), -3, 3);
    check(og::expm1(x), -3, 3);
    check(og::log(x), 0.5, 5);
    check(og::log1p(x), -0.5, 5);
    check(og::sqrt(x), 0.5, 5);
    check(og::function<og::softplus_primitive>{}(x), -20, 20);
}

TEST_CASE("the rules of sigmoids are their difference quotients") {
    check(og::tanh(x), -5, 5);
    check(og::sigmoid(x), -20, 20);
    check(og::erf(x), -4, 4);
    check(og::normal_cdf(x), -8, 8);
    check(og::normal_pdf(x), -8, 8);
    check(og::erfc(x), -4, 4);
}

TEST_CASE("the rules of sine and cosine are their difference quotients") {
    check(og::sin(x), -10, 10);
    check(og::cos(x), -10, 10);
}

TEST_CASE("the rules of the others of one argument are their difference quotients") {
    check(-x, -3, 3);
    check(og::square(x), -3, 3);
    check(og::whole::softsign(x), -20, 20);
    check(og::whole::exp_of_minus_square(x), -4, 4);
}

TEST_CASE("the rules of whole activations and of their derivatives are their difference quotients") {
    check(og::whole::elu(x), -20, 20);
    check(og::whole::silu(x), -20, 20);
    check(og::whole::silu_derivative(x), -20, 20);
    check(og::whole::gelu(x), -6, 6);
    check(og::whole::gelu_derivative(x), -6, 6);
    check(og::whole::gelu_tanh(x), -6, 6);
    check(og::whole::gelu_tanh_derivative(x), -6, 6);
    check(og::whole::mish(x), -20, 20);
    check(og::whole::mish_derivative(x), -20, 20);
    check(og::whole::tanhexp(x), -20, 20);
    check(og::whole::tanhexp_derivative(x), -20, 20);
    check(og::whole::serf(x), -20, 20);
    check(og::whole::serf_derivative(x), -20, 20);
    check(og::whole::sigmoid_derivative(x), -20, 20);
    check(og::whole::sech2(x), -10, 10);
    check(og::whole::log_sigmoid(x), -20, 20);
    check(og::whole::log_softplus(x), -20, 20);
    check(og::whole::bell(x), -6, 6);
    check(og::whole::log_normal_cdf(x), -20, 6);
    check(og::whole::inverse_mills(x), -20, 6);
    check(og::whole::inverse_mills_derivative(x), -4, 6);
    check(og::whole::log_of_one_minus_exp(x), -20, -0.1);
    check(og::whole::exp_of_sum(x, 1.5_c), -5, 5);
    check(og::function<og::exp_of_product_primitive>{}(x, 1.5_c), -5, 5);
    check(og::function<og::exp_of_product_primitive>{}(1.5_c, x), -5, 5);
    check(og::whole::log1p_of_square(x), -5, 5);
    check(og::whole::root_of_sigmoid(x), -20, 20);
    check(og::whole::root_of_softplus(x), -20, 20);
    check(og::whole::power_of_sigmoid(x, 1.5_c), -20, 20);
    check(og::whole::power_of_sigmoid(1.5_c, x), -3, 3);
    check(og::whole::x_log_x(x), 0.2, 5);
    check(og::whole::one_plus_x_log1p(x), -0.8, 5);
    check(og::whole::root_less_one(x), -5, 5);
    check(og::whole::root_and_one(x), -5, 5);
    check(og::whole::over_root_and_one(x), -5, 5);
    check(og::whole::sigmoid_of_difference(x, 1.5_c), -5, 5);
    check(og::whole::sigmoid_of_difference(1.5_c, x), -5, 5);
}

TEST_CASE("the rules of what is left of one argument are their difference quotients") {
    check(og::abs(x), 0.1, 5);
    check(og::abs(x), -5, -0.1);
    check(og::clip(x, -2_c, 3_c), -1.9, 2.9);
    check(og::clip(x, -2_c, 3_c), 3.1, 5);
}

TEST_CASE("the rules of powers are their difference quotients") {
    check(og::power(x, 1_c), -3, 3);
    check(og::power(x, 2_c), -3, 3);
    check(og::power(x, 3_c), -3, 3);
    check(og::power(x, 4_c), -3, 3);
    check(og::power(x, 7_c), -2, 2);
    check(og::power(x, -1_c), 0.5, 3);
    check(og::power(x, -2_c), -3, -0.5);
    check(og::power(x, -3_c), 0.5, 3);
}
