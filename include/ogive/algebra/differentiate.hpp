#pragma once
// Reverse-mode differentiation. One sweep from the root down gives the adjoints of all wanted
// nodes. An adjoint is a value and the condition under which its node matters at all.
//
// The graph's type is a template argument, so that who derives nothing pays for no primitive's record.

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/primitives.hpp>

namespace ogive {

/// Whether a broadcast argument's adjoint is summed over what it was broadcast to (`backward`), or
/// is wanted at each element (`derivative`).
enum class broadcast : bool { summed, elementwise };

namespace detail {

/// Whether some nodes of this type of graph may stand for operations whose value is loaded (algebra/loaded.hpp).
template <class Graph>
inline constexpr bool loads_values = requires { requires Graph::loads; };

struct adjoint {
    int value = -1;      // a node; -1: nothing flows
    int guard = -1;      // a node; -1: it matters always
    shape over = shapes::one;  // the shape to which the value is broadcast
    int of_shape = -1;   // a node of that shape
    bool masked = false;  // the value is 0 already where the guard is false
};

template <class Graph>
struct sweep {
    Graph& g;
    broadcast mode;

    constexpr int masked(adjoint const& a) {
        return a.guard < 0 || a.masked ? a.value
                                       : g.make(described<Graph, where_primitive>, a.guard, a.value, g.constant(0));
    }
    constexpr int both(int p, int q) {
        return p < 0 ? q : q < 0 || p == q ? p : g.make(described<Graph, logical_and_primitive>, p, q);
    }
    constexpr bool opposite(int p, int q) {
        return p >= 0 && q >= 0 &&
               (g.make(described<Graph, logical_not_primitive>, p) == q || g.make(described<Graph, logical_not_primitive>, q) == p);
    }

    // Whatever varies along these dimensions, and no others.
    constexpr int some_node_of(shape s) {
        int const element = g.leaf(&kind::variable, 0);
        if (dimensions(s) == shapes::per_row) return g.make(described<Graph, row_sum_primitive>, element);
        if (dimensions(s) == shapes::per_column) return g.make(described<Graph, col_sum_primitive>, element);
        return element;
    }

    // Down to the node's own shape, once all that flows to it has been added up.
    constexpr adjoint settled(adjoint a, int node_index) {
        if (mode == broadcast::elementwise || a.of_shape == node_index) return a;
        if (dimensions(g[node_index].of) == shapes::per_element)  // nothing that it could have been broadcast to
            return {a.value, a.guard, g[node_index].of, node_index, a.masked};
        auto const reduce = [&](int v) { return g.make(described<Graph, reduce_primitive>, v, a.of_shape, node_index); };
        int const guard = a.guard < 0 ? -1
                                      : g.make(described<Graph, greater_primitive>,
                                               reduce(g.make(described<Graph, where_primitive>, a.guard, g.constant(1),
                                                             g.constant(0))),
                                               g.constant(0));
        return {reduce(masked(a)), guard, g[node_index].of, node_index, guard >= 0};
    }

    constexpr adjoint sum(adjoint const& p, adjoint const& q, int node_index) {
        if (p.value < 0) return q;
        bool const alike = p.of_shape == q.of_shape || (p.over == q.over && !(p.over & shapes::open));
        if (mode == broadcast::summed && !alike) {
            adjoint const a = settled(p, node_index), b = settled(q, node_index);
            return sum(a, b, node_index);
        }
        adjoint r{-1, -1, p.over, p.of_shape, false};
        if (p.guard == q.guard) {
            r.value = g.make(described<Graph, add_primitive>, p.value, q.value);
            r.guard = p.guard;
            r.masked = p.masked && q.masked;
        } else if (opposite(p.guard, q.guard)) {
            r.value = g.make(described<Graph, where_primitive>, p.guard, p.value, q.value);
        } else {
            int const a = masked(p), b = masked(q);  // one after the other: the order of nodes is that of paper
            r.value = g.make(described<Graph, add_primitive>, a, b);
            if (p.guard >= 0 && q.guard >= 0) {
                r.guard = g.make(described<Graph, logical_or_primitive>, p.guard, q.guard);
                r.masked = true;
            }
        }
        return r;
    }
};

}  // namespace detail

/// Writes the adjoint of each wanted node into g, seeded at the root; `out[k]` is -1 where nothing
/// flows to `wanted[k]`.
template <class Graph>
constexpr void differentiate(Graph& g, int root, int seed, int const* wanted, int count, int* out, broadcast mode) {
    int const n = root + 1;
    bool* const active = new bool[static_cast<std::size_t>(n)]{};
    auto* const adjoints = new detail::adjoint[static_cast<std::size_t>(n)]{};
    for (int k = 0; k < count; ++k)
        if (wanted[k] < n) active[wanted[k]] = true;
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < g[i].op->arity; ++j)
            if (active[g[i].argument(j)] && g[i].op->adjoint[j]) active[i] = true;
        if (g.knows_slopes())
            for (int k = 0; slope const known = g.slope_of(i, k); ++k)
                if (active[known.by]) active[i] = true;
        if constexpr (detail::loads_values<Graph>)
            if (g.is_loaded(i)) active[i] = active[g[i].loaded];
    }

    detail::sweep<Graph> sweep{g, mode};
    adjoints[root] = {seed, -1, g[root].of, root, false};
    for (int i = root; i >= 0; --i) {
        if (adjoints[i].value < 0 || !active[i]) continue;
        detail::adjoint const mine = adjoints[i] = sweep.settled(adjoints[i], i);
        node at = g[i];
        if constexpr (detail::loads_values<Graph>)
            if (g.is_loaded(i)) {  // what flows to the value goes on through the operation
                int const operation = at.loaded;
                at = g[operation];
                at.of = g[i].of;
                int found[slots] = {-1, -1, -1, i, mine.value};
                if (adjoint_rule const* const way = g.way_through(operation, found)) {
                    detail::adjoint flows{g.instantiate(way->value, found), mine.guard, at.of, i, false};
                    if (way->guard) flows.guard = sweep.both(mine.guard, g.instantiate(way->guard, found));
                    adjoints[found[0]] = sweep.sum(adjoints[found[0]], flows, found[0]);
                    continue;
                }
            }
        slope const known = g.slope_of(i);
        int before = 0;
        for (slope by = known; by; by = g.slope_of(i, ++before))
            if (active[by.by]) {
                int const flows = g.make(described<Graph, multiply_primitive>, mine.value, by.value);
                adjoints[by.by] = sweep.sum(adjoints[by.by], {flows, mine.guard, at.of, i, false}, by.by);
            }
        int const filled[slots] = {at.a, at.b, at.c, i, mine.value};
        for (int j = 0; j < at.op->arity; ++j) {
            int const to = filled[j];
            adjoint_rule const& rule = at.op->adjoint[j];
            if (!active[to] || !rule || known.replaces_rule(j)) continue;
            detail::adjoint flows{g.instantiate(rule.value, filled), mine.guard, at.of, i, false};
            if (rule.guard) flows.guard = sweep.both(mine.guard, g.instantiate(rule.guard, filled));
            // A rule that reduces by itself, or an argument that has the result's shape.
            if (at.op->shape_of >= 0 || (at.op->arity == 1 && !at.op->reduces() && !at.op->expands())) {
                flows.over = g[to].of;
                flows.of_shape = to;
            }
            if (at.op->reduces()) {
                flows.over = static_cast<shape>(g[to].of | at.op->domain);
                flows.of_shape = sweep.some_node_of(flows.over);
            }
            adjoints[to] = sweep.sum(adjoints[to], flows, to);
        }
    }
    for (int k = 0; k < count; ++k) {
        out[k] = -1;
        if (wanted[k] < n && adjoints[wanted[k]].value >= 0) out[k] = sweep.masked(adjoints[wanted[k]]);
    }
    delete[] active;
    delete[] adjoints;
}

}  // namespace ogive
