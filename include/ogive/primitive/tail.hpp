#pragma once
// Quotients by what falls exponentially to 0, and powers of it: by its logarithmic derivative, since the square of what is
// below a line comes to 0 before it. By name, and of graphs, not for any type, since every quotient asks.

#include <ogive/graph/graph.hpp>

namespace ogive::detail {

/// c f^n: the node f, whose logarithmic derivative is known, and the number n; f = -1: it is none.
struct power_of_tail {
    int f;
    double n;
};
constexpr power_of_tail read_tail(graph const& g, int i) {
    power_of_tail tail{-1, 1};
    for (;;) {
        node const& n = g[i];
        std::uint64_t const op = n.op->hash;
        if (n.op->logarithmic_derivative) {
            tail.f = i;
            return tail;
        }
        bool const by_number = op == name_key("multiply") && (g.is_number(n.a) || g.is_number(n.b));
        if (op == name_key("square"))
            tail.n *= 2;
        else if (op == name_key("sqrt"))
            tail.n /= 2;
        else if (!by_number)
            return tail;
        i = by_number && g.is_number(n.a) ? n.b : n.a;
    }
}

/// The graph keeps with node y = a (f^n)^exponent its derivative by the argument of f, y exponent n f' / f, in the stead of
/// that by y's argument.
constexpr int know_by_tail(graph& g, operation const* multiply, int y, power_of_tail tail, int exponent, int argument) {
    if (g.slope_of(y)) return y;
    int const x = g[tail.f].a;
    g.know_slope(y, x, y, {}, argument);  // what follows may have f below a line too
    int const relative = g.instantiate(g[tail.f].op->logarithmic_derivative, &x);
    int const power = g.make(multiply, exponent, g.constant(tail.n));
    g.know_slope(y, x, g.make(multiply, y, g.make(multiply, power, relative)), {}, argument);
    return y;
}

}  // namespace ogive::detail
