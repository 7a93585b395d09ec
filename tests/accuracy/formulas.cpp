// The activations of one argument by their formulas.

#include "run.hpp"

#include <ogive/catalogue.hpp>
#include <ogive/testing.hpp>

namespace {

namespace og = ogive;

constexpr og::var<"x"> x;

template <class F>
constexpr auto formula_of() {
    return F{}(x);
}
/// Not written out: the numbers in it would be the doubles next to 0.044715 and sqrt(8 / pi), and 2^-54 of them, cubed
/// and in an exponential, are 100 ULP.
template <>
constexpr auto formula_of<og::activation_function<og::gelu_tanh_activation>>() {
    return og::function<og::gelu_tanh_primitive>{}(x);
}

template <class F>
void add(std::vector<subject>& to) {
    if constexpr (og::testing::arguments_of<F> == 1) {
        using formula = decltype(formula_of<F>());
        if constexpr (og::the_expression_is_elementwise<formula>)
            to.push_back(by_formula(F::name, exact::write<formula, og::var<"x">>(), og::kinks_of<F>));
    }
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
