#pragma once

#include <ogive/math/normal.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// e^(-x^2 / 2), the square in two parts.
struct bell_primitive {
    static constexpr std::string_view name = "bell"sv, text = "exp(-0.5 * {0}^2)"sv, latex = R"(e^{-{0}^2 / 2})"sv;
    static constexpr std::string_view c99 = R"(
        const {real} square = x * x;
        return square > 1600 ? 0 : exp{f}(-0.5{f} * square) * (1 - 0.5{f} * fma{f}(x, x, -square));)"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    static constexpr auto reads(auto x) { return exp(c<-0.5> * square(x)); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::bell(x); }
    static constexpr auto derivative(auto x, auto y) { return -(x * y); }
    static constexpr auto logarithmic_derivative = [](auto x) { return -x; };
    static constexpr auto equations(auto x, auto, auto) { return table(exact(whole::bell(-x), whole::bell(x))); }
};

namespace detail {

/// By name: whoever has no quotient should not pay for its description.
constexpr bool is_quotient(operation const* op) { return op->hash == name_key("divide"sv); }

/// Of z = c x^2: x and c.
struct scaled_square {
    int x = -1;
    double factor = 1;
};
template <class Graph>
constexpr scaled_square scaled_square_of(Graph& g, int z) {
    auto const n = g[z];
    auto const times = [&](int part, double factor) {
        scaled_square s = scaled_square_of(g, part);
        s.factor *= factor;
        return s;
    };
    if (n.op == described<Graph, square_primitive>) return {n.a};
    if (n.op == described<Graph, negate_primitive>) return times(n.a, -1);
    if (is_quotient(n.op) && g.is_number(n.b)) return times(n.a, 1 / g.value(n.b));
    if (n.op != described<Graph, multiply_primitive>) return {};
    for (int j = 0; j < 2; ++j) {
        int const factor = n.argument(j), rest = n.argument(1 - j);
        if (g.is_number(factor)) return times(rest, g.value(factor));
        auto const r = g[rest];  // (c x) x
        if (r.op == n.op && r.b == factor && g.is_number(r.a)) return {factor, g.value(r.a)};
        if (r.op == n.op && r.a == factor && g.is_number(r.b)) return {factor, g.value(r.b)};
    }
    return {};
}

}  // namespace detail

}  // namespace ogive
