#pragma once
// Graphs in which the value of an operation is loaded instead of computed: a leaf stands in its stead, and what flows
// to the leaf goes on through the operation. Where the form of the operation is known, it goes on by the value alone.

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/primitives.hpp>

namespace ogive {

namespace detail {

/// The result of an operation of the form `from` is known: what flows to x.
struct way {
    part from;
    flow to;
};
template <expression E, class To>
constexpr way way_through(E const& from, To const& to) {
    return {part_of(from), flow_of(to)};
}
template <int N>
struct way_table {
    way line[N];
};
template <class... Way>
constexpr way_table<static_cast<int>(sizeof...(Way))> ways(Way const&... lines) {
    return {{lines...}};
}

/// The ways by which a gradient is computed from the result y alone, where the operation's own rule needs x too. k and
/// m stand for positive numbers. For x at which y is not 0 by rounding, y > 0 says what x > 0 does.
template <class Graph>
struct known_ways {
    static constexpr auto list(auto x, auto k, auto m, auto y, auto dy) {
        return ways(way_through(where(x <= 0_c, 0_c, x), when(!(y <= 0_c), dy)),
                    way_through(where(x > 0_c, x, 0_c), when(y > 0_c, dy)),
                    way_through(where(x > 0_c, x, k * x), dy * where(y > 0_c, 1_c, k)),
                    way_through(whole::elu(x), dy * where(y > 0_c, 1_c, y + 1_c)),
                    way_through(where(x > 0_c, x, whole::times_expm1_below_0(k, x)), dy * where(y > 0_c, 1_c, y + k)),
                    way_through(where(x > 0_c, k * x, whole::times_expm1_below_0(m, x)), dy * where(y > 0_c, k, y + m)),
                    way_through(expm1(x), dy * (y + 1_c)),
                    way_through(softplus_of(x), dy * -expm1(-y)),
                    way_through(whole::log_sigmoid(x), dy * -expm1(y)),
                    way_through(1_c / sqrt(x), dy * (-0.5_c * (y * y * y))),
                    way_through(softmax_of(x), y * (dy - row_sum(y * dy))),
                    way_through(exp(x) * (1_c / row_sum(exp(x))), y * (dy - row_sum(y * dy))),
                    way_through(exp(x) / row_sum(exp(x)), y * (dy - row_sum(y * dy))),
                    way_through(log_softmax_of(x), dy - exp(y) * row_sum(dy)),
                    way_through(x - logsumexp_of(x), dy - exp(y) * row_sum(dy)));
    }
    static constexpr auto list(scribe& s) {
        using slot = pattern<known_ways>;
        return list(slot(s, s.slot(0)), slot(s, s.slot(1)), slot(s, s.slot(2)), slot(s, s.slot(result_slot)),
                    slot(s, s.slot(adjoint_slot)));
    }
    static constexpr int count = 15;

    formula from[count]{};
    adjoint_rule to[count]{};
    int lines = 0;

    constexpr known_ways(term* written, int room) {
        scribe s;
        book b(written, room);
        auto const all = list(s);
        static_assert(sizeof(all.line) / sizeof(all.line[0]) == count);
        for (int k = 0; k < count; ++k) {
            from[k] = b.add(s, all.line[k].from);
            to[k] = {b.add(s, all.line[k].to.value), b.add(s, all.line[k].to.guard)};
        }
        lines = b.size();
    }
    constexpr void point(pointer_to_lines at) {
        for (int k = 0; k < count; ++k) at(from[k]), at(to[k].value), at(to[k].guard);
    }
};

}  // namespace detail

class loading_graph : public graph {
public:
    using graph::graph;
    static constexpr bool loads = true;

    constexpr bool is_loaded(int i) const { return (*this)[i].op->arity == 0 && (*this)[i].loaded != no_node; }

    /// By which rule what flows to the loaded value of node i goes on to `found[0]`; null: by the operation's own.
    template <class Graph = loading_graph>
    constexpr adjoint_rule const* way_through(int i, int* found) const {
        auto const& ways = detail::formulas_of<detail::known_ways<Graph>>;
        auto const fits = [&](int k) { return found[k] < 0 || (is_number(found[k]) && value(found[k]) > 0); };
        for (int k = 0; k < ways.count; ++k) {
            found[0] = found[1] = found[2] = -1;
            if (matches(ways.from[k], i, found) && fits(1) && fits(2)) return &ways.to[k];
        }
        return nullptr;
    }

    /// Loads the values of these expressions, each from the leaf of its key: those that stand in another one first.
    template <class... E>
    constexpr void load(leaf_shape const* leaves, int count, std::uint64_t const* keys) {
        graph apart(equations::stabilising, leaves, count);
        int const at[] = {E::lower(apart)...};
        for (int i = 0; i < apart.size(); ++i) {
            int k = 0;
            ((at[k++] == i ? load_one(E::lower(*this), keys[k - 1]) : void()), ...);
        }
    }
    /// Whether node i stands at a root or below another node.
    constexpr bool occurs(int i, int const* roots, int count) const {
        for (int k = 0; k < count; ++k)
            if (roots[k] == i) return true;
        for (int j = i + 1; j < size(); ++j)
            for (int k = 0; k < (*this)[j].op->arity; ++k)
                if ((*this)[j].argument(k) == i) return true;
        return false;
    }

private:
    // A name's value is bound to the name, a number's is known.
    constexpr void load_one(int i, std::uint64_t key) {
        if ((*this)[i].op->arity > 0) graph::load(i, key);
    }
};

}  // namespace ogive
