#pragma once

#include <ogive/expression/expression.hpp>
#include <ogive/graph/graph.hpp>
#include <ogive/primitive/primitives.hpp>
#include <ogive/print/notation.hpp>
#include <ogive/print/textbook.hpp>

#include <type_traits>

namespace ogive {

namespace printing {

inline constexpr std::string_view greek[] = {
    "alpha"sv, "beta"sv,   "gamma"sv, "delta"sv, "epsilon"sv, "zeta"sv,    "eta"sv,    "theta"sv,  "iota"sv,
    "kappa"sv, "lambda"sv, "mu"sv,    "nu"sv,    "xi"sv,      "pi"sv,      "rho"sv,    "sigma"sv,  "tau"sv,
    "phi"sv,   "chi"sv,    "psi"sv,   "omega"sv, "Gamma"sv,   "Delta"sv,   "Theta"sv,  "Lambda"sv, "Xi"sv,
    "Pi"sv,    "Sigma"sv,  "Phi"sv,   "Psi"sv,   "Omega"sv,   "upsilon"sv, "Upsilon"sv};

inline std::string escaped(std::string_view name) {
    std::string out;
    for (char const c : name) {
        if (std::string_view("_#$%&{}").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

inline std::string latex_pattern(operation const& op) {
    if (!op.latex.empty()) return std::string(op.latex);
    return call_pattern(R"(\operatorname{)" + escaped(op.name) + "}", R"(\left()", R"(\right))", op.arity);
}
inline std::string latex_name(std::string_view name) {
    if (name.size() == 1) return escaped(name);
    if (name == "eps") return R"(\varepsilon)";
    for (auto const letter : greek)
        if (letter == name) return "\\" + std::string(name);
    std::size_t const digits = name.find_last_not_of("0123456789") + 1;  // a1, beta2
    if (digits > 0 && digits < name.size() && latex_name(name.substr(0, digits)).find("mathrm") == std::string::npos)
        return latex_name(name.substr(0, digits)).append("_{").append(name.substr(digits)).append("}");
    return R"(\mathrm{)" + escaped(name) + "}";
}
/// Numbers that a paper gives by their form.
struct known_number {
    double value;
    std::string_view form;
};
inline constexpr known_number known_numbers[] = {{1.4142135623730951, R"(\sqrt{2})"},
                                                 {0.7071067811865476, R"(\frac{1}{\sqrt{2}})"},
                                                 {0.7978845608028654, R"(\sqrt{\frac{2}{\pi}})"},
                                                 {1.5957691216057308, R"(\sqrt{\frac{8}{\pi}})"},
                                                 {1.1283791670955126, R"(\frac{2}{\sqrt{\pi}})"}};

inline piece latex_number(double x) {
    if (x != x) return {R"(\mathrm{nan})", level::call};
    if (x - x != 0) return x < 0 ? piece{R"(-\infty)", level::sign} : piece{R"(\infty)", level::call};
    for (auto const& [value, form] : known_numbers)
        if (x == value) return {std::string(form), level::power};
    char rounded[32];
    std::snprintf(rounded, sizeof rounded, "%.15g", x);
    bool const is_sum = std::string_view(rounded).size() < 10;  // 0.30000000000000004
    auto const [digits, exponent] = decimal_of(is_sum ? std::strtod(rounded, nullptr) : x);
    if (digits.size() > 10 && x > 0)  // 1/6
        for (int below = 3; below < 100; ++below) {
            int const above = static_cast<int>(x * below + 0.5);
            if (above < 100 && static_cast<double>(above) / below == x)
                return {R"(\frac{)" + std::to_string(above) + "}{" + std::to_string(below) + "}", level::power};
        }
    if (exponent.empty()) return {digits, digits.starts_with('-') ? level::sign : level::call};
    std::string const power = "10^{" + exponent + "}";
    if (digits == "1") return {power, level::power};
    if (digits == "-1") return {"-" + power, level::sign};
    return {digits + R"( \cdot )" + power, level::product};
}
inline std::string latex_part_name(int k) { return std::string("t_{").append(std::to_string(k)).append("}"); }

inline constexpr notation latex{R"(\left()",  R"(\right))",   400, 40, std::string::npos, latex_pattern, latex_name,
                                latex_number, latex_part_name};

inline std::string to_latex(auto const& g, int root, leaf_names const& names) {
    std::remove_cvref_t<decltype(g)> paper;
    int const as_on_paper = textbook(paper, false).copy(g, root);
    printed const all = print(latex, paper, as_on_paper, names);
    if (all.count == 0) return all.formulas[0];
    std::string lines = "\\begin{aligned}\n";
    for (int k = 0; k < all.count; ++k)
        lines.append(all.parts[k].name).append(" &= ").append(all.parts[k].formula).append(" \\\\\n");
    return lines.append("& ").append(all.formulas[0]).append("\n\\end{aligned}");
}

}  // namespace printing

/// The formula in LaTeX, for math mode, as a textbook has it: `x \, \sigma\left(x\right)`. Equal in real numbers, not
/// in rounding: factors, terms and cases are collected, what is there for the digits alone (`stop_gradient` too) is
/// left out. What is computed is what `to_text` says.
///
/// Shape       one line; a formula of more than 400 characters becomes an `aligned` with a line
///             `t_{1} &= ...` for each part of more than 40 characters that it would write down more than
///             once
/// Special     a name of one letter is set as it is, beta as a Greek letter, gate upright; sums in a
///             gradient are those of a call that binds each param to one value for all
/// Errors      compile time only: the argument is not an expression
/// Cost        grows with the number of operations, never with the size of the formula written out
template <class T>
std::string to_latex(T e) {
    using E = decltype(to_expression(e));
    graph g = printing::graph_of(typename E::leaves{});
    int const root = E::lower(g);
    return printing::to_latex(g, root, printing::names_of(typename E::leaves{}));
}

}  // namespace ogive
