#pragma once
// Recognises what gelu_tanh takes the sigmoid of, a cubic, in every spelling.

#include <ogive/primitive/bell.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/power.hpp>

namespace ogive {

namespace detail {

/// c0 + c1 x + c2 x^2 + c3 x^3.
struct cubic {
    double c[4]{};
    bool is_one = true;
};
constexpr cubic operator+(cubic a, cubic const& b) {
    for (int i = 0; i < 4; ++i) a.c[i] += b.c[i];
    a.is_one &= b.is_one;
    return a;
}
constexpr cubic operator*(cubic const& a, cubic const& b) {
    cubic product{{}, a.is_one && b.is_one};
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < 4; ++j) {
            double const c = a.c[i] * b.c[j];
            if (i + j < 4) product.c[i + j] += c;
            else product.is_one &= c == 0;
        }
    return product;
}
/// z as a cubic of x, where x is -1 of whatever z is a cubic of, which is then written there.
template <class Graph>
constexpr cubic cubic_of(Graph& g, int z, int& x, int depth = 0) {
    auto const n = g[z];
    auto const part = [&](int i) { return cubic_of(g, i, x, depth + 1); };
    cubic const number{{g.is_number(z) ? g.value(z) : 0}};
    if (g.is_number(z)) return number;
    if (depth < 8 && z != x) {
        if (n.op == described<Graph, multiply_primitive>) return part(n.a) * part(n.b);
        if (n.op == described<Graph, add_primitive>) return part(n.a) + part(n.b);
        if (is_quotient(n.op) && g.is_number(n.b))
            return part(n.a) * cubic{{1 / g.value(n.b)}};
        if (n.op == described<Graph, square_primitive>) return part(n.a) * part(n.a);
        if (n.op == described<Graph, power_primitive<3>>) return part(n.a) * part(n.a) * part(n.a);
    }
    if (x < 0) x = z;
    return {{0, 1}, z == x};
}
constexpr bool is_next_to(double a, double b) { return a > b * (1 - 0x1p-50) && a < b * (1 + 0x1p-50); }

/// The argument of gelu_tanh's sigmoid as its equation has it; -1: z is not that in another spelling.
template <class Graph>
constexpr int gelu_tanh_argument(Graph& g, int z) {
    auto const scaled = [&](int i) {  // a number, or one times something
        return g.is_number(i) || (g[i].op == described<Graph, multiply_primitive> &&
                                  (g.is_number(g[i].a) || g.is_number(g[i].b)));
    };
    if (g[z].op != described<Graph, multiply_primitive> || !(scaled(g[z].a) || scaled(g[z].b))) return -1;
    constexpr double outer = 1.5957691216057308, inner = 0.044715;
    int x = -1;
    cubic const is = cubic_of(g, z, x);
    if (!is.is_one || is.c[0] != 0 || !is_next_to(is.c[1], outer) || is.c[2] != 0 || !is_next_to(is.c[3], outer * inner))
        return -1;
    int const cube = g.make(described<Graph, power_primitive<3>>, x);
    int const sum = g.make(described<Graph, add_primitive>, x,
                           g.make(described<Graph, multiply_primitive>, g.constant(inner), cube));
    int const argument = g.make(described<Graph, multiply_primitive>, g.constant(outer), sum);
    return argument == z ? -1 : argument;
}

}  // namespace detail

}  // namespace ogive
