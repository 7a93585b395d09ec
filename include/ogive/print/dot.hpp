#pragma once

#include <ogive/algebra/compact.hpp>
#include <ogive/print/text.hpp>

namespace ogive {

namespace printing {

/// What a node is called in a drawing: `+`, `^2`, `tanh`.
inline std::string label_of(operation const& op) {
    if (op.text.empty() || op.binds == precedence::call) return std::string(op.name);
    std::string label;
    for (std::size_t k = 0; k < op.text.size();) {
        if (slot_at(op.text, k, op.arity) >= 0)
            k += slot_size;
        else if (is_letter(op.text[k]))
            return std::string(op.name);  // a formula, not a sign
        else if (op.text[k] == ' ')
            ++k;
        else
            label += op.text[k++];
    }
    return label;
}

inline std::string quoted(std::string_view label) {
    std::string out = "\"";
    for (char const c : label) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

inline std::string to_dot(auto const& g, int root, leaf_names const& names) {
    buffer<int> at(static_cast<std::size_t>(g.size()));
    reachable(g, &root, 1, at.data());
    auto const id = [&](int i) {
        while (g[i].op->expands()) i = g[i].a;
        return std::string("n").append(std::to_string(at[i]));
    };

    std::string out = "digraph {\n";
    for (int i = 0; i <= root; ++i) {
        if (at[i] < 0 || g[i].op->expands()) continue;
        operation const& op = *g[i].op;
        out += "  " + id(i) + " [label=";
        if (g.is_number(i))
            out += printing::quoted(text_number(g.value(i)).characters) + ", shape=plaintext";
        else if (op.arity == 0)
            out += printing::quoted(name_of(g[i].bits, names)) +
                   (&op == &kind::parameter ? ", shape=diamond" : ", shape=box");
        else
            out += printing::quoted(label_of(op));
        out += "];\n";
        for (int j = 0; j < op.arity; ++j) {
            out += "  " + id(g[i].argument(j)) + " -> " + id(i);
            if (op.arity > 1 && !op.commutative) out += " [label=" + std::to_string(j + 1) + "]";
            out += ";\n";
        }
    }
    return out + "}\n";
}

}  // namespace printing

/// The graph of the formula, for Graphviz: one node for each operation, however often it is used.
///
/// Shape       arguments point to results; a box is a var, a diamond a param; where the order of the
///             arguments matters, the edges carry it; sums in a gradient as to_text has them
/// Errors      compile time only: the argument is not an expression
template <class T>
std::string to_dot(T e) {
    using E = decltype(to_expression(e));
    graph g = printing::graph_of(typename E::leaves{});
    int const root = E::lower(g);
    return printing::to_dot(g, root, printing::names_of(typename E::leaves{}));
}

}  // namespace ogive
