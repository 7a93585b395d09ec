#pragma once
// Compact expressions: a graph as one number a node, with the names in it. What an operator hands
// out when the spelling grows too long (expression/settle.hpp), and what a derivative is kept as.

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/primitives.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace ogive {

/// Marks what the roots need: `at[i]` becomes the node's place among them, or -1. Returns how many.
constexpr int reachable(graph const& g, int const* roots, int count, int* at) {
    int top = -1;
    for (int i = 0; i < g.size(); ++i) at[i] = -1;
    for (int k = 0; k < count; ++k) {
        at[roots[k]] = 0;
        if (roots[k] > top) top = roots[k];
    }
    for (int i = top; i >= 0; --i)
        if (at[i] >= 0)
            for (int j = 0; j < g[i].op->arity; ++j) at[g[i].argument(j)] = 0;
    int n = 0;
    for (int i = 0; i <= top; ++i)
        if (at[i] >= 0) at[i] = n++;
    return n;
}

/// A node is its operation's place in the list of operations (8 bits) and the distances back to its
/// arguments (16 bits each): short numbers, for short names. A leaf's bits follow in a word of their own.
template <std::size_t N>
struct words {
    std::uint64_t word[N]{};
};

namespace detail {

inline constexpr operation const* leaf_kinds[] = {&kind::variable, &kind::parameter, &kind::number};

template <std::size_t Capacity>
struct draft {
    std::uint64_t word[Capacity]{};
    std::size_t size = 0;  // 0: it did not fit
    operation const* operations[256]{leaf_kinds[0], leaf_kinds[1], leaf_kinds[2]};
    std::size_t kinds = 3;
};

template <std::size_t Capacity>
constexpr draft<Capacity> written(graph const& g, int root) {
    draft<Capacity> d;
    int* const at = new int[static_cast<std::size_t>(g.size())];
    reachable(g, &root, 1, at);
    for (int i = 0; i <= root; ++i) {
        if (at[i] < 0) continue;
        node const& n = g[i];
        if (d.size + 2 > Capacity) {
            d.size = 0;
            break;
        }
        std::size_t kind = 0;
        while (kind < d.kinds && d.operations[kind] != n.op) ++kind;
        if (kind == d.kinds) d.operations[d.kinds++] = n.op;
        std::uint64_t w = kind;
        for (int j = 0; j < n.op->arity; ++j)
            w |= static_cast<std::uint64_t>(at[i] - at[n.argument(j)]) << (8 + 16 * j);
        d.word[d.size++] = w;
        if (n.op->arity == 0) d.word[d.size++] = n.bits;
    }
    delete[] at;
    return d;
}

template <std::size_t N, std::size_t Capacity>
constexpr words<N> cut(draft<Capacity> const& d) {
    words<N> w;
    for (std::size_t i = 0; i < N; ++i) w.word[i] = d.word[i];
    return w;
}

}  // namespace detail

template <words Nodes, class Leaves, bool Condition, class... P>
struct compact_expression : expression_of<compact_expression<Nodes, Leaves, Condition, P...>> {
    static constexpr std::size_t size = sizeof(Nodes.word) / sizeof(Nodes.word[0]);
    static constexpr std::size_t spelled = size, compact = size;
    static constexpr bool condition = Condition;
    using leaves = Leaves;
    using primitives = types<P...>;
    using formula_base::operator=;

    static constexpr int lower(auto& g) {
        if (int const known = g.remembered(&self); known >= 0) return known;
        operation const* const operations[] = {detail::leaf_kinds[0], detail::leaf_kinds[1], detail::leaf_kinds[2],
                                               &record<P>...};
        (teach<P>(g), ...);
        teach_of_all<row_sum_primitive>(g);
        teach_of_all<divide_primitive>(g);
        int at[size]{};
        int n = 0;
        for (std::size_t i = 0; i < size; ++i) {
            std::uint64_t const w = Nodes.word[i];
            operation const* const op = operations[w & 0xff];
            auto const argument = [&](int j) { return at[n - static_cast<int>(w >> (8 + 16 * j) & 0xffff)]; };
            if (op == &kind::number)
                at[n] = g.constant(std::bit_cast<double>(Nodes.word[++i]));
            else if (op->arity == 0)
                at[n] = g.leaf(op, Nodes.word[++i]);
            else
                at[n] = g.again(op, argument(0), op->arity > 1 ? argument(1) : no_node,
                                op->arity > 2 ? argument(2) : no_node);
            ++n;
        }
        return g.remember(&self, at[n - 1]);
    }

private:
    static constexpr char self = 0;

    /// What a formula with P in it tells its graph, where no types are left.
    template <class Known>
    static constexpr void teach_of_all(auto& g) {
        if constexpr (contains_v<Known, primitives>)
            if constexpr (requires { teach_of(Known{}, compact_expression{}, g); })
                teach_of(Known{}, compact_expression{}, g);
    }
};

namespace detail {

template <class Source, std::size_t Capacity>
constexpr draft<Capacity> drafted() {
    graph g = Source::start();
    return written<Capacity>(g, Source::build(g));
}

// Tries again with more room until it fits.
template <class Source, std::size_t Capacity>
constexpr auto fitted() {
    static_assert(Capacity < (1 << 19), "ogive: an expression has at most 32768 operations");
    constexpr auto d = drafted<Source, Capacity>();
    if constexpr (d.size == 0) {
        return fitted<Source, 4 * Capacity>();
    } else {
        return [&]<std::size_t... K>(std::index_sequence<K...>) {
            return compact_expression<cut<d.size>(d), typename Source::leaves, Source::condition,
                                      primitive_of<d.operations[3 + K]>...>{};
        }(std::make_index_sequence<d.kinds - 3>{});
    }
}

/// What Source builds in the graph that it starts with, as a compact expression.
template <class Source, std::size_t Guess>
using compact_form = decltype(fitted<Source, Guess>());

/// Shapes of names of which nothing is known: a call may bind a var to one value per row.
template <class List>
inline constexpr leaf_shape open_shapes[1]{};
template <class... Leaf>
    requires(sizeof...(Leaf) > 0)
inline constexpr leaf_shape open_shapes<types<Leaf...>>[] = {{Leaf::key, shapes::open}...};

}  // namespace detail

template <class E>
struct compacted {
    using leaves = typename E::leaves;
    static constexpr bool condition = E::condition;
    static constexpr graph start() {
        return graph(equations::exact, detail::open_shapes<leaves>, static_cast<int>(size_v<leaves>));
    }
    static constexpr int build(graph& g) { return E::lower(g); }
    using type = detail::compact_form<compacted, 2 * E::spelled + 8>;
};

}  // namespace ogive
