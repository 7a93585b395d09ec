#pragma once
// Sums over rows, over columns and over everything: what a broadcast's adjoint needs, and what a
// loss is. Known only after the last row.

#include <ogive/primitive/row.hpp>

namespace ogive {

/// Down the columns: one value per column.
struct col_sum_primitive : adding {
    static constexpr std::string_view name = "col_sum", latex = R"(\sum_i {0})";
    static constexpr reduction over{.domain = shapes::per_element, .keeps = shapes::per_column | shapes::late, .sets = shapes::per_column | shapes::late};
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};

// One value for all. Which of the three a sum is follows from the shape of what it sums.
template <shape Domain>
struct sum_primitive : adding {
    static constexpr std::string_view name = "sum", latex = R"(\sum {0})";
    static constexpr reduction over{.domain = Domain, .keeps = shapes::late, .sets = shapes::late};
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};

/// x, seen as a value of the shape of `from`, summed down to the shape of `like`: one of the sums above as soon as
/// a call has bound shapes to the names.
struct reduce_primitive {
    static constexpr std::string_view name = "reduce", text = "sum({0})", latex = R"(\sum {0})";
    static constexpr int shape_of = 2;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x, auto, auto) { return x; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int from, int like) {
        shape const to = g[like].of;
        if (from == like || dimensions(to) == shapes::per_element) return x;
        if ((g[from].of | to) & shapes::open) return -1;
        shape const surplus = dimensions(g[from].of & ~to);
        if (surplus == shapes::one) return x;
        if (dimensions(to) == shapes::one)
            return g.make(surplus == shapes::per_element ? described<Graph, sum_primitive<shapes::per_element>>
                          : surplus == shapes::per_row   ? described<Graph, sum_primitive<shapes::per_row>>
                                                         : described<Graph, sum_primitive<shapes::per_column>>,
                          x);
        return g.make(surplus == shapes::per_row ? described<Graph, col_sum_primitive> : described<Graph, row_sum_primitive>, x);
    }
    static constexpr auto adjoint(auto x, auto from, auto, auto, auto dy) {
        return to_each(reduce(dy, from, x), nothing, nothing);
    }
};

struct sum_function {
    template <operand X>
    constexpr auto operator()(X const& x) const {
        auto const e = to_expression(x);
        return reduce(e, e, 0_c);
    }
};
/// Over everything that x varies along: `og::sum(loss)`.
inline constexpr sum_function sum{};

}  // namespace ogive
