#include "pages.hpp"

#include "code.hpp"

#include <ogive/symbolic.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace survey {

namespace {

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

/// The lines of the activation's struct that compose it.
std::string code_of(entry const& e, std::vector<std::filesystem::path> const& sources) {
    if (e.written_as.empty()) return {};
    for (auto const& file : sources) {
        std::ifstream in(file);
        std::string const text{std::istreambuf_iterator<char>(in), {}};
        auto const first = text.find("struct " + e.written_as + " {");
        if (first == text.npos) continue;
        auto const formula = text.find("    static constexpr auto formula(", first), last = text.find("\n};", first);
        if (formula > last) continue;
        std::istringstream lines(text.substr(formula, last - formula));
        std::string code;
        for (std::string line; std::getline(lines, line);) code += line.substr(line.starts_with("    ") ? 4 : 0) + "\n";
        return code;
    }
    return {};
}

/// Which other inputs get a gradient where the first gets none.
std::vector<std::string_view> alive(entry const& e) {
    std::vector<std::string_view> names;
    for (std::size_t k = 0; k < e.by_others.size(); ++k) {
        bool everywhere = true;
        for (og::interval const& dead : e.properties->dead)
            for (double const share : {0.0, 0.25, 0.5, 0.75}) {
                std::vector<double> at = e.at;
                double const low = std::fmax(dead.low, -24), high = std::fmin(dead.high, 24);
                at[0] = low + share * (high - low);
                everywhere &= std::fabs(e.by_others[k](at.data())) >= 0x1p-10;
            }
        if (everywhere) names.push_back(e.inputs[k + 1]);
    }
    return names;
}

std::string dead_sentence(entry const& e) {
    std::string const where = " in " + og::curve_properties::shown(e.properties->dead);
    if (e.by_others.empty())
        return "No gradient reaches an input" + where + ": a unit that stays there learns nothing.";
    std::string const first = "No gradient reaches " + std::string(e.inputs[0]) + where;
    auto const others = alive(e);
    if (others.empty()) return first + ", nor another input: a unit that stays there learns nothing.";
    std::string s;
    for (auto const name : others) s.append(s.empty() ? "" : ", ").append(name);
    return first + ", but " + s + " gets one there.";
}

/// Of a curve whose derivative does not fade far out.
std::string slope_sentence(og::curve_properties const& p) {
    if (p.least_slope >= 0x1p-10) return "The derivative is nowhere below 2^-10: gradients do not vanish.";
    return "Far out the derivative does not fade, but " +
           (p.flat.empty()
                ? "its size comes down to " + shown(p.least_slope) + "."
                : "between -24 and 24 it is 0 at " + og::curve_properties::shown(p.flat) + ", and small near by.");
}

/// What speaks for it and against it, in numbers; of several inputs as a curve in the first.
std::string judgement(entry const& e) {
    og::curve_properties const& p = *e.properties;
    bool const one_of_several = !e.by_others.empty();
    std::string const first(e.inputs[0]);
    std::string s;
    auto const say = [&](std::string const& line) { s += "- " + line + "\n"; };
    if (!p.dead.empty()) say(dead_sentence(e));
    if (p.saturates())
        say((p.responds.low != p.responds.low ? std::string("Everywhere")
                                              : "Beyond " + og::curve_properties::shown(p.responds)) +
            " the derivative " +
            (one_of_several ? "by " + first + " is below 2^-10." : "is below 2^-10: gradients vanish."));
    if (p.dead.empty() && !p.saturates()) say(slope_sentence(p));
    std::string const two = one_of_several ? "two values of " + first : "two inputs";
    if (p.lipschitz <= 1)
        say("No difference of " + two + " is enlarged: the Lipschitz constant is " + shown(p.lipschitz) + ".");
    else if (p.lipschitz < 1e9)
        say("A difference of " + two + " is enlarged by a factor of at most " + shown(p.lipschitz) + ".");
    else
        say("There is no bound to how much a difference of " + two + " is enlarged.");
    if (!p.monotone)
        say("It is not monotone" +
            (p.flat.empty() ? std::string(".") : ": its slope is 0 at " + og::curve_properties::shown(p.flat) + "."));
    if (!p.kinks.empty()) say("It, or its derivative, jumps at " + og::curve_properties::shown(p.kinks) + ".");
    if (!p.bends.empty()) say("Its second derivative jumps at " + og::curve_properties::shown(p.bends) + ".");
    std::string const normal = "A standard normal " + (one_of_several ? first : "input") + " has a result of mean ";
    if (p.normalises())
        say(normal + "0 and variance 1.");
    else
        say(normal + shown(p.mean) + " and variance " + shown(p.variance) + ".");
    say("Calls of exp-like functions: " + std::to_string(p.price.transcendental) +
        "; divisions and square roots: " + std::to_string(p.price.division) + ".");
    return s;
}

/// "a, b = 1": the first input, and the values of the others.
std::string held(entry const& e) {
    std::string s(e.inputs[0]);
    for (std::size_t k = 1; k < e.inputs.size(); ++k)
        s.append(", ").append(e.inputs[k]).append(" = ").append(shown(e.at[k]));
    return s;
}

/// "the result of column 0 of the row (x, 0, 1) by x, label = 0"
std::string drawn_row(entry const& e) {
    std::string s = std::string(e.row->one_value ? "the result" : "the first result") +
                    " of the row (x, 0, 1) and its " + "derivatives by x";
    for (std::size_t k = 1; k < e.inputs.size(); ++k)
        s.append(", ").append(e.inputs[k]).append(" = ").append(shown(e.at[k]));
    return s;
}
constexpr std::string_view looked_at_rows =
    "Range and steepest derivative, of a result by the entry in its column: of rows of three of 0 and \u00b11e-30, "
    "1e-3, 1, "
    "10 and 1e30. Sums, and results of a row that is another's + 3 or twice another: of rows of 64 about normal "
    "numbers of "
    "deviation 3. Results of single rows: in float.\n\n";

/// Without the character that ends a cell of a table.
std::string in_table(std::string latex) {
    for (auto const& [from, to] :
         {std::pair<std::string, std::string>{"\\left|", "\\left\\lvert "}, {"\\right|", "\\right\\rvert "}})
        for (auto k = latex.find(from); k != latex.npos; k = latex.find(from)) latex.replace(k, from.size(), to);
    return latex;
}

/// The derivative by the first input, or a link to where there is room for it.
std::string derivative_cell(entry const& e) {
    bool const fits = e.derivative.size() <= 200 && e.derivative.find("\\begin{aligned}") == e.derivative.npos;
    if (e.along_rows() || !fits) return "[on its page](activations/" + e.name + ".md)";
    return (e.inputs.size() > 1 ? "by " + std::string(e.inputs[0]) + ": $" : "$") + in_table(e.derivative) + "$";
}

/// With a link to each paper on arXiv.
std::string linked(std::string const& source) {
    static std::regex const number("arXiv:([0-9.]*[0-9])");
    return std::regex_replace(source, number, "[$&](https://arxiv.org/abs/$1)");
}

std::string_view elsewhere(entry const& e) { return e.elsewhere.empty() ? "none" : e.elsewhere; }

std::regex as_a_word(std::string const& name) { return std::regex("\\b" + name + "\\b"); }

bool names(relation const& one, std::string const& name) {
    return std::regex_search(one.sentence.begin(), one.sentence.end(), as_a_word(name));
}

/// The relations that name it, with links to the others.
std::string relations_of(entry const& e, std::vector<entry> const& all, std::span<relation const> relations) {
    std::string list;
    for (relation const& one : relations) {
        if (!names(one, e.name)) continue;
        std::string sentence(one.sentence);
        for (entry const& other : all)
            if (other.name != e.name)
                sentence = std::regex_replace(sentence, as_a_word(other.name), "[$&](" + other.name + ".md)");
        list += "- " + sentence + "\n";
    }
    return list;
}

std::string math(std::string const& latex) {
    return latex.find("\\begin{aligned}") == latex.npos ? latex : "\n" + latex;
}

struct line {
    std::string title;
    std::function<double(double)> f;
};

/// The corner that the fewest points stand in, of a drawing of these columns of points: "left top" where it is one.
std::string key_of(std::vector<double> const& x, std::vector<std::vector<double>> const& lines) {
    double low = 0, high = 0;
    for (auto const& y : lines)
        for (double const one : y) low = std::fmin(low, one), high = std::fmax(high, one);
    std::string best;
    int fewest = std::numeric_limits<int>::max();
    for (bool const top : {true, false})
        for (bool const left : {true, false}) {
            int inside = 0;
            for (auto const& y : lines)
                for (std::size_t k = 0; k < x.size(); ++k) {
                    double const across = (x[k] - x.front()) / (x.back() - x.front()), up = (y[k] - low) / (high - low);
                    inside += (left ? across < 0.2 : across > 0.8) && (top ? up > 0.75 : up < 0.25);
                }
            if (inside < fewest)
                fewest = inside, best = std::string(left ? "left" : "right") + (top ? " top" : " bottom");
        }
    return best;
}

/// Points for gnuplot, x and the values of the lines, and its words.
void write_drawing(std::filesystem::path const& folder, std::string const& name, double low, double high,
                   std::vector<line> const& lines) {
    std::ofstream points(folder / "drawings" / (name + ".dat"));
    points.precision(7);
    constexpr int count = 121;
    std::vector<double> all_x;
    std::vector<std::vector<double>> all_y(lines.size());
    for (int k = 0; k < count; ++k) {
        double const x = low + (high - low) * k / (count - 1);
        all_x.push_back(x);
        points << x;
        for (std::size_t j = 0; j < lines.size(); ++j) {
            double const y = lines[j].f(x);
            all_y[j].push_back(std::fabs(y) < 1e-9 ? 0 : y);
            points << ' ' << all_y[j].back();
        }
        points << '\n';
    }
    std::ofstream words(folder / "drawings" / (name + ".gp"));
    words << "set output 'activations/" << name << ".svg'\nset key " << key_of(all_x, all_y) << "\nplot [" << low << ":"
          << high << "] ";
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

}  // namespace

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

void check_relations(std::span<relation const> relations, std::vector<entry> const& all) {
    for (relation const& one : relations) {
        std::string const sentence(one.sentence);
        if (std::none_of(all.begin(), all.end(), [&](entry const& e) { return names(one, e.name); }))
            throw std::invalid_argument("names no activation: " + sentence);
        if (!one.holds()) throw std::logic_error("does not hold: " + sentence);
    }
}

void write_page(std::filesystem::path const& folder, entry const& e, std::vector<entry> const& all,
                surroundings const& around) {
    std::ofstream page(folder / "activations" / (e.name + ".md"));
    page << "# " << e.name << "\n\n$$f = " << math(e.formula) << "$$\n\n"
         << (e.along_rows()
                 ? "Along a row; what flows to " + std::string(e.inputs[0]) + " when dy flows in:\n\n$$dx = "
                 : std::string(e.inputs.size() > 1 ? "By " + std::string(e.inputs[0]) + ":\n\n" : "") + "$$f' = ")
         << math(e.derivative) << "$$\n\n";
    page << "![" << (e.name == "maxout" ? "the maximum of three lines" : "f, its derivative and its second derivative")
         << "](" << e.name << ".svg)\n\n";
    if (!e.several.empty())
        page << "![f for several values of " << e.hyper_parameters[0].name << "](" << e.name << "_parameters.svg)\n\n";
    if (e.name == "residual") page << "![x + f(x) for several f](residual_parameters.svg)\n\n";
    if (e.along_rows()) page << "Drawn: " << drawn_row(e) << ".\n\n";
    page << "Call: `og::" << call(e) << "`" << (e.hyper_parameters.empty() ? "" : ", by default " + defaults(e))
         << "\n\n";
    page << "Composed of the library's parts, and checked:\n\n```cpp\n" << composed(e) << "```\n\n";
    if (auto const code = code_of(e, around.sources); !code.empty())
        page << "In the library, written once, as expressions, numbers and vectors use it:\n\n```cpp ignore\n"
             << code << "```\n\n";
    if (!e.use.empty()) page << "## When to use it\n\n" << e.use << "\n\n";
    if (e.properties) {
        page << "## Properties\n\n";
        std::string const as_a_curve = e.inputs.size() > 1 ? "Of a curve in " + held(e) + ".\n\n" : "";
        page << as_a_curve << "```\n"
             << *e.properties << "```\n\n## For and against\n\n"
             << as_a_curve << judgement(e) << "\n";
    }
    if (e.along_rows())
        page << "## Properties\n\n"
             << looked_at_rows << "```\n"
             << e.properties_of_rows->text << "```\n\n## For and against\n\n"
             << judgement(*e.row, *e.properties_of_rows) << "\n";
    if (auto const relations = relations_of(e, all, around.relations); !relations.empty())
        page << "## Relations\n\n" << relations << "\n";
    auto const error = around.errors.find(e.name), slope = around.errors.find(e.name + "'");
    if (error != around.errors.end()) {
        page << "## Accuracy\n\nIn float at most " << shown(error->second)
             << (e.along_rows() ? " units of 2^-24 of a row's largest term" : " ULP");
        if (slope != around.errors.end()) page << ", its derivative " << shown(slope->second);
        page << ": [how it was measured](../accuracy.md).\n\n";
    }
    page << "Elsewhere: " << elsewhere(e) << "\n";
    if (!e.source.empty()) page << "\nSource: " << linked(std::string(e.source)) << "\n";
}

void write_drawings(std::filesystem::path const& folder, entry const& e) {
    double const low = e.drawn.low, high = e.drawn.high;
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
    if (e.name == "residual")
        write_drawing(folder, "residual_parameters", low, high,
                      {{"f = relu", [](double x) { return og::residual(og::relu, x); }},
                       {"f = tanh", [](double x) { return og::residual(og::tanh, x); }},
                       {"f = gelu", [](double x) { return og::residual(og::gelu, x); }}});
    if (e.several.empty()) return;
    std::vector<line> lines;
    for (double const value : e.several) {
        std::vector<double> at = e.at;
        at[e.inputs.size()] = value;
        lines.push_back({std::string(e.hyper_parameters[0].name) + " = " + shown(value), along(e, 0, at)});
    }
    write_drawing(folder, e.name + "_parameters", low, high, lines);
}

void write_table(std::filesystem::path const& folder, std::vector<entry> const& all, surroundings const& around) {
    std::ofstream page(folder / "catalogue.md");
    page << "# The catalogue\n\nEvery activation, gate and row operation of `<ogive/catalogue.hpp>`. This page and "
            "those it leads to are written by\n`sh docs/survey/run.sh`; a test holds them against it. Elsewhere: in "
            "PyTorch, JAX (with Flax and Optax), Keras, ONNX, oneDNN\nand ggml; in others where few of these have the "
            "function. Zero-centred: of mean 0 for a standard normal input. What has\nseveral inputs is looked at as a "
            "curve in the first, the others being what its page says; what runs along a row, in rows of\nthree, where "
            "it saturates as a curve in x of the row (x, 0, 1), and its error in units of 2^-24 of a row's largest\n"
            "term.\n\n"
            "| name | formula | derivative | defaults | range | monotone | zero-centred | Lipschitz | kinks | "
            "saturated | "
            "max ULP, float | elsewhere | source |\n"
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for (entry const& e : all) {
        auto const error = around.errors.find(e.name);
        page << "| [" << e.name << "](activations/" << e.name << ".md) | "
             << (e.formula.find("\\begin{aligned}") == e.formula.npos ? "$" + in_table(e.formula) + "$" : "") << " | "
             << derivative_cell(e) << " | " << defaults(e) << " | ";
        if (e.properties)
            page << og::curve_properties::shown(e.properties->range) << " | " << (e.properties->monotone ? "yes" : "no")
                 << " | " << (e.properties->zero_centred ? "yes" : "no") << " | " << shown(e.properties->lipschitz)
                 << " | " << og::curve_properties::shown(e.properties->kinks) << " | "
                 << e.properties->shown_saturation();
        else
            page << og::curve_properties::shown(e.properties_of_rows->range) << " along a row | | | "
                 << shown(e.properties_of_rows->steepest) << " | | " << e.properties_of_rows->shown_saturation();
        page << " | " << (error == around.errors.end() ? "" : shown(error->second)) << " | " << elsewhere(e) << " | "
             << linked(std::string(e.source)) << " |\n";
    }
}

}  // namespace survey
