#pragma once

#include <ogive/expression/expression.hpp>
#include <ogive/graph/graph.hpp>
#include <ogive/primitive/primitives.hpp>
#include <ogive/print/notation.hpp>

namespace ogive {

namespace printing {

inline constexpr std::string_view greek[] = {
    "alpha", "beta",   "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota",    "kappa",  "lambda", "mu",
    "nu",    "xi",     "pi",    "rho",   "sigma",   "tau",  "phi", "chi",   "psi",     "omega",  "Gamma",  "Delta",
    "Theta", "Lambda", "Xi",    "Pi",    "Sigma",   "Phi",  "Psi", "Omega", "upsilon", "Upsilon"};

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
    for (auto const letter : greek)
        if (letter == name) return "\\" + std::string(name);
    return R"(\mathrm{)" + escaped(name) + "}";
}
inline piece latex_number(double x) {
    if (x != x) return {R"(\mathrm{nan})", level::call};
    if (x - x != 0) return x < 0 ? piece{R"(-\infty)", level::sign} : piece{R"(\infty)", level::call};
    auto const [digits, exponent] = decimal_of(x);
    if (exponent.empty()) return {digits, digits.starts_with('-') ? level::sign : level::call};
    std::string const power = "10^{" + exponent + "}";
    if (digits == "1") return {power, level::power};
    if (digits == "-1") return {"-" + power, level::sign};
    return {digits + R"( \cdot )" + power, level::product};
}
inline std::string latex_part_name(int k) { return std::string("t_{").append(std::to_string(k)).append("}"); }

inline constexpr notation latex{R"(\left()",  R"(\right))",   800, 40, std::string::npos, latex_pattern, latex_name,
                                latex_number, latex_part_name};

inline std::string to_latex(auto const& g, int root, leaf_names const& names) {
    printed const all = print(latex, g, root, names);
    if (all.count == 0) return all.formulas[0];
    std::string lines = "\\begin{aligned}\n";
    for (int k = 0; k < all.count; ++k)
        lines.append(all.parts[k].name).append(" &= ").append(all.parts[k].formula).append(" \\\\\n");
    return lines.append("& ").append(all.formulas[0]).append("\n\\end{aligned}");
}

}  // namespace printing

/// The formula in LaTeX, for math mode, as it stands after simplification: `x \, \sigma\left(x\right)`.
///
/// Shape       one line; a formula of more than 800 characters becomes an `aligned` with a line
///             `t_{1} &= ...` for each part of more than 40 characters that it would write down more than
///             once
/// Special     a name of one letter is set as it is, beta as \beta, gate as \mathrm{gate}
/// Errors      compile time only: the argument is not an expression
/// Cost        grows with the number of operations, never with the size of the formula written out
template <expression E>
std::string to_latex(E) {
    graph g;
    int const root = E::lower(g);
    return printing::to_latex(g, root, printing::names_of(typename E::leaves{}));
}

}  // namespace ogive
