#pragma once
// The share that an exponential, or a multiple of one, has of a sum, a softmax written out: of differences of their
// arguments.

#include <ogive/primitive/functions.hpp>

namespace ogive::detail {

/// number * e^(a + b); a, or a and b, may be none.
struct exponential_term {
    double number = 1;
    int a = -1, b = -1;

    constexpr bool is_exponential() const { return a >= 0; }
};

/// Reads and writes such terms.
template <class Graph>
struct exponential_terms {
    Graph& g;
    bool keeps_a = false, keeps_b = false;  // whether a term over z depends on each of z's arguments still

    /// Whether it is one, and positive.
    constexpr bool read(int i, exponential_term& to) const {
        auto const n = g[i];
        if (g.is_number(i)) {
            to = {g.value(i)};
            return to.number > 0;
        }
        if (n.op->hash == name_key("exp"))
            to = {1, finite(n.a)};
        else if (n.op->hash == name_key("exp_of_sum"))
            to = {1, finite(n.a), finite(n.b)};
        else if (n.op == described<Graph, multiply_primitive> && (g.is_number(n.a) || g.is_number(n.b))) {
            int const number = g.is_number(n.a) ? n.a : n.b;
            if (!read(number == n.a ? n.b : n.a, to)) return false;
            to.number *= g.value(number);
        } else
            return false;
        return to.number > 0;
    }
    /// t / z.
    constexpr int quotient(exponential_term t, exponential_term z) {
        for (int* const above : {&t.a, &t.b})
            for (int* const below : {&z.a, &z.b})
                if (*above >= 0 && *above == *below) *above = *below = -1;
        keeps_a |= z.a >= 0, keeps_b |= z.b >= 0;
        int const first = sum(t.a, t.b), second = negated(sum(z.a, z.b));
        int const power = first < 0 && second < 0 ? g.constant(1)
                          : first < 0 || second < 0
                              ? g.make(described<Graph, exp_primitive>, first < 0 ? second : first)
                              : g.make(described<Graph, exp_of_sum_primitive>, first, second);
        return g.make(described<Graph, multiply_primitive>, g.constant(t.number / z.number), power);
    }
    /// 1 + the sum of what the terms of the sum are over z; -1: they are none.
    constexpr int sum_over(int i, exponential_term const& z, int& exponentials, int start) {
        auto const n = g[i];
        if (n.op == described<Graph, add_primitive>) {
            int const first = sum_over(n.a, z, exponentials, start);
            return first < 0 ? -1 : sum_over(n.b, z, exponentials, first);
        }
        exponential_term t;
        if (!read(i, t)) return -1;
        exponentials += t.is_exponential();
        return g.make(described<Graph, add_primitive>, start, quotient(t, z));
    }

private:
    /// Not -inf, a mask, whose difference with another has no value.
    constexpr int finite(int a) const {
        int const least = g.constant(-3e38);
        if (g[a].op == described<Graph, where_primitive> && g[a].b == least) return a;
        return g.make(described<Graph, where_primitive>, g.make(described<Graph, less_primitive>, a, least), least, a);
    }
    constexpr int sum(int a, int b) { return a < 0 ? b : b < 0 ? a : g.make(described<Graph, add_primitive>, a, b); }
    constexpr int negated(int a) { return a < 0 ? a : g.make(described<Graph, negate_primitive>, a); }
};

/// z / (z + rest), the rest an exponential and others; -1: it is no such thing.
template <class Graph>
constexpr int share_of_exponentials(Graph& g, int z, int rest) {
    exponential_terms<Graph> terms{g};
    exponential_term of_z;
    if (!terms.read(z, of_z) || !of_z.is_exponential()) return -1;
    int exponentials = 0;
    int const below = terms.sum_over(rest, of_z, exponentials, g.constant(1));
    bool const keeps_all = terms.keeps_a && (terms.keeps_b || of_z.b < 0);  // NaN of each is NaN
    return below < 0 || exponentials == 0 || !keeps_all
               ? -1
               : g.make(described<Graph, divide_primitive>, g.constant(1), below);
}

}  // namespace ogive::detail
