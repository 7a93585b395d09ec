// The activations by their formulas.

#include "called.hpp"
#include "run.hpp"

#include <ogive/catalogue.hpp>

namespace {

namespace og = ogive;

template <class F>
constexpr auto formula_of() {
    return called::with_values<F>(called::indices_of_others<F>{});
}
/// Not written out: the numbers in it would be the doubles next to 0.044715 and sqrt(8 / pi), and 2^-54 of them, cubed
/// and in an exponential, are 100 ULP.
template <>
[[maybe_unused]] constexpr auto formula_of<og::activation_function<og::gelu_tanh_activation>>() {
    return og::function<og::gelu_tanh_primitive>{}(called::first{});
}
template <>
[[maybe_unused]] constexpr auto formula_of<og::activation_function<og::geglu_tanh_activation>>() {
    return og::c<references::other_input> * og::function<og::gelu_tanh_primitive>{}(called::first{});
}

template <class F>
void add(std::vector<subject>& to) {
    if constexpr (called::is_elementwise<F>)
        to.push_back(by_formula(F::name, exact::write<decltype(formula_of<F>()), called::first>(), called::kinks<F>()));
}
template <class... A>
void add_all(std::vector<subject>& to, og::types<A...>) {
    (add<og::activation_function<A>>(to), ...);
}

}  // namespace

std::vector<subject> formulas() {
    std::vector<subject> all;
    add_all(all, og::catalogue_entries{});
    return all;
}
