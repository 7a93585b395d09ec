#pragma once
// What a page is made of: an activation's formulas, curves and properties. An entry of the catalogue or one's own:
//
//   survey::entry_of<std::remove_const_t<decltype(og::gelu)>>()

#include "rows.hpp"

#include <ogive/algebra/interpret.hpp>
#include <ogive/print/latex.hpp>
#include <ogive/print/text.hpp>
#include <ogive/properties.hpp>
#include <ogive/symbolic.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace survey {

namespace og = ogive;

using function = std::function<double(double const*)>;

struct entry {
    std::string name, written_as;  ///< its name, and its struct's, under which its source text is looked for
    std::string_view source{}, use{}, elsewhere{};
    og::interval drawn{-5, 5};
    std::span<double const> several{};  ///< values of the first hyper-parameter, drawn side by side
    std::span<std::string_view const> inputs{};
    std::span<og::hyper_parameter const> hyper_parameters{};
    std::string formula{}, derivative{};  ///< in LaTeX
    std::string text{};                   ///< the formula as og::to_text prints it
    /// f and its first two derivatives by the first input; along a row those of the first result of (x, 0, 1).
    std::vector<function> curves{};
    std::vector<double> at{};  ///< the arguments, the first one free
    // Of a curve: what is known of it.
    std::vector<function> by_others{};  ///< f by each of its other inputs; none where these are numbers beside it
    std::optional<og::curve_properties> properties{};
    // Along a row, likewise.
    std::optional<row_function> row{};
    std::optional<row_properties> properties_of_rows{};

    bool along_rows() const { return row.has_value(); }
};

template <class F, std::size_t K>
using input = og::var<og::fixed_string<og::inputs_of<F>[K].size() + 1>(og::inputs_of<F>[K])>;

/// The name of a struct without its namespace; empty where it is no plain struct.
template <class A>
std::string struct_name() {
    std::string_view name = __PRETTY_FUNCTION__;
    name.remove_prefix(name.find("A = ") + 4);
    name = name.substr(0, name.find_first_of(";]"));
    if (name.find('<') != name.npos) return {};
    auto const last = name.rfind(':');
    return std::string(name.substr(last == name.npos ? 0 : last + 1));
}

template <class F, class E, class... Name, std::size_t... K>
std::vector<function> by_others(og::types<Name...>, std::index_sequence<K...>) {
    return {og::interpret<double>(og::derived<E, input<F, K + 1>>{}, Name{}...)...};
}

template <class F, class Names>
void add_rows(entry& e, Names names) {
    e.row = row_function_of<F>(names);
    e.properties_of_rows = look_at_rows(e.name, *e.row, e.at);
    for (int const order : {0, 1, 2})
        e.curves.push_back([f = *e.row, order](double const* at) { return first_result(f, order, at); });
}

template <class F, class E, class X, class... Name>
void add_curves(entry& e, og::types<X, Name...> names) {
    e.curves = {og::interpret<double>(E{}, X{}, Name{}...), og::interpret<double>(og::derived<E, X>{}, X{}, Name{}...),
                og::interpret<double>(og::derived<E, X, X>{}, X{}, Name{}...)};
    if constexpr (og::beside_of<F>.empty())
        e.by_others = by_others<F, E>(names, std::make_index_sequence<og::inputs_of<F>.size() - 1>{});
    e.properties = og::properties(F{});
}

template <class F>
entry entry_of() {
    using A = og::activation_of<F>;
    using E = decltype(og::formula_of(F{}));
    using X = input<F, 0>;
    using upstream = og::var<"dy">;
    entry e{.name = std::string(F::name), .written_as = struct_name<A>()};
    if constexpr (requires { A::source; }) e.source = A::source;
    if constexpr (requires { A::use; }) e.use = A::use;
    if constexpr (requires { A::elsewhere; }) e.elsewhere = A::elsewhere;
    if constexpr (requires { A::drawn; }) e.drawn = A::drawn;
    if constexpr (requires { A::several; }) e.several = A::several;
    e.inputs = og::inputs_of<F>;
    e.hyper_parameters = og::parameters_of<F>;
    using leaves = og::join_t<typename E::leaves, og::types<upstream>>;
    og::graph g = og::printing::graph_of(leaves{}), derived = og::printing::graph_of(leaves{});
    int const root = E::lower(g);
    constexpr bool along_rows = !og::the_expression_is_elementwise<E>;
    int const derivative =
        along_rows ? og::vjp_of<0, E, upstream, X>::build(derived) : og::derived<E, X>::build(derived);
    auto const names = og::printing::names_of(leaves{});
    e.formula = og::printing::to_latex(g, root, names);
    e.text = og::printing::to_text(g, root, names);
    e.derivative = og::printing::to_latex(derived, derivative, names);
    e.at.assign(og::inputs_of<F>.size(), 1);
    for (std::size_t k = 0; k < og::beside_of<F>.size(); ++k) e.at[k + 1] = og::beside_of<F>[k];
    for (auto const& hyper : e.hyper_parameters) e.at.push_back(hyper.start);
    using all_names = decltype(og::detail::names_of_formula<F>(
        std::make_index_sequence<og::inputs_of<F>.size()>{}, std::make_index_sequence<og::parameters_of<F>.size()>{}));
    if constexpr (along_rows)
        add_rows<F>(e, all_names{});
    else
        add_curves<F, E>(e, all_names{});
    return e;
}

}  // namespace survey
