#pragma once

#include <ogive/expression/expression.hpp>
#include <ogive/graph/graph.hpp>
#include <ogive/primitive/primitives.hpp>
#include <ogive/print/notation.hpp>
#include <ogive/print/textbook.hpp>

#include <type_traits>

namespace ogive {

namespace printing {

inline std::string text_pattern(operation const& op) {
    return op.text.empty() ? call_pattern(std::string(op.name), "(", ")", op.arity) : std::string(op.text);
}
inline std::string text_name(std::string_view name) { return std::string(name); }
inline piece text_number(double x) {
    auto const [digits, exponent] = decimal_of(x);
    std::string const number = exponent.empty() ? digits : digits + "e" + exponent;
    return {number, number.starts_with('-') ? level::sign : level::call};
}
inline std::string text_part_name(int k) { return std::string("t").append(std::to_string(k)); }

inline constexpr notation text{"(",       ")",         160,           24, std::string::npos, text_pattern,
                               text_name, text_number, text_part_name};

/// The graph as it is.
inline std::string written(auto const& g, int root, leaf_names const& names) {
    printed const all = print(text, g, root, names);
    std::string lines;
    for (int k = 0; k < all.count; ++k)
        lines.append(all.parts[k].name).append(" = ").append(all.parts[k].formula).append("\n");
    return lines + all.formulas[0];
}
inline std::string to_text(auto const& g, int root, leaf_names const& names) {
    std::remove_cvref_t<decltype(g)> paper;
    int const as_on_paper = textbook(paper, true).copy(g, root);
    return written(paper, as_on_paper, names);
}

}  // namespace printing

/// The formula as plain text, as it stands after simplification: `x * sigmoid(x)`.
///
/// Shape       one line; a formula of more than 160 characters has a line `t1 = ...` before it for each
///             part of more than 24 characters that it would write down more than once
/// Special     inf, nan; a number is the shortest decimal that reads back as the same double; of a choice between two
///             forms for the sake of digits (`numerical`) the plain one is shown; zeros that are added, factors
///             beside their reciprocals and signs before signs are left out; sums in a gradient are those of a
///             call that binds each param to one value for all
/// Accuracy    parentheses wherever leaving them out would change a result by a rounding
/// Errors      compile time only: the argument is not an expression
/// Cost        grows with the number of operations, never with the size of the formula written out
template <class T>
std::string to_text(T e) {
    using E = decltype(to_expression(e));
    graph g = printing::graph_of(typename E::leaves{});
    int const root = E::lower(g);
    return printing::to_text(g, root, printing::names_of(typename E::leaves{}));
}

/// `std::cout << e`: the formula as to_text gives it.
template <class Stream, expression E>
    requires requires(Stream& s, std::string const& text) { s << text; }
Stream& operator<<(Stream& s, E e) {
    s << to_text(e);
    return s;
}

/// `std::cout << og::gelu`: the activation's name. `std::cout << og::gelu(x)` is its formula.
template <class Stream, class F>
    requires requires(Stream& s, std::string_view name) {
        typename F::activation;
        name = F::name;
        s << name;
    }
Stream& operator<<(Stream& s, F f) {
    s << std::string_view(f.name);
    return s;
}

}  // namespace ogive
