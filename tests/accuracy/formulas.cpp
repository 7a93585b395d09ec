// The activations of one argument that have no reference written by hand.

#include "references.hpp"
#include "run.hpp"

#include <ogive/catalogue.hpp>
#include <ogive/testing.hpp>

namespace {

namespace og = ogive;

constexpr og::var<"x"> x;

template <class F>
void add(std::vector<subject>& to) {
    if constexpr (og::testing::arguments_of<F> == 1 && references::find(F::name) == nullptr) {
        using formula = decltype(F{}(x));
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
