#include "code.hpp"

#include <cctype>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace survey {

namespace {

/// What og::to_text prints, in C++: `x^2` is og::square(x), 0.5 is 0.5_c, sigmoid(x) is og::sigmoid(x).
class in_cpp {
public:
    explicit in_cpp(std::string const& text) {
        for (at_ = text.c_str(); *at_ != '\0';) next();
    }
    std::string const& written() const { return out_; }

private:
    char const* at_;
    std::string out_{};
    std::size_t last_ = 0;             ///< where the last operand starts
    std::vector<std::size_t> open_{};  ///< where the operands start that are open parentheses

    void next() {
        auto const is_of_a_name = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
        char const c = *at_;
        if (std::isdigit(static_cast<unsigned char>(c))) {
            char* end = nullptr;
            std::strtod(at_, &end);
            last_ = out_.size();
            out_.append(at_, static_cast<char const*>(end)).append("_c");
            at_ = end;
        } else if (is_of_a_name(c)) {
            char const* const first = at_;
            while (is_of_a_name(*at_)) ++at_;
            last_ = out_.size();
            std::string_view const name(first, static_cast<std::size_t>(at_ - first));
            // The one of the printed primitives that has no shorter name.
            out_.append(*at_ != '(' ? "" : name == "expm1_minus" ? "og::whole::" : "og::").append(name);
            if (*at_ == '(') open(last_);
        } else if (c == '(') {
            open(out_.size());
        } else if (c == ')') {
            last_ = open_.back();
            open_.pop_back();
            out_ += *at_++;
        } else if (c == '^') {
            char* end = nullptr;
            long const power = std::strtol(at_ + 1, &end, 10);
            std::string base = out_.substr(last_);
            if (base.starts_with('(')) base = base.substr(1, base.size() - 2);
            out_.resize(last_);
            out_ +=
                power == 2 ? "og::square(" + base + ")" : "og::power(" + base + ", " + std::to_string(power) + "_c)";
            at_ = end;
        } else {
            out_ += *at_++;
        }
    }
    void open(std::size_t from) {
        open_.push_back(from);
        out_ += *at_++;
    }
};

/// What are primitives of the library, of simpler ones: the others are what is printed of them.
constexpr std::pair<std::string_view, std::string_view> definitions[] = {{"sigmoid", "1 / (1 + exp(-x))"},
                                                                         {"tanh", "2 / (1 + exp(-2 * x)) - 1"},
                                                                         {"softplus", "log1p(exp(beta * x)) / beta"},
                                                                         {"sinc", "sin(x) / x"},
                                                                         {"clip", "minimum(maximum(x, low), high)"}};
std::string definition_of(entry const& e) {
    for (auto const& [name, definition] : definitions)
        if (name == e.name) return std::string(definition);
    return e.text;
}

/// As a double is written down.
std::string number(double x) {
    std::string const s = og::curve_properties::shown(x);
    return s.find_first_of(".e") == s.npos ? s + ".0" : s;
}

/// "x, beta", or with the values behind each or alone.
template <class Said>
std::string listed(entry const& e, Said said) {
    std::string s;
    std::size_t k = 0;
    auto const add = [&](std::string_view name) {
        s.append(s.empty() ? "" : ", ").append(said(std::string(name), k++));
    };
    for (auto const name : e.inputs) add(name);
    for (auto const& hyper : e.hyper_parameters) add(hyper.name);
    return s;
}

std::string check_of_a_curve(entry const& e) {
    std::string s;
    for (double const x : {-0.5, 1.5}) {
        auto const value = [&](std::size_t k) { return number(k == 0 ? x : e.at[k]); };
        s += "static_assert(og::abs(mine(" +
             listed(e, [&](std::string const& name, std::size_t k) { return name + " = " + value(k); }) +
             ") - og::" + e.name + "(" + listed(e, [&](std::string const&, std::size_t k) { return value(k); }) +
             ")) < 1e-14);\n";
    }
    return s;
}

std::string check_of_a_row(entry const& e) {
    std::string const bound = listed(e, [&](std::string const& name, std::size_t k) {
        return name + " = " +
               (k == 0                ? "og::matrix(row, 1, 3)"
                : k < e.inputs.size() ? "og::per_row(of_row)"
                                      : number(e.at[k]));
    });
    bool const one_value = e.row->one_value;
    auto const result = [&](std::string const& to) { return one_value ? to : "og::matrix(" + to + ", 1, 3)"; };
    std::string s = "bool holds() {\n    double const row[] = {-0.5, 1.5, 0.25};\n";
    for (std::size_t k = 1; k < e.inputs.size(); ++k) s += "    double const of_row[] = {" + number(e.at[k]) + "};\n";
    std::string const size = one_value ? "1" : "3";
    s += "    double y[" + size + "], library[" + size + "];\n    og::evaluate(mine, " + result("y") + ", " + bound +
         ");\n" + "    og::evaluate(og::" + e.name + "(" +
         listed(e, [](std::string const& name, std::size_t) { return name; }) + "), " + result("library") + ", " +
         bound + ");\n    return ";
    for (int k = 0; k < (one_value ? 1 : 3); ++k) {
        std::string const at = "[" + std::to_string(k) + "]";
        s += (k > 0 ? " && " : "") + std::string("og::abs(y") + at + " - library" + at + ") < 1e-14";
    }
    return s + ";\n}\n";
}

}  // namespace

std::string composed(entry const& e) {
    std::string s;
    for (auto const name : e.inputs)
        s.append("constexpr og::var<\"").append(name).append("\"> ").append(name).append(";\n");
    for (auto const& hyper : e.hyper_parameters)
        s.append("constexpr og::param<\"").append(hyper.name).append("\"> ").append(hyper.name).append(";\n");
    std::istringstream lines(definition_of(e));
    for (std::string line; std::getline(lines, line);) {
        bool const is_part = line.find(" = ") != line.npos && line.starts_with('t') && !lines.eof();
        s += is_part ? "constexpr auto " + line.substr(0, line.find(" = ")) + " = " +
                           in_cpp(line.substr(line.find(" = ") + 3)).written() + ";\n"
                     : "constexpr auto mine = " + in_cpp(line).written() + ";\n";
    }
    return s + (e.along_rows() ? check_of_a_row(e) : check_of_a_curve(e));
}

}  // namespace survey
