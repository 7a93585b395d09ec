#pragma once

#include <ogive/graph/graph.hpp>
#include <ogive/math/vocabulary.hpp>
#include <ogive/primitive/functions.hpp>

#include <limits>

namespace ogive {

/// The largest finite number in place of an infinite x, where d is 0.
template <class V>
OGIVE_INLINE constexpr V held_by(V d, V x) {
    using v = math::vocabulary<V>;
    V const most = v::number(static_cast<double>(std::numeric_limits<typename v::scalar>::max()));
    V const bounded = v::smaller(most, v::larger(v::negate(most), x));  // NaN stays
    return v::select(d == v::number(0), bounded, x);
}

namespace detail {
/// A product, but for what it is at the limits.
struct product_with_limits {
    static constexpr std::string_view text = "{0} * {1}"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{};
    static constexpr bool woven = true;
    static constexpr unsigned vanishes_with = 0b11, proportional_to = 0b11;

    static constexpr auto reads(auto x, auto d) { return x * d; }
    static constexpr auto adjoint(auto x, auto d, auto, auto dy) { return to_each(dy * d, dy * x); }
};
}  // namespace detail

/// x d, where d falls faster to 0 than x can grow: 0 where d is 0, an infinite x included. What multiply becomes
/// where it would be 0 * inf at the limit.
struct damped_primitive : detail::product_with_limits {
    static constexpr std::string_view name = "damped"sv;
    static constexpr std::string_view c99 = "return y == 0 && isinf(x) ? copysign{f}(1.0{f}, x) * y : x * y;"sv;

    template <class V>
    OGIVE_INLINE static constexpr V value(V x, V d) {
        return math::vocabulary<V>::multiply(held_by(d, x), d);
    }
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int d, int) {
        return g.is_number(d) && !g.is_zero(d) ? g.make(described<Graph, multiply_primitive>, x, d) : -1;
    }
};

/// The same, where x may have come to inf - inf: NaN at finite numbers, which d is NaN at were they NaN themselves.
struct smothered_primitive : detail::product_with_limits {
    static constexpr std::string_view name = "smothered"sv;
    static constexpr std::string_view c99 =
        "return y == 0 && !isfinite(x) ? (isnan(x) ? 0 : copysign{f}(1.0{f}, x) * y) : x * y;"sv;

    template <class V>
    OGIVE_INLINE static constexpr V value(V x, V d) {
        using v = math::vocabulary<V>;
        V const held = held_by(d, v::select(x == x, x, v::number(0)));
        return v::multiply(v::select(d == v::number(0), held, x), d);
    }
};

/// x y, where each may fall faster than the other grows.
struct mutually_damped_primitive : detail::product_with_limits {
    static constexpr std::string_view name = "mutually_damped"sv;
    static constexpr std::string_view c99 = R"(
        if (y == 0 && isinf(x)) return copysign{f}(1.0{f}, x) * y;
        return x == 0 && isinf(y) ? x * copysign{f}(1.0{f}, y) : x * y;)"sv;
    static constexpr bool commutative = true;

    template <class V>
    OGIVE_INLINE static constexpr V value(V x, V y) {
        return math::vocabulary<V>::multiply(held_by(y, x), held_by(x, y));
    }
};

namespace detail {

/// Whether the difference of what grows stands in x, which d falls faster than, and nothing else can make x NaN but
/// what makes d NaN too: sums, products and functions that have a value everywhere, of names that d falls with, none of
/// which d only chooses by. Not looked for in a large graph, where looking would take longer than all else.
template <class Graph>
constexpr bool may_cancel(Graph const& g, int x, int d) {
    constexpr int large_graph = 400;
    if (g.size() > large_graph) return false;
    bool cancels = false, alone = true;
    auto const each_below = [&g, &alone](int from, auto look) {
        bool* const stands = new bool[static_cast<std::size_t>(from) + 1]{};
        stands[from] = true;
        for (int i = from; i >= 0 && alone; --i)
            if (stands[i]) {
                look(i);
                for (int j = 0; j < g[i].op->arity; ++j) stands[g[i].argument(j)] = true;
            }
        delete[] stands;
    };
    std::uint64_t const names = g[d].decays;
    each_below(x, [&](int i) {
        auto const& n = g[i];
        operation const& o = *n.op;
        unsigned const all = (1u << o.arity) - 1;
        bool const is_sum = o.arity == 2 && o.vanishes_with_all == all;
        bool const is_product = o.vanishes_with == all && !o.price.is_long() && o.price.division == 0;
        if (o.arity == 0)
            alone = g.is_number(i) || (n.loaded == no_node && (n.grows & names) != 0);
        else
            alone = is_sum || is_product || o.bounded || o.decays || o.soars;
        cancels |= is_sum && (g[n.a].grows & g[n.b].grows & names) != 0;
    });
    if (cancels) each_below(d, [&](int i) { alone = !g[i].op->picks && !g[i].op->chooses; });
    return cancels && alone;
}

/// x d, which d falls faster in than x grows.
template <class Graph>
constexpr int damped(Graph& g, int x, int d) {
    return g.make(may_cancel(g, x, d) ? described<Graph, smothered_primitive> : described<Graph, damped_primitive>, x,
                  d);
}

/// What the product, the quotient or the -x at i is with another argument j.
template <class Graph>
constexpr int with_argument(Graph& g, int i, int j, int argument) {
    operation const* const op = g[i].op;
    bool const damped = op == described<Graph, damped_primitive> || op == described<Graph, smothered_primitive> ||
                        op == described<Graph, mutually_damped_primitive>;
    return g.make(damped ? described<Graph, multiply_primitive> : op, j == 0 ? argument : g[i].a,
                  j == 1 ? argument : g[i].b);
}

}  // namespace detail

}  // namespace ogive
