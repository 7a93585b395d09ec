#pragma once
// Conditions on two values. With NaN all but != are false.

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

struct less_primitive {
    static constexpr std::string_view name = "less"sv, text = "{0} < {1}"sv, latex = R"({0} < {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a < b; }
};

struct less_equal_primitive {
    static constexpr std::string_view name = "less_equal"sv, text = "{0} <= {1}"sv, latex = R"({0} \le {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a <= b; }
};

struct greater_primitive {
    static constexpr std::string_view name = "greater"sv, text = "{0} > {1}"sv, latex = R"({0} > {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a > b; }
};

struct greater_equal_primitive {
    static constexpr std::string_view name = "greater_equal"sv, text = "{0} >= {1}"sv, latex = R"({0} \ge {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a >= b; }
};

struct equal_primitive {
    static constexpr std::string_view name = "equal"sv, text = "{0} == {1}"sv, latex = R"({0} = {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false, woven = true;
    static constexpr bool commutative = true;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return a == b; }
    /// Which value of a row is the largest, says only a maximum of the same bits: of a formula not one that is loaded.
    template <class Graph>
    static constexpr int resolve(Graph& g, int a, int b, int) {
        int const x = not_loaded(g, a, b), y = not_loaded(g, b, a);
        return x == a && y == b ? -1 : g.insert(described<Graph, equal_primitive>, x, y);
    }

private:
    template <class Graph>
    static constexpr int not_loaded(Graph const& g, int y, int x) {
        auto const& leaf = g[y];
        if (leaf.op->arity > 0 || leaf.loaded == no_node) return y;
        auto const& operation = g[leaf.loaded];
        bool const of_formula = g[x].op->arity > 0 || g[x].loaded != no_node;
        return of_formula && operation.op->reduces() && operation.a == x ? leaf.loaded : y;
    }
};

struct not_equal_primitive {
    static constexpr std::string_view name = "not_equal"sv, text = "{0} != {1}"sv, latex = R"({0} \ne {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::comparison;
    static constexpr bool condition = true, differentiable = false;
    static constexpr bool commutative = true;
    static constexpr cost price{};

    // Written so that NaN differs from everything: some versions of batches' own != say false there.
    OGIVE_INLINE static constexpr auto value(auto a, auto b) { return !(a == b); }
};

}  // namespace ogive
