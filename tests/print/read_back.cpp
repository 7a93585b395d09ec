// What is printed, read by a small parser, has exactly the value of the graph: the parentheses are right.

#include <ogive/print/print.hpp>
#include <ogive/symbolic.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace og = ogive;
using namespace og::literals;

namespace {

// One function for each operation, called through its address by the graph and by the parser: no
// compiler contracts what one of them computes with the other's.
using function = double (*)(double, double, double);

template <class P>
double one(double a, double, double) {
    return static_cast<double>(P::value(a));
}
template <class P>
double two(double a, double b, double) {
    return static_cast<double>(P::value(a, b));
}
template <class P>
double two_conditions(double a, double b, double) {
    return P::value(a != 0, b != 0);
}
double negation(double a, double, double) { return a == 0; }
double choice(double c, double a, double b) { return c != 0 ? a : b; }

struct entry {
    og::operation const* op;
    char const* read;  // what the parser knows it by
    function f;
};
entry const table[] = {
    {&og::record<og::add_primitive>, "+", two<og::add_primitive>},
    {&og::record<og::subtract_primitive>, "-", two<og::subtract_primitive>},
    {&og::record<og::multiply_primitive>, "*", two<og::multiply_primitive>},
    {&og::record<og::divide_primitive>, "/", two<og::divide_primitive>},
    {&og::record<og::negate_primitive>, "negate", one<og::negate_primitive>},
    {&og::record<og::square_primitive>, "^2", one<og::square_primitive>},
    {&og::record<og::power_primitive<3>>, "^3", one<og::power_primitive<3>>},
    {&og::record<og::maximum_primitive>, "max", two<og::maximum_primitive>},
    {&og::record<og::minimum_primitive>, "min", two<og::minimum_primitive>},
    {&og::record<og::absolute_primitive>, "abs", one<og::absolute_primitive>},
    {&og::record<og::tanh_primitive>, "tanh", one<og::tanh_primitive>},
    {&og::record<og::sigmoid_primitive>, "sigmoid", one<og::sigmoid_primitive>},
    {&og::record<og::exp_primitive>, "exp", one<og::exp_primitive>},
    {&og::record<og::expm1_primitive>, "expm1", one<og::expm1_primitive>},
    {&og::record<og::normal_cdf_primitive>, "normal_cdf", one<og::normal_cdf_primitive>},
    {&og::record<og::normal_pdf_primitive>, "normal_pdf", one<og::normal_pdf_primitive>},
    {&og::record<og::where_primitive>, "where", choice},
    {&og::record<og::less_primitive>, "<", two<og::less_primitive>},
    {&og::record<og::less_equal_primitive>, "<=", two<og::less_equal_primitive>},
    {&og::record<og::greater_primitive>, ">", two<og::greater_primitive>},
    {&og::record<og::equal_primitive>, "==", two<og::equal_primitive>},
    {&og::record<og::logical_and_primitive>, "&&", two_conditions<og::logical_and_primitive>},
    {&og::record<og::logical_or_primitive>, "||", two_conditions<og::logical_or_primitive>},
    {&og::record<og::logical_not_primitive>, "!", negation},
};

function function_of(og::operation const* op) {
    for (entry const& e : table)
        if (e.op == op) return e.f;
    FAIL("an operation that the test does not know: " << op->name);
    return nullptr;
}

/// or, and, comparison, sum, product, sign, power, primary: each in one function, by precedence.
class parser {
public:
    static double value(std::string const& text, std::map<std::string, double> names) {
        std::size_t begin = 0;
        for (;;) {
            std::size_t const end = text.find('\n', begin);
            std::string line = text.substr(begin, end - begin);
            if (end == std::string::npos) return parser(line, names).whole();
            std::size_t const equals = line.find(" = ");
            names[line.substr(0, equals)] = parser(line.substr(equals + 3), names).whole();
            begin = end + 1;
        }
    }

private:
    parser(std::string const& text, std::map<std::string, double> const& names)
        : text_(text), names_(names) {}

    double whole() {
        double const v = binary(0);
        space();
        INFO(text_ << " at " << at_);
        REQUIRE(at_ == text_.size());
        return v;
    }

    void space() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    bool take(std::string const& word) {
        space();
        if (text_.compare(at_, word.size(), word) != 0) return false;
        at_ += word.size();
        return true;
    }
    void expect(std::string const& word) {
        INFO(text_ << " at " << at_ << ": " << word);
        REQUIRE(take(word));
    }
    static double call(std::string const& name, double a, double b = 0, double c = 0) {
        for (entry const& e : table)
            if (e.read == name) return e.f(a, b, c);
        FAIL("unknown: " << name);
        return 0;
    }

    double binary(std::size_t k) {
        static std::vector<std::vector<std::string>> const operators = {
            {"||"}, {"&&"}, {"<=", "<", ">", "=="}, {"+", "-"}, {"*", "/"}};
        if (k == operators.size()) return sign();
        double v = binary(k + 1);
        for (bool more = true; more;) {
            more = false;
            for (auto const& op : operators[k])
                if (!more && take(op)) {
                    v = call(op, v, binary(k + 1));
                    more = true;
                }
        }
        return v;
    }
    double sign() {
        if (take("-")) return call("negate", sign());
        if (take("!")) return call("!", sign());
        double const v = primary();
        if (!take("^")) return v;
        double const raised = call(std::string("^") + text_[at_], v);
        ++at_;
        INFO(text_);
        REQUIRE(!take("^"));  // x^2^2: nobody knows
        return raised;
    }
    double primary() {
        if (take("(")) {
            double const v = binary(0);
            expect(")");
            return v;
        }
        space();
        if (std::isdigit(static_cast<unsigned char>(text_[at_]))) {
            char* end = nullptr;
            double const v = std::strtod(text_.c_str() + at_, &end);
            at_ = static_cast<std::size_t>(end - text_.c_str());
            return v;
        }
        std::string name;
        while (at_ < text_.size() &&
               (std::isalnum(static_cast<unsigned char>(text_[at_])) || text_[at_] == '_'))
            name += text_[at_++];
        if (name == "inf") return HUGE_VAL;
        if (name == "nan") return NAN;
        if (take("(")) {
            double v[3]{};
            for (int j = 0; j < 3; ++j) {
                v[j] = binary(0);
                if (!take(",")) break;
            }
            expect(")");
            return call(name, v[0], v[1], v[2]);
        }
        INFO(text_ << ": " << name);
        REQUIRE(names_.count(name) == 1);
        return names_.at(name);
    }

    std::string text_;
    std::map<std::string, double> const& names_;
    std::size_t at_ = 0;
};

bool same_bits(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) ||
           std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

og::leaf_name const name_list[] = {{og::name_key("x"), "x"}, {og::name_key("y"), "y"}, {og::name_key("t1"), "t1"}};
og::leaf_names const names{name_list, 3};

double value_in(og::graph const& g, int root, std::map<std::string, double> const& at) {
    std::vector<double> v;
    for (int i = 0; i <= root; ++i) {
        og::node const& n = g[i];
        auto const argument = [&](int j) {
            return j < n.op->arity ? v[static_cast<std::size_t>(n.argument(j))] : 0;
        };
        if (g.is_number(i))
            v.push_back(g.value(i));
        else if (n.op->arity == 0)
            v.push_back(at.at(std::string(og::printing::name_of(n.bits, names))));
        else
            v.push_back(function_of(n.op)(argument(0), argument(1), argument(2)));
    }
    return v.back();
}

bool balanced(std::string const& latex) {
    int braces = 0, brackets = 0, cases = 0;
    for (std::size_t i = 0; i < latex.size(); ++i) {
        braces += (latex[i] == '{') - (latex[i] == '}');
        auto const here = [&](char const* word) {
            return latex.compare(i, std::char_traits<char>::length(word), word) == 0;
        };
        brackets += here("\\left") - here("\\right");
        cases += here("\\begin") - here("\\end");
        if (braces < 0 || brackets < 0 || cases < 0 || here("}^{2}^") || here("}^{3}^")) return false;
    }
    return braces == 0 && brackets == 0 && cases == 0;
}

}  // namespace

TEST_CASE("the text of random graphs reads back as exactly the same value", "[print][text]") {
    std::mt19937 random(20240229);
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    constexpr double numbers[] = {2, -3, 0.5, 0.1, -1e-5, 1e300, 0, -0.0, 1, -1, 1e30, 5e-324};

    constexpr std::size_t trials = 4000;
    std::size_t cut = 0;
    std::size_t characters = 0;
    for (std::size_t trial = 0; trial < trials; ++trial) {
        og::graph g;
        std::vector<int> values, conditions;
        for (auto const& leaf : names) values.push_back(g.leaf(&og::kind::variable, leaf.key));
        for (int k = 0; k < 3; ++k) values.push_back(g.constant(numbers[below(std::size(numbers))]));

        std::size_t const size = 5 + below(trial % 8 == 0 ? 60 : 20);
        int root = values[0];
        for (std::size_t k = 0; k < size; ++k) {
            // Late nodes more often than early ones, so that formulas grow deep.
            auto const any = [&](std::vector<int> const& of) {
                return of[of.size() - 1 -
                          below(below(4) == 0 ? of.size() : std::min<std::size_t>(of.size(), 4))];
            };
            entry const& e = table[below(std::size(table))];
            bool const takes_conditions = e.op->condition && e.op->binds != og::precedence::comparison;
            bool const chooses = e.op == &og::record<og::where_primitive>;
            if ((takes_conditions || chooses) && conditions.empty()) continue;
            int const a = any(takes_conditions || chooses ? conditions : values);
            int const b = e.op->arity > 1 ? any(takes_conditions ? conditions : values) : og::no_node;
            int const c = e.op->arity > 2 ? any(values) : og::no_node;
            int const made = g.make(e.op, a, b, c);
            (e.op->condition ? conditions : values).push_back(made);
            if (made > root) root = made;
        }

        // On one line, and cut into many short parts.
        og::printing::notation short_parts = og::printing::text;
        short_parts.part = 8;
        std::string text = og::printing::written(g, root, names), lines;
        auto const parts = og::printing::print(short_parts, g, &root, 1, names, true);
        for (int k = 0; k < parts.count; ++k) lines += parts.parts[k].name + " = " + parts.parts[k].formula + "\n";
        lines += parts.formulas[0];
        cut += parts.count > 1;
        characters += text.size();
        for (double const x : {0.7, -1.3, 0.0}) {
            std::map<std::string, double> const at = {{"x", x}, {"y", 2.1 - x}, {"t1", x * x - 0.3}};
            INFO(text << '\n' << lines);
            double const value = value_in(g, root, at);
            REQUIRE(same_bits(parser::value(text, at), value));
            REQUIRE(same_bits(parser::value(lines, at), value));
        }
        std::string const latex = og::printing::to_latex(g, root, names);
        INFO(latex);
        REQUIRE(balanced(latex));
    }
    CHECK(cut > trials / 16);
    CHECK(characters > trials * 40);
}

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

template <class E>
void reads_back(E e) {
    constexpr double expected = E{}(x = 0.7, y = -1.3);
    INFO(og::to_text(e));
    CHECK(parser::value(og::to_text(e), {{"x", 0.7}, {"y", -1.3}}) == Approx(expected).epsilon(1e-14));
}

}  // namespace

TEST_CASE("the text of an expression has the value of the expression", "[print][text]") {
    reads_back(x - (y - x) - (x + y));
    reads_back(x / (y / x) / (x * y));
    reads_back(-og::square(x - y) * (x + 1_c));
    reads_back(og::power(-x / y, 3_c) - -2_c * x);
    reads_back(og::where(x < y || (x > 0_c && !(y < 0_c)), x * (y + 3_c), -(x * y)) * y);
    reads_back(og::derivative(og::silu(x) * y, x));
    reads_back(og::derivative(og::gelu(x) / y, x, x));
    reads_back(og::derivative(og::swiglu(x, y, 1.5_c), x, y));
    reads_back(og::derivative(og::gelu_tanh(x * y), x, x));
}
