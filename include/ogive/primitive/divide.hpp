#pragma once

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/cancelled.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/over_root.hpp>
#include <ogive/primitive/rational.hpp>
#include <ogive/primitive/share.hpp>
#include <ogive/primitive/tail.hpp>

namespace ogive {

struct divide_primitive {
    static constexpr std::string_view name = "divide"sv, text = "{0} / {1}"sv, latex = R"(\frac{{0}}{{1}})"sv;
    static constexpr std::string_view c99 = text;
    static constexpr int binds = precedence::product;
    static constexpr unsigned vanishes_with = 0b01, explodes_with = 0b10, fades_with = 0b10, proportional_to = 0b01;
    static constexpr bool woven = true, soars_with_all = true;
    static constexpr cost price{.division = 1};

    template <class V>
    OGIVE_INLINE static constexpr V value(V a, V b) {
        return math::vocabulary<V>::divide(a, b);  // x / 0 in a constant expression too
    }
    static constexpr bool folds(double, double b) { return b != 0; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int a, int b, int) {
        if (!g.stabilises()) return -1;
        if (int const quotient = detail::cancelled(g, a, b, false); quotient >= 0) return quotient;
        if (g.is_number(b) && g.value(b) != 0)  // 30 tanh(x / 30): its gradient is multiplied with 30 before
            if (int const quotient = detail::without(g, a, b, false, 5); quotient >= 0) return quotient;
        if (int const quotient = detail::quotient_of_polynomials(g, a, b); quotient >= 0) return quotient;
        if (int const quotient = g.quotient_along_row(a, b); quotient >= 0) return quotient;
        if (int const quotient = g.quotient_with_less_one(a, b); quotient >= 0) return quotient;
        if (int const quotient = g.quotient_of_exponentials(a, b); quotient >= 0) return quotient;
        if (auto const of = g.meaning_of(b); of.op && of.op != described<Graph, divide_primitive>)
            return g.make(described<Graph, multiply_primitive>, a,
                          g.power_of_exponentials(of.op, of.a, of.b, !of.is_below));
        if (g[a].grows)
            if (int const quotient = detail::over_root_writer<Graph>(g).write(a, b); quotient >= 0) return quotient;
        if (int const share = detail::shared(g, a, b); share >= 0) return share;
        if (g[b].op == described<Graph, exp_primitive>)
            return g.make(described<Graph, multiply_primitive>, a,
                          g.make(described<Graph, exp_primitive>, g.make(described<Graph, negate_primitive>, g[b].a)));
        if (int const scale = added_to_magnitude(g, a, b); scale >= 0)
            return g.make(described<Graph, softsign_primitive>, g.make(described<Graph, divide_primitive>, a, scale));
        bool const is_outgrown = g[b].soars & g[a].grows && !(g[b].soars & g[a].races);
        if (int const quotient = without_number(g, a, b); quotient >= 0) return quotient;
        if (is_outgrown) return g.make(described<Graph, outgrown_primitive>, a, b);
        auto const tail = detail::read_tail(g, b);
        if (tail.f < 0) return -1;
        int const quotient = g.insert(described<Graph, divide_primitive>, a, b);
        return detail::know_by_tail(g, described<Graph, multiply_primitive>, quotient, tail, g.constant(-1), 1);
    }
    /// a / b where a is minus something, or a number of times it, and the quotient of that is known as a function; -1: it is not.
    template <class Graph>
    static constexpr int without_number(Graph& g, int a, int b) {
        auto const n = g[a];
        bool const minus = n.op == described<Graph, negate_primitive>, by_number = n.op == described<Graph, multiply_primitive>;
        if ((!minus && !by_number) || !g[b].op->price.is_long()) return -1;
        int const number = minus || !g.is_number(n.b) ? n.a : n.b, rest = minus || number == n.b ? n.a : n.b;
        if (!minus && !g.is_number(number)) return -1;
        int const quotient = g.make(described<Graph, divide_primitive>, rest, b);
        if (!g[quotient].op->price.is_long() || g.slope_of(quotient)) return -1;
        return minus ? g.make(n.op, quotient) : g.make(n.op, number, quotient);
    }
    /// c of b = c + |a|, a positive number; -1: b is not that.
    template <class Graph>
    static constexpr int added_to_magnitude(Graph const& g, int a, int b) {
        if (g[b].op != described<Graph, add_primitive>) return -1;
        for (int const c : {g[b].a, g[b].b})
            if (auto const& other = g[g[b].a == c ? g[b].b : g[b].a];
                g.is_number(c) && g.value(c) > 0 && other.op == described<Graph, absolute_primitive> && other.a == a)
                return c;
        return -1;
    }
    template <class Graph>
    static constexpr int beside(Graph& g, int quotient, int z) {
        return detail::beside_quotient(g, quotient, z);
    }
    static constexpr auto adjoint(auto, auto b, auto y, auto dy) { return to_each(dy / b, -(dy / b * y)); }
    static constexpr auto equations(auto x, auto y, auto) {
        return table(exact(x / 1_c, x),
                     exact(x / c<-1>, -x),
                     exact(-x / -y, x / y),
                     stabilising((exp(x) - exp(-x)) / (exp(x) + exp(-x)), tanh(x)),
                     stabilising(1_c / exp(x), exp(-x)),
                     stabilising(1_c / sigmoid(x), 1_c + exp(-x)),
                     stabilising(exp(x) / exp(y), whole::exp_of_sum(x, -y)),
                     stabilising(exp(x) / (1_c + exp(x)), sigmoid(x)),
                     stabilising(x / (1_c + exp(-y)), x * sigmoid(y)),
                     stabilising(x / (1_c + exp(y)), x * sigmoid(-y)),
                     stabilising(x / (1_c + abs(x)), whole::softsign(x)));
    }
};

}  // namespace ogive
