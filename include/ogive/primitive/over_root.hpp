#pragma once
// Quotients k x / sqrt(p + q x^2) with coefficients of run time: beyond where x^2 overflows, and with a derivative that does
// not cancel, k p / (p + q x^2)^(3/2). Other factors that are made of x stand outside.

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive::detail {

template <class Graph>
class over_root_writer {
public:
    constexpr explicit over_root_writer(Graph& graph) : g(graph) {}

    /// a / b; -1: it is no such quotient.
    constexpr int write(int a, int b) {
        node const root = g[b];
        // sqrt(v^2 + c), or of any sum.
        if (root.op->hash == name_key("root_of_square_plus")) return read(a, root.a, root.b, 2) ? quotient(root, root.a) : -1;
        if (root.op->hash != name_key("sqrt") || g[root.a].op != described<Graph, add_primitive>) return -1;
        node const sum = g[root.a];
        return read(a, sum.a, sum.b, 1) || read(a, sum.b, sum.a, 1) ? quotient(root, -1) : -1;
    }

private:
    /// coefficient x^power, the coefficient no node where it is 1.
    struct monomial {
        int coefficient = -1, power = 0;
    };

    Graph& g;
    int x = -1, p = -1;
    monomial above, below;
    int outside = -1;
    int by[3]{}, slope[3]{}, slopes = 0;

    constexpr int times(int i, int j) { return i < 0 ? j : j < 0 ? i : g.make(described<Graph, multiply_primitive>, i, j); }
    constexpr int over(int i, int j) { return g.insert(described<Graph, divide_primitive>, i, j); }
    constexpr bool is_square(int i) const { return g[i].op == described<Graph, square_primitive>; }
    constexpr bool is_product(int i) const { return g[i].op == described<Graph, multiply_primitive>; }

    constexpr bool read(int a, int term, int rest, int power) {
        x = what_grows(term);
        above = below = {}, p = rest, outside = -1;
        if (x < 0 || !is_apart(p) || !read_factors(term, power, below) || below.power != 2) return false;
        read_above(a);
        return above.power == 1;
    }
    /// One x, what is apart from x, and the rest.
    constexpr void read_above(int i) {
        if (is_product(i)) {
            read_above(g[i].a), read_above(g[i].b);
        } else if (g[i].op->hash == name_key("negate")) {
            read_above(g[i].a);
            outside = times(outside, g.constant(-1));
        } else if (i == x && above.power == 0) {
            above.power = 1;
        } else if (is_square(i) && g[i].a == x && above.power == 0) {
            above.power = 1, outside = times(outside, x);
        } else {
            int& factor = is_apart(i) ? above.coefficient : outside;
            factor = times(factor, i);
        }
    }
    /// What a product is a power of; -1: it has no factor that grows.
    constexpr int what_grows(int i) const {
        if (!g[i].grows) return -1;
        if (is_square(i)) return what_grows(g[i].a);
        if (!is_product(i)) return i;
        int const first = what_grows(g[i].a);
        return first >= 0 ? first : what_grows(g[i].b);
    }
    /// Whether x is not in it, seen from its place: a node stands after what it is made of.
    constexpr bool is_apart(int i) const { return i < x || (i != x && g[i].op->arity == 0); }
    constexpr bool read_factors(int i, int power, monomial& to) {
        if (i == x) {
            to.power += power;
        } else if (is_product(i)) {
            return read_factors(g[i].a, power, to) && read_factors(g[i].b, power, to);
        } else if (is_square(i) && power == 1) {
            return read_factors(g[i].a, 2, to);
        } else {
            if (!is_apart(i)) return false;
            to.coefficient = times(to.coefficient, power == 2 ? times(i, i) : i);
        }
        return true;
    }
    /// sqrt(p + q of^2).
    constexpr int root_of(node const& root, int v, int of) {
        if (v < 0)
            return g.insert(root.op, g.make(described<Graph, add_primitive>, p, times(below.coefficient, times(of, of))));
        monomial scale;
        read_factors(v, 1, scale);
        return g.make(root.op, times(scale.coefficient, of), p);
    }
    constexpr void know(int coefficient, int value) {
        if (coefficient < 0 || g.is_number(coefficient)) return;
        for (int k = 0; k < slopes; ++k)
            if (by[k] == coefficient) {
                slope[k] = g.make(described<Graph, add_primitive>, slope[k], value);
                return;
            }
        by[slopes] = coefficient, slope[slopes++] = value;
    }
    constexpr int quotient(node const& root, int v) {
        int const held = g.make(described<Graph, clip_primitive>, x, g.constant(-0x1p50), g.constant(0x1p50));
        int const held_root = root_of(root, v, held);
        int const y = over(times(above.coefficient, held), held_root);
        int const all = root_of(root, v, x), by_above = over(held, held_root);
        g.know_slopes(y, x, over(over(times(above.coefficient, p), all), times(all, all)));
        know(above.coefficient, by_above);
        know(p, times(g.constant(-0.5), over(over(y, all), all)));
        know(below.coefficient, times(g.constant(-0.5), times(y, times(by_above, by_above))));
        for (int k = 0; k < slopes; ++k) g.know_slopes(y, by[k], slope[k]);
        return times(outside, y);
    }
};

}  // namespace ogive::detail
