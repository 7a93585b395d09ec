#pragma once
// Polynomials in one value, read from a graph: with numbers before the powers.

#include <ogive/graph/graph.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive::detail {

/// The number before each power, from the power `low` on.
struct polynomial {
    static constexpr int most = 8;
    double before[most + 1]{};
    int low = 0;

    constexpr int degree() const {
        int n = most;
        while (n > 0 && before[n] == 0) --n;
        return n;
    }
    constexpr polynomial times(double factor) const {
        polynomial r{.low = low};
        for (int i = 0; i <= most; ++i) r.before[i] = factor * before[i];
        return r;
    }
    /// T p', T the value.
    constexpr polynomial by_exponent() const {
        polynomial r = *this;
        for (int i = 0; i <= most; ++i) r.before[i] *= low + i;
        return r;
    }
    /// Whether the sum is in `to`: it may be too long.
    static constexpr bool sum(polynomial const& p, polynomial const& q, polynomial& to) {
        if (p.low > q.low) return sum(q, p, to);
        int const further = q.low - p.low;
        if (further + q.degree() > most) return false;
        to = p;
        for (int i = further; i <= most; ++i) to.before[i] += q.before[i - further];
        return true;
    }
    /// Whether the product is in `to`: of more than half the powers it is none.
    static constexpr bool product(polynomial const& p, polynomial const& q, polynomial& to) {
        if (p.degree() + q.degree() > most / 2) return false;
        to = p * q;
        return true;
    }
    /// Both of degree 4 at most.
    friend constexpr polynomial operator*(polynomial const& p, polynomial const& q) {
        polynomial r{.low = p.low + q.low};
        for (int i = 0; i <= most / 2; ++i)
            for (int j = 0; j <= most / 2; ++j) r.before[i + j] += p.before[i] * q.before[j];
        return r;
    }
    static constexpr double magnitude(double x) { return x < 0 ? -x : x; }
    static constexpr double power_of_two_below(double x) {
        double power = 1;
        while (power > x) power /= 2;
        while (2 * power <= x) power *= 2;
        return power;
    }
};

/// Reads a node as a polynomial in what `unknown(i, to)` knows to be one.
template <class Graph, class Unknown>
struct polynomial_reader {
    Graph const& g;
    Unknown unknown{};
    int whole = -1;  // a node that is not looked into
    int left = 32;   // nodes

    constexpr bool read(int i, polynomial& to) {
        node const& n = g[i];
        if (--left < 0) return false;
        if (i == whole) return unknown(i, to);
        if (g.is_number(i)) {
            to = {.before = {g.value(i)}};
            return true;
        }
        polynomial a, b;
        if (n.op == described<Graph, add_primitive> || n.op == described<Graph, subtract_primitive>)
            return read(n.a, a) && read(n.b, b) &&
                   polynomial::sum(a, n.op == described<Graph, add_primitive> ? b : b.times(-1), to);
        if (n.op == described<Graph, multiply_primitive>)
            return read(n.a, a) && read(n.b, b) && polynomial::product(a, b, to);
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
        if (n.op == described<Graph, square_primitive>) return read(n.a, a) && polynomial::product(a, a, to);
        if (int const power = power_of(n.op)) {
            if (!read(n.a, a)) return false;
            to = a;
            for (int k = 1; k < power; ++k)
                if (!polynomial::product(polynomial(to), a, to)) return false;
            return true;
        }
        return unknown(i, to);
    }
    /// N of {0}^N; 0: op is no power, or a larger one.
    static constexpr int power_of(operation const* op) {
        auto const name = op->name;
        return name.size() == 5 && name[3] == '^' && name[4] > '2' && name[4] < '5' ? name[4] - '0' : 0;
    }
};

}  // namespace ogive::detail
