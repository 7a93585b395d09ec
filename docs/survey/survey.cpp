// Writes the survey of the catalogue: catalogue.md, activations/NAME.md, and for each drawing its points and the words
// that gnuplot makes it from. Reads the formulas as they are written in include/ogive/activation.
// What cannot be read there stands in notes.hpp and relations.cpp; it writes nothing if an activation has no note or a
// relation does not hold.
//
//     survey <folder> < accuracy.md        # at the top of the repository

#include "notes.hpp"
#include "relations.hpp"

#include <ogive/algebra/interpret.hpp>
#include <ogive/catalogue.hpp>
#include <ogive/ogive.hpp>
#include <ogive/properties.hpp>

#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace og = ogive;

namespace {

using survey::note;
using survey::relation;
using function = og::interpreted<double>;

/// What is compiled for each entry of the catalogue.
struct entry {
    std::string name, source;
    note const* words = nullptr;
    std::span<std::string_view const> inputs;
    std::span<og::hyper_parameter const> hyper_parameters;
    std::string formula{}, derivative{};  // in LaTeX
    bool along_rows = false;
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

note const& note_of(std::string_view name) {
    for (note const& one : survey::notes)
        if (one.name == name) return one;
    throw std::invalid_argument("notes.hpp has nothing about " + std::string(name));
}

template <class F>
entry entry_of() {
    using E = decltype(og::formula_of(F{}));
    using X = input<F, 0>;
    using upstream = og::var<"dy">;
    entry e{.name = std::string(F::name),
            .source = std::string(F::activation::source),
            .words = &note_of(F::name),
            .inputs = og::inputs_of<F>,
            .hyper_parameters = og::parameters_of<F>};
    og::graph g, derived;
    int const root = E::lower(g);
    e.along_rows = !og::the_expression_is_elementwise<E>;
    int const derivative =
        e.along_rows ? og::vjp_of<0, E, upstream, X>::build(derived) : og::derived<E, X>::build(derived);
    auto const names = og::printing::names_of(og::join_t<typename E::leaves, og::types<upstream>>{});
    e.formula = og::printing::to_latex(g, root, names);
    e.derivative = og::printing::to_latex(derived, derivative, names);
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

/// With a link to each paper on arXiv.
std::string linked(std::string const& source) {
    static std::regex const number("arXiv:([0-9.]*[0-9])");
    return std::regex_replace(source, number, "[$&](https://arxiv.org/abs/$1)");
}

std::regex as_a_word(std::string const& name) { return std::regex("\\b" + name + "\\b"); }

bool names(relation const& one, std::string const& name) {
    return std::regex_search(one.sentence.begin(), one.sentence.end(), as_a_word(name));
}

/// The relations that name it, with links to the others.
std::string relations_of(entry const& e, std::vector<entry> const& all) {
    std::string list;
    for (relation const& one : survey::relations()) {
        if (!names(one, e.name)) continue;
        std::string sentence(one.sentence);
        for (entry const& other : all)
            if (other.name != e.name)
                sentence = std::regex_replace(sentence, as_a_word(other.name), "[$&](" + other.name + ".md)");
        list += "- " + sentence + "\n";
    }
    return list;
}

void check_relations(std::vector<entry> const& all) {
    for (relation const& one : survey::relations()) {
        std::string const sentence(one.sentence);
        if (std::none_of(all.begin(), all.end(), [&](entry const& e) { return names(one, e.name); }))
            throw std::invalid_argument("names no activation: " + sentence);
        if (!one.holds()) throw std::logic_error("does not hold: " + sentence);
    }
}

std::string math(std::string const& latex) {
    return latex.find("\\begin{aligned}") == latex.npos ? latex : "\n" + latex;
}

void write_page(std::filesystem::path const& folder, entry const& e, std::vector<entry> const& all,
                std::map<std::string, double> const& errors) {
    std::ofstream page(folder / "activations" / (e.name + ".md"));
    page << "# " << e.name << "\n\n$$f = " << math(e.formula) << "$$\n\n"
         << (e.along_rows
                 ? "Along a row; what flows to " + std::string(e.inputs[0]) + " when dy flows in:\n\n$$dx = "
                 : std::string(e.inputs.size() > 1 ? "By " + std::string(e.inputs[0]) + ":\n\n" : "") + "$$f' = ")
         << math(e.derivative) << "$$\n\n";
    if (e.properties) {
        page << "!["
             << (e.name == "maxout" ? "the maximum of three lines" : "f, its derivative and its second derivative")
             << "](" << e.name << ".svg)\n\n";
        if (!e.words->several.empty())
            page << "![f for several values of " << e.hyper_parameters[0].name << "](" << e.name
                 << "_parameters.svg)\n\n";
    }
    page << "Call: `og::" << call(e) << "`" << (e.hyper_parameters.empty() ? "" : ", by default " + defaults(e))
         << "\n\n";
    page << "In the library, written once, as expressions, numbers and vectors use it:\n\n```cpp ignore\n"
         << code_of(e.name) << "```\n\n## When to use it\n\n"
         << e.words->use << "\n\n";
    if (e.properties) {
        page << "## Properties\n\n";
        if (e.inputs.size() > 1) {
            page << "Of a curve in " << e.inputs[0];
            for (std::size_t k = 1; k < e.inputs.size(); ++k) page << ", " << e.inputs[k] << " = " << shown(e.at[k]);
            page << ".\n\n";
        }
        page << "```\n" << *e.properties << "```\n\n## For and against\n\n" << judgement(*e.properties) << "\n";
    }
    if (auto const relations = relations_of(e, all); !relations.empty())
        page << "## Relations\n\n" << relations << "\n";
    auto const error = errors.find(e.name), slope = errors.find(e.name + "'");
    if (error != errors.end()) {
        page << "## Accuracy\n\nIn float at most " << shown(error->second) << " ULP";
        if (slope != errors.end()) page << ", its derivative " << shown(slope->second);
        page << ": [how it was measured](../accuracy.md).\n\n";
    }
    page << "Elsewhere: " << e.words->elsewhere << "\n\nSource: " << linked(e.source) << "\n";
}

struct line {
    std::string title;
    std::function<double(double)> f;
};

/// Points for gnuplot, x and the values of the lines, and its words.
void write_drawing(std::filesystem::path const& folder, std::string const& name, double low, double high,
                   std::vector<line> const& lines) {
    std::ofstream points(folder / "drawings" / (name + ".dat"));
    points.precision(7);
    constexpr int count = 121;
    for (int k = 0; k < count; ++k) {
        double const x = low + (high - low) * k / (count - 1);
        points << x;
        for (line const& one : lines) {
            double const y = one.f(x);
            points << ' ' << (std::fabs(y) < 1e-9 ? 0 : y);
        }
        points << '\n';
    }
    std::ofstream words(folder / "drawings" / (name + ".gp"));
    words << "set output 'activations/" << name << ".svg'\nplot [" << low << ":" << high << "] ";
    for (std::size_t k = 0; k < lines.size(); ++k)
        words << (k > 0 ? ", " : "") << "'drawings/" << name << ".dat' using 1:" << k + 2 << " with lines ls " << k + 1
              << " title \"" << lines[k].title << '"';
    words << '\n';
}

/// Derivative number `order` in the first input, the other arguments being those of `at`.
std::function<double(double)> along(entry const& e, std::size_t order, std::vector<double> at) {
    return [&curve = e.curves[order], at](double x) mutable {
        at[0] = x;
        return curve(at.data());
    };
}

void write_drawings(std::filesystem::path const& folder, entry const& e) {
    double const low = e.words->low, high = e.words->high;
    if (e.name == "maxout") {
        auto const first = [](double x) { return -x - 1; };
        auto const second = [](double x) { return x / 2; };
        auto const third = [](double x) { return 2 * x - 2; };
        write_drawing(folder, e.name, low, high,
                      {{"-x - 1", first},
                       {"x / 2", second},
                       {"2 x - 2", third},
                       {"maxout", [=](double x) { return og::maxout(first(x), second(x), third(x)); }}});
    } else
        write_drawing(folder, e.name, low, high,
                      {{"f", along(e, 0, e.at)}, {"f'", along(e, 1, e.at)}, {"f''", along(e, 2, e.at)}});
    if (e.words->several.empty()) return;
    std::vector<line> lines;
    for (double const value : e.words->several) {
        std::vector<double> at = e.at;
        at[e.inputs.size()] = value;
        lines.push_back({std::string(e.hyper_parameters[0].name) + " = " + shown(value), along(e, 0, at)});
    }
    write_drawing(folder, e.name + "_parameters", low, high, lines);
}

void write_table(std::ostream& page, std::vector<entry> const& all, std::map<std::string, double> const& errors) {
    page << "# The catalogue\n\nEvery activation, gate and row operation of `<ogive/catalogue.hpp>`. This page and "
            "those it leads "
            "to are written by\n`sh docs/survey/run.sh`; a test holds them against it.\n\n"
            "| name | formula | defaults | range | Lipschitz | kinks | saturated | max ULP, float | elsewhere | source "
            "|\n"
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
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
        page << " | " << (error == errors.end() ? "" : shown(error->second)) << " | " << e.words->elsewhere << " | "
             << linked(e.source) << " |\n";
    }
}

void write(std::filesystem::path const& folder) {
    auto const errors = read_errors(std::cin);
    std::vector<entry> all;
    boost::hana::for_each(og::catalogue, [&](auto one) {
        all.push_back(entry_of<std::remove_cvref_t<decltype(boost::hana::second(one))>>());
    });
    check_relations(all);
    std::filesystem::remove_all(folder / "activations");
    std::filesystem::create_directories(folder / "activations");
    std::filesystem::create_directories(folder / "drawings");
    std::ofstream table(folder / "catalogue.md");
    write_table(table, all, errors);
    for (entry const& e : all) {
        write_page(folder, e, all, errors);
        if (e.properties) write_drawings(folder, e);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "survey <folder> < accuracy.md\n";
        return 1;
    }
    try {
        write(arguments[1]);
    } catch (std::exception const& error) {
        std::cerr << "survey: " << error.what() << '\n';
        return 1;
    }
}
