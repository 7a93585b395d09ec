#pragma once
// Quotients that come to infinity over infinity where an exponential overflows, and have a limit there.

#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/damped.hpp>
#include <ogive/primitive/expand.hpp>
#include <ogive/primitive/functions.hpp>

#include <limits>

namespace ogive {

namespace detail {
template <class Graph>
constexpr int beside_quotient(Graph& g, int quotient, int z);
}

/// z / (a + z), and 1 where z alone is infinite. What a quotient by a sum becomes where a term of it stands above, and
/// what becomes of the product of that quotient's derivative and the term.
struct share_primitive {
    static constexpr std::string_view name = "share"sv, text = "{0} / ({1} + {0})"sv;
    static constexpr std::string_view c99 = "return isinf(x) && isfinite(y) ? 1 : x / (y + x);"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.division = 1};
    static constexpr bool woven = true, bounded = true;
    static constexpr unsigned vanishes_with = 0b01, fades_with = 0b10;

    static constexpr auto reads(auto z, auto a) { return z / (a + z); }
    template <class V>
    OGIVE_INLINE static constexpr V value(V z, V a) {
        using v = math::vocabulary<V>;
        V const infinity = v::number(std::numeric_limits<double>::infinity());
        return v::select(v::absolute(z) == infinity && v::absolute(a) < infinity, v::number(1), v::divide(z, V(a + z)));
    }
    template <class Graph>
    static constexpr int resolve(Graph& g, int z, int a, int) {
        return g.stabilises() ? g.share_of_exponentials(z, a) : -1;
    }
    static constexpr auto adjoint(auto z, auto a, auto y, auto dy);
    static constexpr auto equations(auto z, auto a, auto);
};
namespace whole {
inline constexpr function<share_primitive> share{};
}
constexpr auto share_primitive::equations(auto z, auto a, auto) {
    return table(stabilising(whole::share(exp(z), 1_c), sigmoid(z)),
                 stabilising(whole::share(1_c, exp(z)), sigmoid(-z)),
                 stabilising(whole::share(exp(z), exp(a)), whole::sigmoid_of_difference(z, a)));
}
// Two factors where 1 - y would cancel.
constexpr auto share_primitive::adjoint(auto z, auto a, auto y, auto dy) {
    return to_each(dy * whole::share(a, z) / (a + z), -(dy * y / (a + z)));
}

/// x / y, and 0 where both are infinite: y has grown faster.
struct outgrown_primitive {
    static constexpr std::string_view name = "outgrown"sv, text = "{0} / {1}"sv;
    static constexpr std::string_view c99 = "return isinf(x) && isinf(y) ? copysign{f}(1.0{f}, x) / y : x / y;"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.division = 1};
    static constexpr bool woven = true;
    static constexpr unsigned vanishes_with = 0b01, explodes_with = 0b10, fades_with = 0b10, proportional_to = 0b01;

    static constexpr auto reads(auto x, auto y) { return x / y; }
    template <class V>
    OGIVE_INLINE static constexpr V value(V x, V y) {
        using v = math::vocabulary<V>;
        V const most = v::number(static_cast<double>(std::numeric_limits<typename v::scalar>::max()));
        V const bounded = v::smaller(most, v::larger(v::negate(most), x));  // NaN stays
        return v::divide(v::select(v::absolute(y) > most, bounded, x), y);
    }
    template <class Graph>
    static constexpr int beside(Graph& g, int quotient, int z) {
        return detail::beside_quotient(g, quotient, z);
    }
    static constexpr auto adjoint(auto, auto b, auto y, auto dy) { return to_each(dy / b, -(dy / b * y)); }
};

namespace whole {
inline constexpr function<outgrown_primitive> outgrown{};
}

namespace detail {

/// A term of a sum that is z or a number of times z, one over that number, and the sum of all other terms.
struct term_of_sum {
    int term = -1, one_over_number = -1, rest = -1;
};

/// 1 / n of z n, n a number; -1: the node is none.
template <class Graph>
constexpr int one_over_number(Graph& g, int z, int node) {
    auto const n = g[node];
    if (node == z) return g.constant(1);
    if (n.op == described<Graph, multiply_primitive>)
        for (int j = 0; j < 2; ++j)
            if (n.argument(j) == z && g.is_number(n.argument(1 - j)))
                return g.make(described<Graph, divide_primitive>, g.constant(1), n.argument(1 - j));
    return -1;
}

template <class Graph>
constexpr term_of_sum find_term(Graph& g, int z, int sum) {
    auto const n = g[sum];
    if (n.op == described<Graph, add_primitive>)
        for (int j = 0; j < 2; ++j) {
            int const term = n.argument(j), other = n.argument(1 - j);
            if (int const over = one_over_number(g, z, term); over >= 0) return {term, over, other};
            // Not z / term times term / sum: the term may be 0.
            if (auto const within = find_term(g, z, term); within.term >= 0)
                return {within.term, within.one_over_number, g.make(n.op, within.rest, other)};
        }
    return {};
}

/// e^w / (p + c e^w) as 1 / (c + p e^-w), c known when a call runs, and maybe 0; -1: it is none.
template <class Graph>
constexpr int share_of_multiple(Graph& g, int z, int sum) {
    auto const n = g[sum];
    if (g[z].op->hash != name_key("exp") || n.op != described<Graph, add_primitive>) return -1;
    for (int j = 0; j < 2; ++j) {
        auto const term = g[n.argument(j)];
        int const p = n.argument(1 - j), c = term.a == z ? term.b : term.a;
        bool const is_multiple = term.op == described<Graph, multiply_primitive> && (term.a == z || term.b == z);
        if (!is_multiple || g[c].grows || g[p].grows) continue;
        int const falling = g.make(g[z].op, g.make(described<Graph, negate_primitive>, g[z].a));
        return g.make(described<Graph, divide_primitive>, g.constant(1),
                      g.make(n.op, c, g.make(term.op, p, falling)));
    }
    return -1;
}

/// z / b where z, or a multiple of z, is a term of the sum b, or all of it; -1: it is none.
template <class Graph>
constexpr int share_of_sum(Graph& g, int z, int b) {
    if (b != z)
        if (int const over = one_over_number(g, z, b); over >= 0) return g.make(described<Graph, expand_primitive>, over, z);
    auto const found = find_term(g, z, b);
    if (found.term < 0) return share_of_multiple(g, z, b);
    return g.make(described<Graph, multiply_primitive>, found.one_over_number,
                  g.make(described<Graph, share_primitive>, found.term, found.rest));
}

/// z / b where z is a term of the difference b; -1: it is none. Not within a sum: there a difference that is 0 is a term
/// like any other.
template <class Graph>
constexpr int share_of_difference(Graph& g, int z, int b) {
    auto const n = g[b];
    if (n.op == described<Graph, subtract_primitive>)
        for (int j = 0; j < 2; ++j) {
            int const term = n.argument(j), other = n.argument(1 - j);
            int const over = one_over_number(g, z, term);
            auto const found = over >= 0 ? term_of_sum{term, over, -1} : find_term(g, z, term);
            if (found.term < 0) continue;
            int const rest = found.rest < 0 ? g.make(described<Graph, negate_primitive>, other)
                                            : g.make(n.op, found.rest, other);
            int const share = g.make(described<Graph, multiply_primitive>, found.one_over_number,
                                     g.make(described<Graph, share_primitive>, found.term, rest));
            return j == 0 ? share : g.make(described<Graph, negate_primitive>, share);
        }
    if (n.op == described<Graph, negate_primitive>)
        if (int const share = share_of_difference(g, z, n.a); share >= 0)
            return g.make(described<Graph, negate_primitive>, share);
    // e^x / (e^x - 1) = -1 / (e^-x - 1). By name: whoever has no expm1 should not pay for its description.
    if (n.op->hash == name_key("expm1") && g[z].op->hash == name_key("exp") && g[z].a == n.a)
        return g.make(described<Graph, divide_primitive>, g.constant(-1),
                      g.make(n.op, g.make(described<Graph, negate_primitive>, n.a)));
    return -1;
}

/// z / b where z is a term of b or of a factor of b, or such a factor that soars; -1: it is none.
template <class Graph>
constexpr int share_of(Graph& g, int z, int b) {
    if (int const share = share_of_sum(g, z, b); share >= 0) return share;
    if (int const share = share_of_difference(g, z, b); share >= 0) return share;
    auto const n = g[b];
    if (n.op == described<Graph, multiply_primitive> || n.op == described<Graph, square_primitive>)
        for (int j = 0; j < 2; ++j) {
            int const factor = n.argument(j < n.op->arity ? j : 0), other = n.argument(1 - j < n.op->arity ? 1 - j : 0);
            int const of_factor = factor == z && g[z].soars ? g.constant(1) : share_of(g, z, factor);
            if (of_factor >= 0)
                return g.make(described<Graph, expand_primitive>,
                              g.make(described<Graph, divide_primitive>, of_factor, other), z);
        }
    return -1;
}

/// a / b * z where z is a term of b; -1: it is none.
template <class Graph>
constexpr int beside_quotient(Graph& g, int quotient, int z) {
    auto const n = g[quotient];
    auto const means = g.meaning_of(quotient);
    bool const is_written_anew = means.op == n.op;
    int const above = is_written_anew ? means.a : n.a, below = is_written_anew ? means.b : n.b;
    if (int const product = g.quotient_of_exponentials(above, below, z); product >= 0) return product;
    int const share = share_of(g, z, n.b);
    if (share < 0) return -1;
    auto const s = g[g[share].op->expands() ? g[share].a : share];
    bool const is_reciprocal = s.op == described<Graph, divide_primitive> && s.a == g.constant(1);
    return is_reciprocal ? g.make(described<Graph, expand_primitive>, g.make(s.op, n.a, s.b), z)
                         : g.make(described<Graph, multiply_primitive>, n.a, share);
}

/// a / b where a, or a factor or terms of it, is a term of b; -1: none is.
template <class Graph>
constexpr int shared(Graph& g, int a, int b) {
    if (!g[a].grows || a == b) return -1;
    if (int const share = share_of(g, a, b); share >= 0) return share;
    auto const n = g[a];
    auto const over_b = [&](int part) {
        int const quotient = g[part].grows ? g.make(described<Graph, divide_primitive>, part, b) : -1;
        return quotient >= 0 && !(g[quotient].op->beside && g[quotient].a == part) ? quotient : -1;
    };
    if ((n.op == described<Graph, add_primitive> || n.op == described<Graph, subtract_primitive>) && n.races) {
        int const first = over_b(n.a), second = over_b(n.b);
        if (n.soars ? first >= 0 || second >= 0 : first >= 0 && second >= 0)
            return g.make(n.op, first >= 0 ? first : g.make(described<Graph, divide_primitive>, n.a, b),
                          second >= 0 ? second : g.make(described<Graph, divide_primitive>, n.b, b));
    }
    for (int j = 0; j < n.op->arity; ++j)
        if (n.op->proportional_to >> j & 1)
            if (int const factor = over_b(n.argument(j)); factor >= 0) return with_argument(g, a, j, factor);
    return -1;
}

}  // namespace detail

}  // namespace ogive
