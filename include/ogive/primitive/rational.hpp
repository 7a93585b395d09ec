#pragma once
// Quotients of two polynomials in one value, x / (1 + x^2), beyond where a power overflows; and their derivatives, whose
// terms would cancel.

#include <ogive/primitive/polynomial.hpp>

namespace ogive::detail {

/// p' q - p q', without the powers that cancel.
constexpr polynomial above_derivative(polynomial const& p, polynomial const& q) {
    polynomial r;
    for (int i = 0; i <= polynomial::most / 2; ++i)
        for (int j = 0; j < i; ++j)
            r.before[i + j - 1] += (i - j) * (p.before[i] * q.before[j] - p.before[j] * q.before[i]);
    return r;
}

/// Whether p at x, and beyond, is its highest power to the last digit, and neither overflows nor comes to 0.
constexpr bool is_one_power_from(double x, polynomial const& p) {
    double rest = 0, power = 1;
    int const n = p.degree();
    for (int i = 0; i < n; ++i, power *= x) rest += polynomial::magnitude(p.before[i]) * power;
    double const all = polynomial::magnitude(p.before[n]) * power;
    return rest <= 0x1p-54 * all && all > 0x1p-100 && all < 0x1p124;
}

/// The one node below all others of a polynomial, or its magnitude, for x > 0 or x < 0.
template <class Graph>
struct value_or_magnitude {
    Graph const& g;
    bool positive = true;
    int x = -1;

    constexpr bool operator()(int i, polynomial& to) {
        bool const magnitude = g[i].op == described<Graph, absolute_primitive>;
        int const base = magnitude ? g[i].a : i;
        if (x < 0) x = base;
        to = {.before = {0, magnitude && !positive ? -1.0 : 1.0}};
        return x == base;
    }
};
template <class Graph>
using reader_by_sign = polynomial_reader<Graph, value_or_magnitude<Graph>>;

/// Writes the forms of a quotient that do not overflow: of x held between -end and end, times powers of |x| / end.
template <class Graph>
struct quotient_writer {
    Graph& g;
    int x, end, held, beyond;

    constexpr quotient_writer(Graph& graph, int of, double from) : g(graph), x(of), end(g.constant(from)) {
        held = g.make(described<Graph, clip_primitive>, x, g.constant(-from), end);
        beyond = g.make(described<Graph, maximum_primitive>, g.constant(1),
                        times(g.constant(1 / from), g.make(described<Graph, absolute_primitive>, x)));
    }
    constexpr int times(int a, int b) { return g.make(described<Graph, multiply_primitive>, a, b); }
    constexpr int over(int a, int b) { return g.make(described<Graph, divide_primitive>, a, b); }
    /// a (|x| / end)^n.
    constexpr int grown(int a, int n) {
        int power = beyond;
        for (int k = 1; k < n; ++k) power = times(power, beyond);
        return n > 0 ? times(a, power) : a;
    }
    /// Node i, of the held x.
    constexpr int of_held(int i) {
        if (i == x) return held;
        auto const n = g[i];
        if (n.op->arity == 0) return i;
        int const a = of_held(n.a), b = n.op->arity > 1 ? of_held(n.b) : no_node;
        return g.make(n.op, a, b);
    }
    constexpr int value(int a, int b, int growth) {
        operation const* const divide = described<Graph, divide_primitive>;
        if (g.is_number(a)) return g.insert(divide, a, b);
        int const above = of_held(a), below = of_held(b);
        if (growth > 0) return grown(g.insert(divide, above, below), growth);
        return g.insert(divide, growth < 0 ? over(above, grown(g.constant(1), -growth)) : above, below);
    }
    /// p / b^2.
    constexpr int slope(polynomial const& p, int of, int b, int growth) {
        int above = g.constant(p.before[p.degree()]);
        for (int i = p.degree(); i-- > 0;) {
            above = times(above, of);
            if (p.before[i] != 0) above = g.make(described<Graph, add_primitive>, above, g.constant(p.before[i]));
        }
        int const below = of_held(b), half = -growth / 2;
        return over(over(grown(above, growth), grown(below, -growth - half)), grown(below, half));
    }
};

/// a / b where both are polynomials in one value and one of them may overflow; -1: it is none.
template <class Graph>
constexpr int quotient_of_polynomials(Graph& g, int a, int b) {
    if (!g[b].grows || (g.is_number(a) && g[b].op->arity == 0)) return -1;
    reader_by_sign<Graph> reader{g, {g}}, left{g, {g, false}};
    polynomial p, q, p_left, q_left;
    if (!reader.read(b, q) || !reader.read(a, p)) return -1;
    int const by = reader.unknown.x;
    auto const x = g[by];
    bool const is_held = x.op == described<Graph, clip_primitive> && g.is_number(x.b) && g.is_number(x.c);
    if (!x.grows || x.races || is_held || q.degree() == 0 || p.degree() + q.degree() < 2) return -1;
    left.read(b, q_left), left.read(a, p_left);
    polynomial const slope = above_derivative(p, q), slope_left = above_derivative(p_left, q_left);
    bool same = true, even = true, odd = true;
    for (int i = 0; i <= polynomial::most; ++i) {
        double const right = slope.before[i], mirrored = i % 2 ? -slope_left.before[i] : slope_left.before[i];
        same &= right == slope_left.before[i], even &= right == mirrored, odd &= right == -mirrored;
    }
    if (!same && !even && !odd) return -1;

    double end = 0x1p60;
    while (end >= 0x1p20 && !(is_one_power_from(end, p) && is_one_power_from(end, q) && is_one_power_from(end, slope)))
        end /= 2;
    if (end < 0x1p20) return -1;
    quotient_writer<Graph> write{g, by, end};
    int const of = same ? write.held : g.make(described<Graph, absolute_primitive>, write.held);
    int dx = write.slope(slope, of, b, slope.degree() - 2 * q.degree());
    if (!same && !even) dx = write.times(g.make(described<Graph, sign_primitive>, by), dx);
    int const y = write.value(a, b, p.degree() - q.degree());
    g.know_slope(y, by, dx);
    return y;
}

}  // namespace ogive::detail
