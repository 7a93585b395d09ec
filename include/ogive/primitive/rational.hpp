#pragma once
// Quotients of two polynomials in one value, x / (1 + x^2), beyond where a power overflows; and their derivatives, whose
// terms would cancel.

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive::detail {

/// A polynomial: the number before each power, from the lowest on.
struct polynomial {
    static constexpr int most = 8;
    double before[most + 1]{};

    constexpr int degree() const {
        int n = most;
        while (n > 0 && before[n] == 0) --n;
        return n;
    }
    constexpr polynomial times(double factor) const {
        polynomial r;
        for (int i = 0; i <= most; ++i) r.before[i] = factor * before[i];
        return r;
    }
    friend constexpr polynomial operator+(polynomial const& p, polynomial const& q) {
        polynomial r;
        for (int i = 0; i <= most; ++i) r.before[i] = p.before[i] + q.before[i];
        return r;
    }
    /// Both of degree 4 at most.
    friend constexpr polynomial operator*(polynomial const& p, polynomial const& q) {
        polynomial r;
        for (int i = 0; i <= most / 2; ++i)
            for (int j = 0; j <= most / 2; ++j) r.before[i + j] += p.before[i] * q.before[j];
        return r;
    }
    /// p' q - p q', without the powers that cancel.
    static constexpr polynomial above_derivative(polynomial const& p, polynomial const& q) {
        polynomial r;
        for (int i = 0; i <= most / 2; ++i)
            for (int j = 0; j < i; ++j)
                r.before[i + j - 1] += (i - j) * (p.before[i] * q.before[j] - p.before[j] * q.before[i]);
        return r;
    }
    /// Whether at x, and beyond, it is its highest power to the last digit, and neither overflows nor comes to 0.
    constexpr bool is_one_power_from(double x) const {
        double rest = 0, power = 1;
        int const n = degree();
        for (int i = 0; i < n; ++i, power *= x) rest += magnitude(before[i]) * power;
        double const all = magnitude(before[n]) * power;
        return rest <= 0x1p-54 * all && all > 0x1p-100 && all < 0x1p124;
    }
    static constexpr double magnitude(double x) { return x < 0 ? -x : x; }
};

/// Reads nodes as polynomials in the one node below them that is none, for x > 0 or x < 0.
template <class Graph>
struct polynomial_reader {
    Graph const& g;
    int x = -1;
    bool positive = true, has_magnitude = false;
    int left = 32;  // nodes

    constexpr bool read(int i, polynomial& to) {
        node const& n = g[i];
        if (--left < 0) return false;
        if (g.is_number(i)) {
            to.before[0] = g.value(i);
            return true;
        }
        polynomial a, b;
        if (n.op == described<Graph, add_primitive> || n.op == described<Graph, subtract_primitive>) {
            if (!read(n.a, a) || !read(n.b, b)) return false;
            to = a + (n.op == described<Graph, add_primitive> ? b : b.times(-1));
            return true;
        }
        if (n.op == described<Graph, multiply_primitive>) return read(n.a, a) && read(n.b, b) && join(a, b, to);
        if (n.op == described<Graph, divide_primitive>) {
            if (!g.is_number(n.b) || g.value(n.b) == 0 || !read(n.a, a)) return false;
            to = a.times(1 / g.value(n.b));
            return true;
        }
        if (n.op == described<Graph, negate_primitive>) {
            if (!read(n.a, a)) return false;
            to = a.times(-1);
            return true;
        }
        if (n.op == described<Graph, square_primitive>) return read(n.a, a) && join(a, a, to);
        if (int const power = power_of(n.op)) {
            if (!read(n.a, a)) return false;
            to = a;
            for (int k = 1; k < power; ++k)
                if (!join(polynomial(to), a, to)) return false;
            return true;
        }
        bool const magnitude = n.op == described<Graph, absolute_primitive>;
        int const base = magnitude ? n.a : i;
        if (x < 0) x = base;
        has_magnitude |= magnitude;
        to.before[1] = magnitude && !positive ? -1 : 1;
        return x == base;
    }
    static constexpr bool join(polynomial const& p, polynomial const& q, polynomial& to) {
        if (p.degree() + q.degree() > polynomial::most / 2) return false;
        to = p * q;
        return true;
    }
    /// N of {0}^N; 0: op is no power, or a larger one.
    static constexpr int power_of(operation const* op) {
        auto const name = op->name;
        return name.size() == 5 && name[3] == '^' && name[4] > '2' && name[4] < '5' ? name[4] - '0' : 0;
    }
};

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
    polynomial_reader<Graph> reader{g}, left{.g = g, .positive = false};
    polynomial p, q, p_left, q_left;
    if (!reader.read(b, q) || !reader.read(a, p)) return -1;
    auto const x = g[reader.x];
    bool const is_held = x.op == described<Graph, clip_primitive> && g.is_number(x.b) && g.is_number(x.c);
    if (!x.grows || x.races || is_held || q.degree() == 0 || p.degree() + q.degree() < 2) return -1;
    left.read(b, q_left), left.read(a, p_left);
    polynomial const slope = polynomial::above_derivative(p, q), slope_left = polynomial::above_derivative(p_left, q_left);
    bool same = true, even = true, odd = true;
    for (int i = 0; i <= polynomial::most; ++i) {
        double const right = slope.before[i], mirrored = i % 2 ? -slope_left.before[i] : slope_left.before[i];
        same &= right == slope_left.before[i], even &= right == mirrored, odd &= right == -mirrored;
    }
    if (!same && !even && !odd) return -1;

    double end = 0x1p60;
    while (end >= 0x1p20 && !(p.is_one_power_from(end) && q.is_one_power_from(end) && slope.is_one_power_from(end)))
        end /= 2;
    if (end < 0x1p20) return -1;
    quotient_writer<Graph> write{g, reader.x, end};
    int const of = same ? write.held : g.make(described<Graph, absolute_primitive>, write.held);
    int dx = write.slope(slope, of, b, slope.degree() - 2 * q.degree());
    if (!same && !even) dx = write.times(g.make(described<Graph, sign_primitive>, reader.x), dx);
    int const y = write.value(a, b, p.degree() - q.degree());
    g.know_slope(y, reader.x, dx);
    return y;
}

}  // namespace ogive::detail
