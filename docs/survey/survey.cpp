// Writes the survey of the catalogue: catalogue.md, activations/NAME.md, and for each drawing its points and the words
// that gnuplot makes it from. Reads the formulas as they are written in include/ogive/activation.
//
//     survey <folder> < accuracy.md        # at the top of the repository

#include <ogive/algebra/interpret.hpp>
#include <ogive/catalogue.hpp>
#include <ogive/ogive.hpp>
#include <ogive/properties.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace og = ogive;

namespace {

using function = og::interpreted<double>;

/// What is compiled for each entry of the catalogue.
struct entry {
    std::string name, source;
    std::span<std::string_view const> inputs;
    std::span<og::hyper_parameter const> hyper_parameters;
    std::string formula, derivative;  // in LaTeX
    bool along_rows = false;
    og::interval sample{};
    // Of a curve: f and its first two derivatives by the first input, and what is known of it.
    std::vector<function> curves{};
    std::vector<double> at{};  // the arguments, the first one free
    std::optional<og::curve_properties> properties{};
};

template <class F, std::size_t K>
using input = og::var<og::fixed_string<og::inputs_of<F>[K].size() + 1>(og::inputs_of<F>[K])>;

template <class F, class E, class X, class... Name>
void add_curves(entry& e, og::types<X, Name...>) {
    using first = og::derived<E, X>;
    using second = og::derived<E, X, X>;
    e.curves = {og::interpret<double>(E{}, X{}, Name{}...), og::interpret<double>(first{}, X{}, Name{}...),
                og::interpret<double>(second{}, X{}, Name{}...)};
    if constexpr (F::name == "clip" || F::name == "threshold") {
        e.at = {0, -1, F::name == "clip" ? 1.0 : 0.0};
        e.properties = og::properties(F{}, e.at[1], e.at[2]);
    } else {
        e.at.assign(og::inputs_of<F>.size(), 1);
        e.properties = og::properties(F{});
    }
    for (auto const& hyper : e.hyper_parameters) e.at.push_back(hyper.start);
}

template <class F>
entry entry_of() {
    using E = decltype(og::formula_of(F{}));
    using X = input<F, 0>;
    using upstream = og::var<"dy">;
    entry e{std::string(F::name), std::string(F::activation::source), og::inputs_of<F>, og::parameters_of<F>, {}, {}};
    og::graph g, derived;
    int const root = E::lower(g);
    e.along_rows = !og::the_expression_is_elementwise<E>;
    int const derivative =
        e.along_rows ? og::vjp_of<0, E, upstream, X>::build(derived) : og::derived<E, X>::build(derived);
    auto const names = og::printing::names_of(og::join_t<typename E::leaves, og::types<upstream>>{});
    e.formula = og::printing::to_latex(g, root, names);
    e.derivative = og::printing::to_latex(derived, derivative, names);
    e.sample = og::sample_of<F>;
    if constexpr (og::the_expression_is_elementwise<E>)
        add_curves<F, E>(
            e, decltype(og::detail::names_of_formula<F>(std::make_index_sequence<og::inputs_of<F>.size()>{},
                                                        std::make_index_sequence<og::parameters_of<F>.size()>{})){});
    return e;
}

// ---- writing

std::string shown(double x) { return og::curve_properties::shown(x); }

std::string call(entry const& e) {
    std::string s = e.name + "(";
    for (auto const name : e.inputs) s.append(s.ends_with('(') ? "" : ", ").append(name);
    for (auto const& hyper : e.hyper_parameters) s.append(", ").append(hyper.name);
    return s + ")";
}
std::string defaults(entry const& e) {
    std::string s;
    for (auto const& hyper : e.hyper_parameters)
        s.append(s.empty() ? "" : ", ")
            .append(hyper.name)
            .append(" = ")
            .append(shown(hyper.start))
            .append(hyper.learned ? " (learned)" : "");
    return s;
}

/// The worst float of full accuracy over all instruction sets, by function: `sigmoid`, `sigmoid'`.
std::map<std::string, double> read_errors(std::istream& accuracy) {
    std::map<std::string, double> worst;
    for (std::string line; std::getline(accuracy, line);) {
        std::vector<std::string> cell;
        std::istringstream cells(line);
        for (std::string one; std::getline(cells, one, '|');) {
            auto const first = one.find_first_not_of(' '), last = one.find_last_not_of(' ');
            cell.push_back(first == one.npos ? "" : one.substr(first, last - first + 1));
        }
        if (cell.size() < 6 || cell[2] != "float" || cell[3] != "full") continue;
        double& most = worst[cell[1]];
        most = std::fmax(most, std::strtod(cell[5].c_str(), nullptr));
    }
    return worst;
}

/// The lines of the activation's struct that compose it.
std::string code_of(std::string const& name) {
    for (auto const& file : std::filesystem::directory_iterator("include/ogive/activation")) {
        std::ifstream in(file.path());
        std::string const text{std::istreambuf_iterator<char>(in), {}};
        auto const first = text.find("struct " + name + "_activation {");
        if (first == text.npos) continue;
        auto const formula = text.find("    static constexpr auto formula(", first), last = text.find("\n};", first);
        std::istringstream lines(text.substr(formula, last - formula));
        std::string code;
        for (std::string line; std::getline(lines, line);) code += line.substr(line.starts_with("    ") ? 4 : 0) + "\n";
        return code;
    }
    return {};
}

/// What speaks for it and against it, in numbers.
std::string judgement(og::curve_properties const& p) {
    std::string s;
    auto const say = [&](std::string const& line) { s += "- " + line + "\n"; };
    if (!p.dead.empty())
        say("No gradient reaches an input in " + og::curve_properties::shown(p.dead) +
            ": a unit that stays there learns nothing.");
    if (p.saturates())
        say("Beyond " + og::curve_properties::shown(p.responds) + " the derivative is below 2^-10: gradients vanish.");
    if (p.dead.empty() && !p.saturates())
        say("The derivative is nowhere below 2^-10 all the way out: gradients do not vanish.");
    if (p.lipschitz <= 1)
        say("No difference of two inputs is enlarged: the Lipschitz constant is " + shown(p.lipschitz) + ".");
    else if (p.lipschitz < 1e9)
        say("A difference of two inputs is enlarged by a factor of at most " + shown(p.lipschitz) + ".");
    else
        say("There is no bound to how much a difference of two inputs is enlarged.");
    if (!p.monotone)
        say("It is not monotone" +
            (p.flat.empty() ? std::string(".") : ": it turns at " + og::curve_properties::shown(p.flat) + "."));
    if (!p.smooth()) say("It, or its derivative, jumps at " + og::curve_properties::shown(p.kinks) + ".");
    if (p.normalises())
        say("A standard normal input has a result of mean 0 and variance 1.");
    else
        say("A standard normal input has a result of mean " + shown(p.mean) + " and variance " + shown(p.variance) +
            ".");
    say("Calls of exp-like functions: " + std::to_string(p.price.transcendental) +
        "; divisions: " + std::to_string(p.price.division) + ".");
    return s;
}

/// Without the character that ends a cell of a table.
std::string in_table(std::string latex) {
    for (auto const& [from, to] :
         {std::pair<std::string, std::string>{"\\left|", "\\left\\lvert "}, {"\\right|", "\\right\\rvert "}})
        for (auto k = latex.find(from); k != latex.npos; k = latex.find(from)) latex.replace(k, from.size(), to);
    return latex;
}

std::string math(std::string const& latex) {
    return latex.find("\\begin{aligned}") == latex.npos ? latex : "\n" + latex;
}

void write_page(std::filesystem::path const& folder, entry const& e, std::map<std::string, double> const& errors) {
    std::ofstream page(folder / "activations" / (e.name + ".md"));
    page << "# " << e.name << "\n\n$$f = " << math(e.formula) << "$$\n\n"
         << (e.along_rows
                 ? "Along a row; what flows to " + std::string(e.inputs[0]) + " when dy flows in:\n\n$$dx = "
                 : std::string(e.inputs.size() > 1 ? "By " + std::string(e.inputs[0]) + ":\n\n" : "") + "$$f' = ")
         << math(e.derivative) << "$$\n\n";
    if (e.properties) {
        page << "![f, its derivative and its second derivative](" << e.name << ".svg)\n\n";
        if (!e.hyper_parameters.empty() && e.hyper_parameters[0].start != 0)
            page << "![f for several values of " << e.hyper_parameters[0].name << "](" << e.name
                 << "_parameters.svg)\n\n";
    }
    page << "Call: `og::" << call(e) << "`" << (e.hyper_parameters.empty() ? "" : ", by default " + defaults(e))
         << "\n\n";
    page << "In the library, written once, as expressions, numbers and vectors use it:\n\n```cpp ignore\n"
         << code_of(e.name) << "```\n\n";
    if (e.properties) {
        page << "## Properties\n\n";
        if (e.inputs.size() > 1) {
            page << "Of a curve in " << e.inputs[0];
            for (std::size_t k = 1; k < e.inputs.size(); ++k) page << ", " << e.inputs[k] << " = " << shown(e.at[k]);
            page << ".\n\n";
        }
        page << "```\n" << *e.properties << "```\n\n## For and against\n\n" << judgement(*e.properties) << "\n";
    }
    auto const error = errors.find(e.name), slope = errors.find(e.name + "'");
    if (error != errors.end()) {
        page << "## Accuracy\n\nIn float at most " << shown(error->second) << " ULP";
        if (slope != errors.end()) page << ", its derivative " << shown(slope->second);
        page << ": [how it was measured](../accuracy.md).\n\n";
    }
    page << "Source: " << e.source << "\n";
}

/// Points for gnuplot: x and the values of some functions.
void write_drawing(std::filesystem::path const& folder, std::string const& name, entry const& e,
                   std::vector<std::pair<std::string, std::vector<double>>> const& lines, int curves) {
    double const low = std::fmax(e.sample.low, -6), high = std::fmin(e.sample.high, 6);
    std::ofstream points(folder / "drawings" / (name + ".dat"));
    points.precision(7);
    constexpr int count = 121;
    for (int k = 0; k < count; ++k) {
        double const x = low + (high - low) * k / (count - 1);
        points << x;
        for (auto const& [title, arguments] : lines)
            for (int c = 0; c < curves; ++c) {
                std::vector<double> at = arguments;
                at[0] = x;
                double const y = e.curves[static_cast<std::size_t>(c)](at.data());
                points << ' ' << (std::fabs(y) < 1e-9 ? 0 : y);
            }
        points << '\n';
    }
    std::ofstream words(folder / "drawings" / (name + ".gp"));
    words << "set output 'activations/" << name << ".svg'\nplot [" << low << ":" << high << "] ";
    int column = 2;
    for (auto const& [title, arguments] : lines)
        for (int c = 0; c < curves; ++c, ++column)
            words << (column > 2 ? ", " : "") << "'drawings/" << name << ".dat' using 1:" << column << " with lines ls "
                  << column - 1 << " title \"" << title
                  << (c == 0   ? ""
                      : c == 1 ? "'"
                               : "''")
                  << '"';
    words << '\n';
}

void write_drawings(std::filesystem::path const& folder, entry const& e) {
    write_drawing(folder, e.name, e, {{"f", e.at}}, 3);
    if (e.hyper_parameters.empty() || e.hyper_parameters[0].start == 0) return;
    std::vector<std::pair<std::string, std::vector<double>>> lines;
    for (double const factor : {0.25, 0.5, 1.0, 2.0, 4.0}) {
        std::vector<double> at = e.at;
        double& hyper = at[e.inputs.size()];
        hyper *= factor;
        lines.emplace_back(std::string(e.hyper_parameters[0].name) + " = " + shown(hyper), at);
    }
    write_drawing(folder, e.name + "_parameters", e, lines, 1);
}

void write_table(std::ostream& page, std::vector<entry> const& all, std::map<std::string, double> const& errors) {
    page << "# The catalogue\n\nEvery activation, gate and row operation of `<ogive/catalogue.hpp>`. This page and "
            "those it leads "
            "to are written by\n`sh docs/survey/run.sh`; a test holds them against it.\n\n"
            "| name | formula | defaults | range | Lipschitz | kinks | saturated | max ULP, float | source |\n"
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for (entry const& e : all) {
        auto const error = errors.find(e.name);
        page << "| [" << e.name << "](activations/" << e.name << ".md) | "
             << (e.formula.find("\\begin{aligned}") == e.formula.npos ? "$" + in_table(e.formula) + "$" : "") << " | "
             << defaults(e) << " | ";
        if (e.properties)
            page << og::curve_properties::shown(e.properties->range) << " | " << shown(e.properties->lipschitz) << " | "
                 << og::curve_properties::shown(e.properties->kinks) << " | "
                 << (e.properties->saturates() ? "beyond " + og::curve_properties::shown(e.properties->responds)
                                               : "nowhere");
        else
            page << "along a row | | | ";
        page << " | " << (error == errors.end() ? "" : shown(error->second)) << " | " << e.source << " |\n";
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "survey <folder> < accuracy.md\n";
        return 1;
    }
    std::filesystem::path const folder = arguments[1];
    std::filesystem::create_directories(folder / "activations");
    std::filesystem::create_directories(folder / "drawings");
    auto const errors = read_errors(std::cin);
    std::vector<entry> all;
    boost::hana::for_each(og::catalogue, [&](auto one) {
        all.push_back(entry_of<std::remove_cvref_t<decltype(boost::hana::second(one))>>());
    });
    std::ofstream table(folder / "catalogue.md");
    write_table(table, all, errors);
    for (entry const& e : all) {
        write_page(folder, e, errors);
        if (e.properties) write_drawings(folder, e);
    }
}
