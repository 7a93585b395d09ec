#pragma once
// One value, seen as one for each row, column or element: a form that is simpler than what was written may vary along
// less, but a sum counts what was written.

#include <ogive/primitive/functions.hpp>

namespace ogive {

/// What it is once the shapes are known.
template <shape Along>
struct expand_to_primitive {
    static constexpr std::string_view name = Along == shapes::per_row      ? "expand_to_rows"sv
                                             : Along == shapes::per_column ? "expand_to_columns"sv
                                                                           : "expand_to_elements"sv;
    static constexpr std::string_view c99 = "{0}"sv;
    static constexpr reduction over{.domain = shapes::one, .keeps = shapes::per_element | shapes::late, .sets = Along};
    static constexpr cost price{};
    static constexpr bool races = false;

    static constexpr auto reads(auto x) { return x; }
    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};

/// x, along what `like` varies along too. A reader, to whom shapes do not matter, is shown x.
struct expand_primitive {
    static constexpr std::string_view name = "expand"sv, c99 = "{0}"sv;
    static constexpr cost price{};
    static constexpr bool races = false;

    static constexpr auto reads(auto x, auto) { return x; }
    OGIVE_INLINE static constexpr auto value(auto x, auto) { return x; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int like, int) {
        if (!g.binds() || x == like) return x;
        if ((g[x].of | g[like].of) & shapes::open) return -1;
        switch (dimensions(g[like].of & ~g[x].of)) {
            case shapes::one: return x;
            case shapes::per_row: return g.make(described<Graph, expand_to_primitive<shapes::per_row>>, x);
            case shapes::per_column: return g.make(described<Graph, expand_to_primitive<shapes::per_column>>, x);
            default: return g.make(described<Graph, expand_to_primitive<shapes::per_element>>, x);
        }
    }
    static constexpr auto adjoint(auto, auto, auto, auto dy) { return to_each(dy, nothing); }
};

}  // namespace ogive
