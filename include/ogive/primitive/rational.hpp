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

constexpr double at(polynomial const& p, double x) {
    double all = 0;
    for (int i = polynomial::most; i >= 0; --i) all = all * x + polynomial::magnitude(p.before[i]);
    return all;
}

/// Whether and by which powers of two a quotient p / q and its derivative, slope / q^2, take one division each: by what is
/// scaled and multiplied with the powers of |x| / end, so that neither this nor the quotient leaves the range of a float
/// before the result does. 0: not so.
struct scales {
    double value = 0, slope = 0;

    /// Of q every term positive, for x < 0 as q_left has it, too: then q comes to 0 nowhere.
    constexpr scales(polynomial const& p, polynomial const& q, polynomial const& q_left, polynomial const& slope_above, double end) {
        double const least = q.before[0], most = detail::at(q, end), highest = q.before[q.degree()];
        for (int i = 0; i <= polynomial::most; ++i)
            if (q.before[i] < 0 || (i % 2 ? -q_left.before[i] : q_left.before[i]) < 0) return;
        if (least <= 0) return;
        double const s = 1 / polynomial::power_of_two_below(most), t = 0x1p-61 / polynomial::power_of_two_below(least);
        double const bound = detail::at(p, 1) * (1 / least + 1 / highest);
        double const slope_bound = detail::at(slope_above, 1) * (1 / (least * least) + 1 / (highest * highest));
        if (p.degree() < q.degree() && least * s >= 0x1p-125 && bound <= 0x1p125 * s) value = s;
        if (most * t <= 0x1p63 && slope_bound <= 0x1p125 * t * t && detail::at(slope_above, end) * t * t <= 0x1p-22) slope = t;
    }
};

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
    constexpr int value(int a, int b, int growth, double scale) {
        operation const* const divide = described<Graph, divide_primitive>;
        if (g.is_number(a)) return g.insert(divide, a, b);
        int const above = of_held(a), below = of_held(b);
        if (scale > 0) {
            int const scaled = grown(times(g.constant(scale), below), -growth);
            return times(g.constant(scale), g.insert(divide, above, scaled));
        }
        if (growth > 0) return grown(g.insert(divide, above, below), growth);
        return g.insert(divide, growth < 0 ? over(above, grown(g.constant(1), -growth)) : above, below);
    }
    /// p / b^2.
    constexpr int slope(polynomial const& p, int of, int b, int growth, double scale) {
        int above = g.constant(p.before[p.degree()]);
        for (int i = p.degree(); i-- > 0;) {
            above = times(above, of);
            if (p.before[i] != 0) above = g.make(described<Graph, add_primitive>, above, g.constant(p.before[i]));
        }
        if (scale > 0 && growth < 0) {
            int const below = g.make(described<Graph, square_primitive>, times(g.constant(scale), of_held(b)));
            return times(g.constant(scale * scale), over(above, grown(below, -growth)));
        }
        int const below = of_held(b), half = -growth / 2;
        return over(over(grown(above, growth), grown(below, -growth - half)), grown(below, half));
    }
};

/// What the first power in the sum i is one of; -1: there is none.
template <class Graph>
constexpr int base_of_power(Graph const& g, int i, int depth = 0) {
    auto const& n = g[i];
    if (n.op == described<Graph, square_primitive> || reader_by_sign<Graph>::power_of(n.op)) return n.a;
    if (depth == 8 || !(n.op == described<Graph, add_primitive> || n.op == described<Graph, multiply_primitive>)) return -1;
    int const base = detail::base_of_power(g, n.a, depth + 1);
    return base >= 0 ? base : detail::base_of_power(g, n.b, depth + 1);
}

/// a / b where both are polynomials in one value, a name or else what is squared, and one of them may overflow; -1: it is
/// none.
template <class Graph>
constexpr int quotient_of_polynomials(Graph& g, int a, int b, int whole = -1) {
    if (!g[b].grows || (g.is_number(a) && g[b].op->arity == 0)) return -1;
    reader_by_sign<Graph> reader{g, {g}, whole}, left{g, {g, false}, whole};
    polynomial p, q, p_left, q_left;
    if (!reader.read(b, q) || !reader.read(a, p)) {
        int const base = whole < 0 ? detail::base_of_power(g, b) : -1;
        return base < 0 ? -1 : detail::quotient_of_polynomials(g, a, b, base);
    }
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
    double nearer = end;
    while (nearer >= 0x1p20 && scales(p, q, q_left, slope, nearer).slope == 0) nearer /= 2;
    scales scale(p, q, q_left, slope, nearer);
    if (nearer >= 0x1p20 && is_one_power_from(nearer, p) && is_one_power_from(nearer, q) && is_one_power_from(nearer, slope))
        end = nearer;
    else
        scale = scales(p, q, q_left, slope, end);
    quotient_writer<Graph> write{g, by, end};
    int const of = same ? write.held : g.make(described<Graph, absolute_primitive>, write.held);
    int dx = write.slope(slope, of, b, slope.degree() - 2 * q.degree(), scale.slope);
    if (!same && !even) dx = write.times(g.make(described<Graph, sign_primitive>, by), dx);
    int const y = write.value(a, b, p.degree() - q.degree(), scale.value);
    g.know_slope(y, by, dx);
    return y;
}

}  // namespace ogive::detail
