#pragma once

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/beside_logarithm.hpp>
#include <ogive/primitive/cancelled.hpp>
#include <ogive/primitive/damped.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

struct multiply_primitive {
    static constexpr std::string_view name = "multiply"sv, text = "{0} * {1}"sv, latex = R"({0} \, {1})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::product;
    static constexpr bool commutative = true;
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr cost price{};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b) {
        return math::vocabulary<V>::multiply(a, b);  // 0 * inf in a constant expression too
    }
    static constexpr unsigned vanishes_with = 0b11, proportional_to = 0b11;
    static constexpr bool folds(double, double) { return true; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int a, int b, int) {
        if (!g.stabilises()) return -1;
        if (int const product = detail::cancelled(g, a, b, true); product >= 0) return product;
        if (int const product = detail::cancelled(g, b, a, true); product >= 0) return product;
        if (int const product = joined(g, a, b); product >= 0) return product;
        if (int const product = joined(g, b, a); product >= 0) return product;
        if (int const product = without_number(g, a, b); product >= 0) return product;
        if (int const product = without_number(g, b, a); product >= 0) return product;
        if (int const product = with_factor_of_row(g, a, b); product >= 0) return product;
        if (int const product = with_factor_of_row(g, b, a); product >= 0) return product;
        if (g.magnifies() && detail::outlasts_logarithm(g, a, b)) return g.make(described<Graph, damped_primitive>, b, a);
        if (g.magnifies() && detail::outlasts_logarithm(g, b, a)) return g.make(described<Graph, damped_primitive>, a, b);
        bool const by_a = outruns(g[a], g[b]), by_b = outruns(g[b], g[a]);
        return by_a && by_b ? g.make(described<Graph, mutually_damped_primitive>, a, b)
               : by_b       ? detail::damped(g, a, b)
               : by_a       ? detail::damped(g, b, a)
                            : -1;
    }
    /// p z where a factor of p knows something better than to be multiplied by z or a factor of it; -1: none does.
    template <class Graph>
    static constexpr int joined(Graph& g, int p, int z, int depth = 0) {
        if (!g[z].races || depth == 8) return -1;
        if (int const product = into(g, p, z); product >= 0) return product;
        operation const* const op = g[z].op;
        for (int j = 0; j < op->arity && op->proportional_to; ++j)
            if (op->proportional_to >> j & 1)
                if (int const product = joined(g, p, g[z].argument(j), depth + 1); product >= 0)
                    return detail::with_argument(g, z, j, product);
        return -1;
    }
    /// p z where it is a number times a whole activation, or minus one: 2 x sigmoid(x); -1: it is none.
    template <class Graph>
    static constexpr int without_number(Graph& g, int p, int z) {
        operation const* const op = g[p].op;
        bool const minus = op == described<Graph, negate_primitive>;
        if (!minus && op != described<Graph, multiply_primitive>) return -1;
        for (int j = 0; j < op->arity; ++j) {
            int const number = g[p].argument(j), rest = g[p].argument(minus ? j : 1 - j);
            if (!minus && !g.is_number(number)) continue;
            if (!g[rest].op->price.is_long() && !g[z].op->price.is_long()) continue;
            int const product = g.make(described<Graph, multiply_primitive>, rest, z);
            if (g[product].op->price.is_long()) return minus ? g.make(op, product) : g.make(op, number, product);
        }
        return -1;
    }
    /// e (r u - r v) as (e r) (u - v), e an exponential, r one value for the row: the gradient of a quotient by the row's sum.
    /// r is as small as e is large, and r v may come to 0 where e r v does not. -1: it is no such product.
    template <class Graph>
    static constexpr int with_factor_of_row(Graph& g, int e, int difference) {
        operation const* const times = described<Graph, multiply_primitive>;
        auto const d = g[difference];
        if (g[e].op->hash != name_key("exp") || d.op->hash != name_key("subtract")) return -1;
        auto const p = g[d.a], q = g[d.b];
        if (p.op != times || q.op != times) return -1;
        for (int const r : {p.a, p.b})
            if ((r == q.a || r == q.b) && !(g[r].of & shapes::per_column))
                return g.make(times, g.make(times, e, r),
                              g.make(d.op, p.a == r ? p.b : p.a, q.a == r ? q.b : q.a));
        return -1;
    }
    /// p z, z within p.
    template <class Graph>
    static constexpr int into(Graph& g, int p, int z, int depth = 0) {
        operation const* const op = g[p].op;
        if (depth == 8) return -1;
        if (op->beside)
            if (int const product = op->beside(g, p, z); product >= 0) return product;
        if (op == described<Graph, square_primitive>)
            if (int const product = into(g, g[p].a, z, depth + 1); product >= 0)
                return g.make(described<Graph, multiply_primitive>, product, g[p].a);
        for (int j = 0; j < op->arity && op->proportional_to; ++j)
            if (op->proportional_to >> j & 1)
                if (int const product = into(g, g[p].argument(j), z, depth + 1); product >= 0)
                    return detail::with_argument(g, p, j, product);
        return -1;
    }
    /// Whether `falls` does so with a name that the other grows with, and with none that it grows as fast with: what
    /// e^2x e^-x comes to is not said by e^-x being 0. What grows as e^e^x has both marks, races and collapses.
    static constexpr bool outruns(auto const& falls, auto const& other) {
        auto const at_least_as_fast = other.races & (other.collapses | ~falls.collapses);
        return (falls.decays & other.grows) && !(falls.decays & at_least_as_fast);
    }
    static constexpr auto adjoint(auto a, auto b, auto, auto dy) { return to_each(dy * b, dy * a); }
    static constexpr auto equations(auto x, auto y, auto) {
        return table(exact(x * 1_c, x),
                     exact(x * c<-1>, -x),
                     exact(-x * -y, x * y),
                     exact(x * x, square(x)),
                     stabilising(-x * x, -square(x)),
                     stabilising(0.5_c * (2_c * x), x),
                     stabilising(2_c * (0.5_c * x), x),
                     stabilising(0.5_c * (x * (2_c * y)), x * y),
                     stabilising(0.5_c * x * (2_c * y), x * y));
    }
    static constexpr auto above(auto x, auto y, auto z) {
        return table(stabilising(where(x > 0_c, y, z * expm1(x)), where(x > 0_c, y, whole::times_expm1_below_0(z, x))));
    }
};

}  // namespace ogive
