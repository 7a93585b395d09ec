#pragma once
// Sums over rows, over columns and over everything: what a broadcast's adjoint needs, and what a
// loss is. Known only after the last row.

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/column.hpp>
#include <ogive/primitive/divide.hpp>
#include <ogive/primitive/finite.hpp>
#include <ogive/primitive/row.hpp>

namespace ogive {

/// Down the columns: one value per column.
struct col_sum_primitive : adding {
    static constexpr std::string_view name = "col_sum"sv, latex = R"(\sum_i {0})"sv;
    static constexpr reduction over{.domain = shapes::per_element, .keeps = shapes::per_column | shapes::late, .sets = shapes::per_column | shapes::late};
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};

// One value for all. Which of the three a sum is follows from the shape of what it sums.
template <shape Domain>
struct sum_primitive : adding {
    static constexpr std::string_view name = "sum"sv, latex = R"(\sum {0})"sv;
    static constexpr reduction over{.domain = Domain, .keeps = shapes::late, .sets = shapes::late};
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};

/// x, seen as a value of the shape of `from`, summed down to the shape of `like`: one of the sums above as soon as
/// a call has bound shapes to the names.
struct reduce_primitive {
    static constexpr std::string_view name = "reduce"sv, text = "sum({0})"sv, latex = R"(\sum {0})"sv;
    static constexpr int shape_of = 2;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x, auto, auto) { return x; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int from, int like) {
        shape const to = g[like].of;
        if (from == like || dimensions(to) == shapes::per_element) return x;
        if ((g[from].of | to) & shapes::open) return -1;
        shape surplus = dimensions(g[from].of & ~to);
        bool const printed = g.binds() && !g.stabilises();
        if (surplus == shapes::one)  // a reader is shown a sum that is written down: sum(w^2), w one value
            return printed && g.is_number(like) ? -1 : x;
        // and, of one value per row that each column adds once more, both sums
        if (printed && surplus == shapes::per_element && dimensions(g[x].of) == shapes::per_row) {
            x = g.make(described<Graph, row_sum_primitive>, x);
            surplus = shapes::per_row;
        }
        if (dimensions(to) == shapes::one)
            return g.make(surplus == shapes::per_element ? described<Graph, sum_primitive<shapes::per_element>>
                          : surplus == shapes::per_row   ? described<Graph, sum_primitive<shapes::per_row>>
                                                         : described<Graph, sum_primitive<shapes::per_column>>,
                          x);
        if (surplus == shapes::per_row) return g.make(described<Graph, col_sum_primitive>, x);
        return g.stabilises() ? sum_of_row(g, x) : g.make(described<Graph, row_sum_primitive>, x);
    }
    /// Down from the result's own shape, which is x's where nothing is summed; and along what was summed and x is one
    /// value for, once for each that was added up.
    static constexpr auto adjoint(auto x, auto from, auto like, auto y, auto dy) {
        return to_each(reduce(reduce(dy, y, x), from, add(like, x)), nothing, nothing);
    }

private:
    /// A value as one for its row, times the rest; either may be missing.
    struct product {
        int of_row = -1, rest = -1;
    };
    template <class Graph>
    static constexpr int times(Graph& g, int a, int b) {
        return a < 0 ? b : b < 0 ? a : g.make(described<Graph, multiply_primitive>, a, b);
    }
    template <class Graph>
    static constexpr product split(Graph& g, int x) {
        if (!(g[x].of & shapes::per_column)) return {x, -1};
        if (g[x].op != described<Graph, multiply_primitive>) return {-1, x};
        product const a = split(g, g[x].a), b = split(g, g[x].b);
        return {times(g, a.of_row, b.of_row), times(g, a.rest, b.rest)};
    }
    /// r a + s b as r sum(a) + s sum(b): sums of a row that need not wait for what r and s are made of, in the loops of
    /// which they find room.
    template <class Graph>
    static constexpr int sum_of_row(Graph& g, int x) {
        auto const n = g[x];
        if (n.op == described<Graph, negate_primitive>) return g.make(n.op, sum_of_row(g, n.a));
        if (n.op == described<Graph, subtract_primitive> && is_mean(g, n.b, n.a)) return g.constant(0);
        if (n.op == described<Graph, tamed_primitive> && !(g[n.b].of & shapes::per_column))
            return g.make(n.op, sum_of_row(g, n.a), n.b);
        if (n.op == described<Graph, multiply_primitive>)
            if (product const p = split(g, x); p.of_row >= 0 && p.rest >= 0)
                return times(g, p.of_row, sum_of_row(g, p.rest));
        if (n.op == described<Graph, add_primitive> && (has_row_factor(g, n.a) || has_row_factor(g, n.b))) {
            int const a = sum_of_row(g, n.a), b = sum_of_row(g, n.b);
            return g.make(n.op, a, b);
        }
        if (int const factor = tamed_by(g, x); factor >= 0) {
            int const is_vast = g.make(described<Graph, vast_primitive>, g[factor].a),
                      plain = g.make(described<Graph, row_sum_primitive>, untamed(g, x, factor));
            return g.make(described<Graph, where_primitive>, is_vast, g.make(described<Graph, row_sum_primitive>, x),
                          plain);
        }
        return g.make(described<Graph, row_sum_primitive>, x);
    }
    /// The factor by which something in the product x is tamed; where that is 1, the sum need not wait for it.
    template <class Graph>
    static constexpr int tamed_by(Graph const& g, int x) {
        auto const& n = g[x];
        if (n.op == described<Graph, tamed_primitive>)
            return g[n.b].op == described<Graph, taming_primitive> ? n.b : -1;
        if (n.op != described<Graph, multiply_primitive>) return -1;
        int const a = tamed_by(g, n.a);
        return a >= 0 ? a : tamed_by(g, n.b);
    }
    template <class Graph>
    static constexpr int untamed(Graph& g, int x, int factor) {
        auto const n = g[x];
        if (n.op == described<Graph, tamed_primitive> && n.b == factor) return n.a;
        if (n.op != described<Graph, multiply_primitive>) return x;
        int const a = untamed(g, n.a, factor), b = untamed(g, n.b, factor);
        return g.make(n.op, a, b);
    }
    /// Whether node i is the mean of the row x, computed or loaded. By name: whoever has no mean should not pay for
    /// the descriptions of its operations.
    template <class Graph>
    static constexpr bool is_mean(Graph const& g, int i, int x) {
        auto const& m = g[g[i].op->arity == 0 && g[i].loaded != no_node ? g[i].loaded : i];
        return m.op->hash == name_key(divide_primitive::name) &&
               g[m.b].op->hash == name_key(column_count_primitive::name) &&
               g[m.a].op == described<Graph, row_sum_primitive> && g[m.a].a == x;
    }
    template <class Graph>
    static constexpr bool has_row_factor(Graph const& g, int x) {
        if (g[x].op != described<Graph, multiply_primitive>) return false;
        for (int const factor : {g[x].a, g[x].b})
            if (!(g[factor].of & shapes::per_column) ? g[factor].op->arity > 0 : has_row_factor(g, factor)) return true;
        return false;
    }
};

template <class... More>
inline constexpr bool a_sum_is_over_everything = sizeof...(More) == 0;

struct sum_function {
    template <class X, class... More>
    constexpr auto operator()(X const& x, More const&...) const {
        static_assert(
            a_sum_is_over_everything<More...>,
            "ogive: og::sum(e) is over everything: row_sum(e) runs along the rows, col_sum(e) down the columns");
        auto const e = to_expression(x);
        return reduce(e, e, 0_c);
    }
};
/// The sum over everything that x varies along, one number: `og::evaluate(og::sum(loss), total, x = v)`. What is one value
/// per row is counted once a row. Compensated: its error does not grow with the number of terms; the same bits in one
/// thread and in many.
///
/// Shape       x: any; the result goes to a float or double variable; over nothing 0
/// Errors      compile time: a value of an element is made of it, which would take a second pass: evaluate it first and
///             bind it to a param
/// Source      compensation: Neumaier 1974
inline constexpr sum_function sum{};

}  // namespace ogive
