#include "definitions.hpp"

#include <ogive/primitive/algebraic.hpp>
#include <ogive/primitive/damped.hpp>
#include <ogive/primitive/bent_line.hpp>
#include <ogive/primitive/logit_loss.hpp>
#include <ogive/primitive/expm1_minus.hpp>
#include <ogive/primitive/exprel.hpp>
#include <ogive/primitive/sinc.hpp>
#include <ogive/primitive/softcap.hpp>
#include <ogive/primitive/square_of_sine.hpp>
#include <ogive/primitive/tanh_shrink.hpp>

#include <bit>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace exact {

namespace {

namespace og = ogive;
template <class T>
T sigmoid_slope(T const& x) {
    return sigmoid(x) * sigmoid(T(-x));
}
template <class T>
T normal_cdf(T const& x) {
    return erfc_of(T(-x * root_half<T>())) / 2;
}
template <class T>
T normal_pdf(T const& x) {
    return exp(-x * x / 2) / sqrt(2 * pi<T>());
}
/// With 0.044715 as it is written, not the double next to it.
template <class T>
T gelu_tanh_argument(T const& x) {
    static T const inner = T(44715) / T(1000000), outer = 2 * sqrt(2 / pi<T>());
    return outer * (x + inner * x * x * x);
}
template <class T>
T sech2(T const& x) {
    return 1 / (cosh(x) * cosh(x));
}
template <class T>
T larger(T const& a, T const& b) {
    return a < b ? b : a;
}
template <class T>
T smaller(T const& a, T const& b) {
    return b < a ? b : a;
}

template <class P, class F>
auto of(F f) {
    return std::pair{&og::record<P>, f};
}

template <class T>
using table_of = std::map<og::operation const*, definition<T>>;

template <class T>
table_of<T>& table() {
    using arguments = T const*;
    auto const condition = [](bool holds) { return T(holds ? 1 : 0); };
    static table_of<T> all = {
        of<og::add_primitive>([](arguments a) { return T(a[0] + a[1]); }),
        of<og::subtract_primitive>([](arguments a) { return T(a[0] - a[1]); }),
        of<og::multiply_primitive>([](arguments a) { return T(a[0] * a[1]); }),
        of<og::damped_primitive>([](arguments a) { return T(a[0] * a[1]); }),
        of<og::smothered_primitive>([](arguments a) { return T(a[0] * a[1]); }),
        of<og::mutually_damped_primitive>([](arguments a) { return T(a[0] * a[1]); }),
        of<og::divide_primitive>([](arguments a) { return T(a[0] / a[1]); }),
        of<og::negate_primitive>([](arguments a) { return T(-a[0]); }),
        of<og::absolute_primitive>([](arguments a) { return T(abs(a[0])); }),
        of<og::sign_primitive>([](arguments a) {
            return T(a[0] > 0 ? 1 : a[0] < 0 ? -1 : 0);
        }),
        of<og::square_primitive>([](arguments a) { return T(a[0] * a[0]); }),
        of<og::sqrt_primitive>([](arguments a) { return T(sqrt(a[0])); }),
        of<og::maximum_primitive>([](arguments a) { return larger(a[0], a[1]); }),
        of<og::minimum_primitive>([](arguments a) { return smaller(a[0], a[1]); }),
        of<og::clip_primitive>([](arguments a) { return smaller(larger(a[0], a[1]), a[2]); }),
        of<og::finite_primitive>([](arguments a) { return a[0]; }),
        of<og::nonzero_primitive>([](arguments a) { return a[0] == 0 ? T(1) : a[0]; }),
        of<og::vast_primitive>([=](arguments) { return condition(false); }),  // nothing overflows here
        of<og::taming_primitive>([](arguments) { return T(1); }),
        of<og::as_column_primitive>([](arguments a) { return a[0]; }),

        of<og::less_primitive>([=](arguments a) { return condition(a[0] < a[1]); }),
        of<og::less_equal_primitive>([=](arguments a) { return condition(a[0] <= a[1]); }),
        of<og::greater_primitive>([=](arguments a) { return condition(a[0] > a[1]); }),
        of<og::greater_equal_primitive>([=](arguments a) { return condition(a[0] >= a[1]); }),
        of<og::equal_primitive>([=](arguments a) { return condition(a[0] == a[1]); }),
        of<og::not_equal_primitive>([=](arguments a) { return condition(a[0] != a[1]); }),
        of<og::logical_and_primitive>([=](arguments a) { return condition(a[0] != 0 && a[1] != 0); }),
        of<og::logical_or_primitive>([=](arguments a) { return condition(a[0] != 0 || a[1] != 0); }),
        of<og::logical_not_primitive>([=](arguments a) { return condition(a[0] == 0); }),
        of<og::numerical_primitive>([](arguments a) { return a[0]; }),
        of<og::where_primitive>([](arguments a) { return a[0] != 0 ? a[1] : a[2]; }),

        of<og::exp_primitive>([](arguments a) { return T(exp(a[0])); }),
        of<og::pow_primitive>([](arguments a) { return T(exp(a[1] * log(a[0]))); }),
        of<og::expm1_primitive>([](arguments a) { return T(expm1(a[0])); }),
        of<og::logit_loss_primitive>([](arguments a) {
            return a[0] > 0 ? T(log1p(exp(T(-a[0]))) + a[0] * (1 - a[1])) : T(log1p(exp(a[0])) - a[0] * a[1]);
        }),
        of<og::sigmoid_less_primitive>([](arguments a) { return T(1 / (1 + exp(T(-a[0]))) - a[1]); }),
        of<og::bent_line_primitive>([](arguments a) { return T(a[2] * a[0] + a[1] * (expm1(a[0]) - a[0])); }),
        of<og::bent_line_slope_primitive>([](arguments a) { return T(a[2] + a[1] * expm1(a[0])); }),
        of<og::expm1_minus_primitive>([](arguments a) { return T(expm1(a[0]) - a[0]); }),
        of<og::exprel_primitive>([](arguments a) { return a[0] == 0 ? T(1) : T(expm1(a[0]) / a[0]); }),
        of<og::log_exprel_derivative_primitive>([](arguments a) {
            return a[0] == 0 ? T(T(1) / 2) : T(-1 / expm1(T(-a[0])) - 1 / a[0]);
        }),
        of<og::bernoulli_primitive>([](arguments a) { return a[0] == 0 ? T(1) : T(a[0] / expm1(a[0])); }),
        of<og::exp_of_minus_square_primitive>([](arguments a) { return T(exp(-a[0] * a[0])); }),
        of<og::log_primitive>([](arguments a) { return T(log(a[0])); }),
        of<og::log1p_primitive>([](arguments a) { return T(log1p(a[0])); }),
        of<og::sin_primitive>([](arguments a) { return T(sin(a[0])); }),
        of<og::cos_primitive>([](arguments a) { return T(cos(a[0])); }),
        of<og::square_of_sine_primitive>([](arguments a) { return T(sin(a[0]) * sin(a[0])); }),
        of<og::sinc_primitive>([](arguments a) { return a[0] == 0 ? T(1) : T(sin(a[0]) / a[0]); }),
        of<og::tanh_primitive>([](arguments a) { return T(tanh(a[0])); }),
        of<og::sech2_primitive>([](arguments a) { return sech2(a[0]); }),
        of<og::tanh_shrink_primitive>([](arguments a) { return T(a[0] - tanh(a[0])); }),
        of<og::softcap_primitive>([](arguments a) { return T(a[1] * tanh(a[0] / a[1])); }),
        of<og::softcap_derivative_primitive>([](arguments a) { return sech2(a[0] / a[1]); }),
        of<og::erf_primitive>([](arguments a) { return erf_of(a[0]); }),
        of<og::erfc_primitive>([](arguments a) { return erfc_of(a[0]); }),
        of<og::normal_cdf_primitive>([](arguments a) { return normal_cdf(a[0]); }),
        of<og::normal_pdf_primitive>([](arguments a) { return normal_pdf(a[0]); }),

        of<og::sigmoid_primitive>([](arguments a) { return sigmoid(a[0]); }),
        of<og::sigmoid_derivative_primitive>([](arguments a) { return sigmoid_slope(a[0]); }),
        of<og::log_sigmoid_primitive>([](arguments a) { return T(-softplus(-a[0])); }),
        of<og::softplus_primitive>([](arguments a) { return softplus(a[0]); }),
        of<og::log_softplus_derivative_primitive>([](arguments a) { return T(sigmoid(a[0]) / softplus(a[0])); }),
        of<og::softsign_primitive>([](arguments a) { return T(a[0] / (1 + abs(a[0]))); }),
        of<og::silu_primitive>([](arguments a) { return T(a[0] * sigmoid(a[0])); }),
        of<og::swish_primitive>([](arguments a) { return T(a[0] * sigmoid(a[0] * a[1])); }),
        of<og::gelu_primitive>([](arguments a) { return T(a[0] * normal_cdf(a[0])); }),
        of<og::gelu_tanh_primitive>([=](arguments a) { return T(a[0] * sigmoid(gelu_tanh_argument(a[0]))); }),
        of<og::mish_primitive>([](arguments a) { return T(a[0] * tanh(softplus(a[0]))); }),
        of<og::tanhexp_primitive>([](arguments a) { return T(a[0] * tanh(exp(a[0]))); }),
        of<og::serf_primitive>([](arguments a) { return T(a[0] * erf_of(softplus(a[0]))); }),
        of<og::root_of_square_plus_primitive>([](arguments a) { return T(sqrt(a[0] * a[0] + a[1])); }),
        of<og::over_root_of_square_plus_primitive>([](arguments a) { return T(a[0] / sqrt(a[0] * a[0] + a[1])); }),
        of<og::isru_primitive>([](arguments a) { return T(a[0] / sqrt(1 + a[1] * a[0] * a[0])); }),
        of<og::inverse_root_primitive>([](arguments a) { return T(1 / sqrt(1 + a[1] * a[0] * a[0])); }),
        of<og::squareplus_primitive>([](arguments a) { return T((a[0] + sqrt(a[0] * a[0] + a[1])) / 2); }),
        of<og::squareplus_derivative_primitive>([](arguments a) {
            return T((a[0] + sqrt(a[0] * a[0] + a[1])) / 2 / sqrt(a[0] * a[0] + a[1]));
        }),
        of<og::bent_identity_primitive>([](arguments a) { return T((sqrt(a[0] * a[0] + 1) - 1) / 2 + a[0]); }),
    };
    return all;
}

/// N of x^N, whose name is `{0}^3` or `{0}^(-3)`; 0 of others.
int exponent(og::operation const* op) {
    constexpr std::string_view before = "{0}^";
    if (!op->name.starts_with(before)) return 0;
    std::string const rest(op->name.substr(before.size() + (op->name[before.size()] == '(')));
    return std::atoi(rest.c_str());
}

/// What the primitive reads, line by line.
template <class T>
definition<T> reading(og::formula f) {
    std::vector<definition<T>> of_line(static_cast<std::size_t>(f.size));
    for (std::size_t i = 0; i < of_line.size(); ++i)
        if (f.terms[i].arity > 0) of_line[i] = definition_of<T>(f.terms[i].op);
    return [f, of_line](T const* a) {
        std::vector<T> value;
        for (std::size_t i = 0; i < of_line.size(); ++i) {
            og::term const& t = f.terms[i];
            T of_term[3];
            for (std::size_t j = 0; j < t.arity; ++j) of_term[j] = value[t.arg[j]];
            value.push_back(t.op == &og::kind::slot ? a[t.bits]
                            : t.arity == 0          ? T(std::bit_cast<double>(t.bits))
                                                    : of_line[i](of_term));
        }
        return value.back();
    };
}

}  // namespace

template <class T>
definition<T> definition_of(og::operation const* op) {
    if (auto const known = table<T>().find(op); known != table<T>().end()) return known->second;
    if (int const n = exponent(op)) return [n](T const* a) { return T(pow(a[0], n)); };
    if (op->reads) return reading<T>(op->reads);
    throw std::invalid_argument("the primitive " + std::string(op->name) +
                                " has no definition in MPFR: say what it `reads`, or give one by exact::define");
}

template <class T>
bool define_as(og::operation const* op, definition<T> f) {
    table<T>()[op] = std::move(f);
    return true;
}

template definition<real> definition_of(og::operation const*);
template definition<short_taylor> definition_of(og::operation const*);
template definition<long_taylor> definition_of(og::operation const*);
template bool define_as(og::operation const*, definition<real>);
template bool define_as(og::operation const*, definition<short_taylor>);
template bool define_as(og::operation const*, definition<long_taylor>);

}  // namespace exact
