#pragma once
// From a graph to a formula on paper, by the patterns of the operations' records: `{0} + {1}`.
//
// The graph's type is a template argument of the functions here, so that who prints nothing pays nothing.
//
// A node's level says how tightly its formula holds together, a place in a pattern which level it
// needs; what binds weaker stands in parentheses. They never regroup what rounds: a + (b + c) keeps them.

#include <ogive/graph/graph.hpp>
#include <ogive/meta/buffer.hpp>
#include <ogive/meta/decimal_point.hpp>
#include <ogive/meta/type_list.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace ogive {

/// What a leaf of the graph is called.
struct leaf_name {
    std::uint64_t key = 0;
    std::string_view name{};
};

struct leaf_names {
    leaf_name const* first;
    std::size_t count;

    leaf_name const* begin() const { return first; }
    leaf_name const* end() const { return first + count; }
};

namespace printing {

/// The names of an expression's leaves.
template <class List>
inline constexpr leaf_name names[1]{};
template <class... Leaf>
    requires(sizeof...(Leaf) > 0)
inline constexpr leaf_name names<types<Leaf...>>[] = {{Leaf::key, Leaf::name}...};
template <class List>
leaf_names names_of(List) {
    return {names<List>, size_v<List>};
}

/// The shapes with which a formula is printed: those of a call that binds each param to one value for all.
template <class List>
inline constexpr leaf_shape shapes_on_paper[1]{};
template <class... Leaf>
    requires(sizeof...(Leaf) > 0)
inline constexpr leaf_shape shapes_on_paper<types<Leaf...>>[] = {
    {Leaf::key, Leaf::kind == &kind::variable ? shapes::per_element : shapes::one}...};
/// The graph that a formula of these leaves is lowered into to be printed: a broadcast's adjoint is the sum that it is,
/// or none.
template <class List>
graph graph_of(List) {
    return graph(equations::exact, shapes_on_paper<List>, static_cast<int>(size_v<List>));
}

inline std::string_view name_of(std::uint64_t key, leaf_names const& names) {
    for (auto const& [k, name] : names)
        if (k == key) return name;
    return "?";
}

/// A formula and its level.
struct piece {
    std::string characters{};
    int level = 0;
};

/// Levels are twice the precedence: room for what stands between two of them.
namespace level {
inline constexpr int anything = 0, cases = 1, summation = 2 * precedence::sum + 1, product = 2 * precedence::product,
                     sign = 2 * precedence::sign, power = 2 * precedence::power, call = 2 * precedence::call;
constexpr int above(int precedence) { return 2 * precedence + 1; }
}  // namespace level

/// How something is written: as plain text, in LaTeX.
struct notation {
    std::string_view open, close;  ///< parentheses
    std::size_t line;              ///< a formula longer than this is cut into named parts
    std::size_t part;              ///< what a part that stands in several places is longer than
    std::size_t longest;           ///< what a part that stands in one place is not longer than
    std::string (*pattern)(operation const&);
    std::string (*name)(std::string_view);
    piece (*number)(double);
    std::string (*part_name)(int);
};

/// Formulas and, if one was too long for a line, the parts that they name, in order.
struct printed {
    struct part {
        std::string name, formula;
        bool condition = false;
    };
    buffer<part> parts;
    buffer<std::string> formulas;  ///< of the roots
    int count = 0;                 ///< of the parts
    bool complete = false;
};

/// The shortest decimal that reads back as the same double, in two parts: 1.5e-7 is "1.5" and "-7".
struct decimal {
    std::string digits, exponent;
};
inline decimal decimal_of(double x) {
    if (x != x) return {"nan", {}};
    char buffer[32];
    for (int digits = 1; digits <= 17; ++digits) {
        std::snprintf(buffer, sizeof buffer, "%.*g", digits, x);
        bool const rounded = x > -1e6 && x < 1e6 && std::string_view(buffer).find("e+") != std::string_view::npos;
        if (!rounded && std::strtod(buffer, nullptr) == x) break;  // 40, not 4e1
    }
    put_decimal_point(buffer);
    std::string_view const all = buffer;
    std::size_t const e = x - x != 0 ? all.npos : all.find('e');
    if (e == all.npos) return {std::string(all), {}};
    std::string_view power = all.substr(e + 1);
    std::string const sign = power[0] == '-' ? "-" : "";
    power.remove_prefix(power.find_first_not_of("+-0"));
    return {std::string(all.substr(0, e)), sign + std::string(power)};
}

/// The argument whose slot begins at this character of a pattern, or -1.
inline int slot_at(std::string_view pattern, std::size_t i, int arity) {
    if (i + 2 >= pattern.size() || pattern[i] != '{' || pattern[i + 2] != '}') return -1;
    int const argument = pattern[i + 1] - '0';
    return argument >= 0 && argument < arity ? argument : -1;
}
inline constexpr std::size_t slot_size = 3;

/// Whether a pattern is one of the arguments.
inline bool is_transparent(std::string_view pattern) { return pattern.size() == slot_size && pattern.front() == '{'; }

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// f({0}, {1}), or a whole in parentheses.
inline bool is_call(std::string_view pattern) {
    std::size_t k = 0;
    while (k < pattern.size() && (is_letter(pattern[k]) || is_digit(pattern[k]))) ++k;
    int open = 0;
    for (; k < pattern.size(); ++k) {
        open += (pattern[k] == '(') - (pattern[k] == ')');
        if (open == 0) break;
    }
    return k > 0 && k + 1 == pattern.size();
}

/// a + b, outside of all parentheses and braces.
inline bool has_operator_outside(std::string_view pattern) {
    int open = 0;
    for (char const c : pattern) {
        open += (c == '(' || c == '[' || c == '{') - (c == ')' || c == ']' || c == '}');
        if (open == 0 && std::string_view("+-*/%^<>=!&|?:").find(c) != std::string_view::npos) return true;
    }
    return false;
}
/// How tightly an operation's pattern holds together: one of others that does not say so and has an operator, not at all.
inline int binds_of(operation const& op, std::string_view pattern) {
    bool const says_nothing = op.binds == precedence::call && !op.is_of_library();
    return says_nothing && has_operator_outside(pattern) ? precedence::unknown : op.binds;
}

/// The level of an operation written in this pattern.
inline int level_of(operation const& op, std::string_view pattern) {
    if (is_call(pattern)) return level::call;
    if (pattern.find(R"(\begin{cases})") != pattern.npos) return level::cases;
    if (pattern.starts_with(R"(\frac{)")) return level::power;  // the bar groups, but for an exponent
    if (int const binds = binds_of(op, pattern); binds < precedence::call) return 2 * binds;
    if (pattern.ends_with(')') || pattern.ends_with('|')) return level::call;
    if (pattern.size() > slot_size && slot_at(pattern, pattern.size() - slot_size, op.arity) >= 0)
        return level::summation;  // \sum_j {0}
    return level::power;          // e^{{0}}
}

/// The place of a slot in its pattern.
struct place {
    int level = level::anything;  ///< what the argument's formula needs
    bool after_sign = false;      ///< an argument that begins with a minus would stand behind another sign
};

inline place place_of(std::string_view before, std::string_view after, int binds) {
    before = before.substr(0, before.find_last_not_of(' ') + 1);
    after.remove_prefix(after.find_first_not_of(' ') == after.npos ? after.size() : after.find_first_not_of(' '));

    bool opened = before.ends_with(R"(\\)") || before.ends_with("{cases}");
    for (char const c : {'(', '[', '{', '|', ',', '&'}) opened |= before.ends_with(c);
    bool closed = after.starts_with(R"(\right)") || after.starts_with(R"(\\)");
    for (char const c : {')', ']', '}', '|', ',', '&'}) closed |= after.starts_with(c);
    bool const chosen = before.find('?') != before.npos;  // c ? a : b
    opened |= before.ends_with('?') || (chosen && before.ends_with(':'));
    closed |= after.starts_with('?') || (chosen && after.starts_with(':'));

    if (opened && closed) return {};
    if (binds == precedence::unknown) return {level::call, true};
    if (before.empty()) return {binds == precedence::power ? level::above(binds) : 2 * binds, false};
    if (after.empty())
        return {binds == precedence::call ? level::product : level::above(binds), binds > precedence::comparison};
    if (after.starts_with('^')) return {level::above(precedence::power), true};
    return {before.ends_with('+') || before.ends_with('-') ? level::above(precedence::sum) : level::power, true};
}

/// The arguments in the order of paper: 2 * x, beta * x, but x + 1. Functions keep theirs.
struct arguments {
    int at[3];
};
inline arguments ordered(auto const& g, node const& n) {
    arguments in{{n.a, n.b, n.c}};
    if (!n.op->commutative || n.op->binds == precedence::call) return in;
    auto const rank = [&](int i) { return g.is_number(i) ? 0 : dimensions(g[i].of) == shapes::one ? 1 : 2; };
    bool const swapped =
        n.op->binds == precedence::product ? rank(n.b) < rank(n.a) : g.is_number(n.a) && !g.is_number(n.b);
    if (swapped) in = {{n.b, n.a, n.c}};
    return in;
}

/// How often the formulas of the roots write each node down, as a pattern's slot or a formula.
inline buffer<int> uses(notation const& as, auto const& g, int const* roots, int root_count, int last) {
    buffer<int> count(static_cast<std::size_t>(last) + 1);
    for (int k = 0; k < root_count; ++k) ++count[roots[k]];
    for (int i = last; i >= 0; --i) {
        node const& n = g[i];
        if (count[i] == 0 || n.op->arity == 0) continue;
        std::string const pattern = as.pattern(*n.op);
        for (std::size_t k = 0; k < pattern.size(); ++k)
            if (int const j = slot_at(pattern, k, n.op->arity); j >= 0) ++count[n.argument(j)];
    }
    return count;
}

/// The formulas of the roots. When one gets longer than a line, either gives up (cut is false) or cuts them into named
/// parts.
inline printed print(notation const& as, auto const& g, int const* roots, int root_count, leaf_names const& names,
                     bool cut) {
    int last = 0;
    for (int k = 0; k < root_count; ++k) last = roots[k] > last ? roots[k] : last;
    buffer<piece> pieces(static_cast<std::size_t>(last) + 1);
    buffer<int> left = uses(as, g, roots, root_count, last);
    printed all{buffer<printed::part>(static_cast<std::size_t>(last) + 1),
                buffer<std::string>(static_cast<std::size_t>(root_count))};
    int parts = 0;

    auto const next_part_name = [&] {
        for (;;) {
            std::string name = as.part_name(++parts);
            bool taken = false;
            for (auto const& leaf : names) taken |= as.name(leaf.name) == name;
            if (!taken) return name;
        }
    };

    for (int i = 0; i <= last; ++i) {
        if (left[i] == 0) continue;
        piece& made = pieces[i];
        node const& n = g[i];
        if (g.is_number(i)) {
            made = as.number(g.value(i));
        } else if (n.op->arity == 0) {
            made = {as.name(name_of(n.bits, names)), level::call};
        } else {
            std::string const pattern = as.pattern(*n.op);
            std::string_view const view = pattern;
            arguments const in = ordered(g, n);
            made.level = level_of(*n.op, view);
            for (std::size_t k = 0; k < view.size();) {
                int const j = slot_at(view, k, n.op->arity);
                if (j < 0) {
                    made.characters += view[k++];
                    continue;
                }
                int const argument = in.at[j];
                piece& part = pieces[argument];
                if (is_transparent(view)) {
                    made = part;
                } else if (g.is_number(argument) && part.characters.starts_with('-') &&
                           made.characters.ends_with("+ ")) {
                    made.characters.replace(made.characters.size() - 2, 2, "- ").append(part.characters, 1);
                } else if (made.level == level::cases && part.level == level::cases && j == 2) {
                    made.characters.append(part.characters, sizeof R"(\begin{cases})");  // its cases follow
                    k = view.size();
                    if (--left[argument] == 0) part = {};
                    continue;
                } else {
                    place const here = place_of(view.substr(0, k), view.substr(k + slot_size), binds_of(*n.op, view));
                    if (part.level < here.level || (here.after_sign && part.characters.starts_with('-')))
                        made.characters.append(as.open).append(part.characters).append(as.close);
                    else
                        made.characters += part.characters;
                }
                if (--left[argument] == 0) part = {};  // a long chain must not keep all its prefixes
                k += slot_size;
            }
        }
        bool is_root = false;
        for (int k = 0; k < root_count; ++k) is_root |= roots[k] == i;
        std::size_t const longest = left[i] > 1 ? as.part : is_root ? std::string::npos : as.longest;
        bool const is_name = made.characters.find_first_of(" (") == std::string::npos;
        if (cut && n.op->arity > 0 && !is_name && made.characters.size() > longest) {
            printed::part& part = all.parts[all.count++];
            part = {next_part_name(), static_cast<std::string&&>(made.characters), n.op->condition};
            made = {part.name, level::call};
        }
        if (!cut && made.characters.size() > as.line) return all;
    }
    for (int k = 0; k < root_count; ++k) all.formulas[k] = pieces[roots[k]].characters;
    all.complete = true;
    return all;
}

inline printed print(notation const& as, auto const& g, int root, leaf_names const& names) {
    printed whole = print(as, g, &root, 1, names, false);
    return whole.complete ? static_cast<printed&&>(whole) : print(as, g, &root, 1, names, true);
}

/// `name({0}, {1})`, for an operation without a pattern.
inline std::string call_pattern(std::string name, std::string_view open, std::string_view close, int arity) {
    name += open;
    for (int j = 0; j < arity; ++j) name.append(j == 0 ? "{" : ", {").append(std::to_string(j)).append("}");
    return name.append(close);
}

}  // namespace printing

}  // namespace ogive
