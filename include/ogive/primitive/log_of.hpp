#pragma once
// Logarithms of what overflows or comes to 0 exponentially, and has not: of sums, products and powers of exponentials.

#include <ogive/graph/graph.hpp>
#include <ogive/math/softplus.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/share.hpp>

#include <limits>

namespace ogive {

/// log(e^x + e^y), which never overflows.
struct log_add_exp_primitive {
    static constexpr std::string_view name = "log_add_exp"sv, text = "log(exp({0}) + exp({1}))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} most = x > y ? x : y;
        return isinf(most) ? most : most + log1p{f}(exp{f}(-fabs{f}(x - y)));)"sv;
    static constexpr bool commutative = true, woven = true, races = false;
    static constexpr cost price{.transcendental = 2};

    static constexpr auto reads(auto x, auto y) { return log(exp(x) + exp(y)); }
    OGIVE_INLINE static constexpr auto value(auto x, auto y) { return math::log_add_exp(x, y); }
    static constexpr auto adjoint(auto x, auto y, auto, auto dy) {
        return to_each(dy * sigmoid(x - y), dy * sigmoid(y - x));
    }
};

/// log(softplus(x)), which never underflows.
struct log_softplus_primitive {
    static constexpr std::string_view name = "log_softplus"sv, text = "log(softplus({0}))"sv;
    static constexpr std::string_view c99 = "return x < -37 ? x : log{f}(ogive_softplus{f}(x));"sv;
    using c99_calls = softplus_primitive;
    static constexpr bool woven = true, races = false;
    static constexpr cost price{.transcendental = 3};

    static constexpr auto reads(auto x) { return log(softplus_of(x)); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::log_softplus(x); }
    static constexpr auto derivative(auto x, auto) { return whole::log_softplus_derivative(x); }
};

/// Its derivative. It has no fast form: both functions are 0 in theirs where the quotient is 1. It does not say what it
/// reads: whoever has softplus should not pay for the description of a quotient.
struct log_softplus_derivative_primitive {
    static constexpr std::string_view name = "log_softplus'"sv, text = "sigmoid({0}) / softplus({0})"sv,
                                      latex = R"(\frac{\sigma\left({0}\right)}{\operatorname{softplus}\left({0}\right)})"sv;
    static constexpr std::string_view c99 = "return x < -37 ? 1 : 1 / ((1 + exp{f}(-x)) * ogive_softplus{f}(x));"sv;
    using c99_calls = softplus_primitive;
    static constexpr int binds = precedence::product;
    static constexpr bool woven = true, races = false;
    static constexpr cost price{.transcendental = 2, .division = 1};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::log_softplus_derivative(x); }
    static constexpr auto derivative(auto x, auto y) { return y * (sigmoid(-x) - y); }
};

/// log(cosh(x)), which does not overflow and is x^2 / 2 near 0.
struct log_cosh_primitive {
    static constexpr std::string_view name = "log_cosh"sv, text = "log((exp({0}) + exp(-{0})) / 2)"sv;
    static constexpr std::string_view c99 = R"(
        const {real} a = fabs{f}(x), t = expm1{f}(a > 20 ? 20 : a);
        return a > 20 ? a - 0.69314718055994531{f} : log1p{f}(0.5{f} * t * t / (1 + t));)"sv;
    static constexpr bool woven = true, races = false;
    static constexpr unsigned vanishes_with = 0b1;
    static constexpr cost price{.transcendental = 2, .division = 1};

    static constexpr auto reads(auto x) { return log((exp(x) + exp(-x)) / 2_c); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::log_cosh(x); }
    static constexpr auto derivative(auto x, auto) { return tanh(x); }
};

/// log(1 - e^x), x < 0.
struct log_of_one_minus_exp_primitive {
    static constexpr std::string_view name = "log_of_one_minus_exp"sv, text = "log(1 - exp({0}))"sv;
    static constexpr std::string_view c99 =
        "return x > -0.69314718{f} ? log{f}(-expm1{f}(x)) : log1p{f}(-exp{f}(x));"sv;
    static constexpr bool woven = true, decays = true;
    static constexpr cost price{.transcendental = 3};

    static constexpr auto reads(auto x) { return log(1_c - exp(x)); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::log_of_one_minus_exp(x); }
    static constexpr auto derivative(auto x, auto) { return -(1_c / expm1(-x)); }
};

namespace detail {

template <class Graph>
constexpr int log_beyond_overflow(Graph& g, operation const* op, int x);

/// x without the terms that do not grow: they do not count where the others have overflown.
template <class Graph>
constexpr int growing_part(Graph const& g, int x) {
    auto const n = g[x];
    bool const sum = n.op == described<Graph, add_primitive>;
    if (sum && !g[n.a].grows) return growing_part(g, n.b);
    return (sum || n.op == described<Graph, subtract_primitive>) && !g[n.b].grows ? growing_part(g, n.a) : x;
}

/// The logarithm of x by an equation, of what is positive; -1: it has none, or its sign is not known.
template <class Graph>
constexpr int known_log(Graph& g, int x) {
    int const known = g.make(described<Graph, log_primitive>, x);
    std::uint64_t const op = g[known].op->hash;
    return op == name_key("log") || op == name_key("log1p") || op == name_key("where") ? -1 : known;
}

/// Whether the logarithm of a product was taken apart into some of what may be below 0, for all that is known.
template <class Graph>
constexpr bool takes_signs_for_granted(Graph const& g, int log) {
    auto const n = g[log];
    std::uint64_t const op = n.op->hash;
    if (n.op == described<Graph, add_primitive> || n.op == described<Graph, subtract_primitive>)
        return takes_signs_for_granted(g, n.a) || takes_signs_for_granted(g, n.b);
    return op == name_key("log") || op == name_key("log1p") || op == name_key("log_of_one_minus_exp");
}

/// log(e^a + e^b) for the logarithms a and b of two terms. A term that is below 0 has none: then that of the sum x, which
/// need not be.
template <class Graph>
constexpr int log_of_terms(Graph& g, int x, int a, int b) {
    int const joined = g.make(described<Graph, log_add_exp_primitive>, a, b);
    if (!takes_signs_for_granted(g, a) && !takes_signs_for_granted(g, b)) return joined;
    return g.make(described<Graph, where_primitive>, g.make(described<Graph, equal_primitive>, joined, joined), joined,
                  g.insert(described<Graph, log_primitive>, x));
}

/// The logarithm of x from those of its parts, beyond overflow too if so; -1: one has none.
template <class Graph>
constexpr int log_of(Graph& g, int x, bool beyond_overflow) {
    auto const n = g[x];
    auto const of = [&](int part) {
        int known = log_of(g, part, beyond_overflow);
        if (known < 0) known = known_log(g, part);
        // What has overflown is positive, so a factor below 0 stands beside another.
        return known >= 0 || !beyond_overflow ? known
                                              : g.make(described<Graph, log_primitive>,
                                                       g.make(described<Graph, absolute_primitive>, part));
    };
    auto const means = g.meaning_of(x);
    if (means.are_positive && means.op == described<Graph, divide_primitive>) {
        // a / (a + b), whose logarithm's derivative would cancel.
        if (auto const below = g[means.b]; below.op == described<Graph, add_primitive>)
            for (int const rest : {below.a, below.b})
                if ((rest == below.a ? below.b : below.a) == means.a)
                    return g.make(described<Graph, negate_primitive>,
                                  g.make(described<Graph, log1p_primitive>,
                                         g.make(described<Graph, divide_primitive>, rest, means.a)));
        return g.make(described<Graph, subtract_primitive>, g.make(described<Graph, log_primitive>, means.a),
                      g.make(described<Graph, log_primitive>, means.b));
    }
    if (means.are_positive) {
        double const exponent = means.b == no_node ? 0.5 : g.value(means.b);
        return g.make(described<Graph, multiply_primitive>, g.constant(means.is_below ? -exponent : exponent),
                      g.make(described<Graph, log_primitive>, means.a));
    }
    if (g.is_number(x)) return g.value(x) > 0 ? g.make(described<Graph, log_primitive>, x) : -1;
    if (n.op == described<Graph, exp_primitive>) return n.a;
    if (n.op == described<Graph, exp_of_sum_primitive>) return g.make(described<Graph, add_primitive>, n.a, n.b);
    if (n.op == described<Graph, exp_of_minus_square_primitive>)
        return g.make(described<Graph, negate_primitive>, g.make(described<Graph, square_primitive>, n.a));
    if (n.op->hash == name_key("bell"))
        return g.make(described<Graph, multiply_primitive>, g.constant(-0.5), g.make(described<Graph, square_primitive>, n.a));
    if (n.op == described<Graph, sigmoid_primitive>) return g.make(described<Graph, log_sigmoid_primitive>, n.a);
    // e^y / (c + e^y) as 1 / (1 + c e^-y), so that the derivative does not cancel.
    if (n.op == described<Graph, share_primitive> && g.is_number(n.b) && g.value(n.b) > 0 &&
        g[n.a].op == described<Graph, exp_primitive>) {
        int const falling = g.make(described<Graph, exp_primitive>, g.make(described<Graph, negate_primitive>, g[n.a].a));
        int const below = g.make(described<Graph, add_primitive>, g.constant(1),
                                 g.make(described<Graph, multiply_primitive>, n.b, falling));
        return g.make(described<Graph, negate_primitive>, g.make(described<Graph, log_primitive>, below));
    }
    if (n.op == described<Graph, sigmoid_derivative_primitive>)
        return g.make(described<Graph, subtract_primitive>, g.make(described<Graph, log_sigmoid_primitive>, n.a),
                      g.make(described<Graph, softplus_primitive>, n.a));
    if (n.op == described<Graph, softplus_primitive>) return g.make(described<Graph, log_softplus_primitive>, n.a);
    if (n.op == described<Graph, square_primitive>) {
        int const root = of(n.a);
        if (root < 0) return -1;
        auto const r = g[n.a];
        if (!takes_signs_for_granted(g, root)) return g.make(described<Graph, multiply_primitive>, g.constant(2), root);
        if (r.op != described<Graph, multiply_primitive> && r.op != described<Graph, divide_primitive>) return -1;
        auto const log_of_square = [&](int part) {
            return g.make(described<Graph, log_primitive>, g.make(described<Graph, square_primitive>, part));
        };
        return g.make(r.op == described<Graph, divide_primitive> ? described<Graph, subtract_primitive>
                                                                 : described<Graph, add_primitive>,
                      log_of_square(r.a), log_of_square(r.b));
    }
    if (beyond_overflow && (n.op == described<Graph, expm1_primitive> || growing_part(g, x) != x))
        return log_beyond_overflow(g, described<Graph, log_primitive>, x);
    bool const sum = n.op == described<Graph, add_primitive>;
    bool const both_move = sum && ((g[n.a].grows && g[n.b].grows) || (g[n.a].decays && g[n.b].decays));
    operation const* const joined = both_move ? described<Graph, log_add_exp_primitive>
                                    : n.op->proportional_to == 0b11 ? described<Graph, add_primitive>  // a product
                                    : n.op == described<Graph, divide_primitive> ? described<Graph, subtract_primitive>
                                                                                 : nullptr;
    int const a = joined ? of(n.a) : -1, b = a < 0 ? -1 : of(n.b);
    if (b < 0) return -1;
    return joined == described<Graph, log_add_exp_primitive> ? log_of_terms(g, x, a, b) : g.make(joined, a, b);
}

/// Whether node x comes to 0 or overflows exponentially, or adds up exponentials along a row.
constexpr bool comes_to_limits(graph const& g, int x) {
    node const& n = g[x];
    return (n.decays | n.soars) != 0 || (n.op->reduces() && g[n.a].op->hash == name_key("exp"));
}

/// The logarithm of x = a b or a / b from those of both where that of one is known, so that it is positive and log(x) has
/// a value where that of the other has; or that of |x|, of what is known alone too; -1: it is no such x.
template <class Graph>
constexpr int log_beside_known(Graph& g, int x, operation const* magnitude = nullptr) {
    auto const n = g[x];
    if (int const known = magnitude && comes_to_limits(g, x) ? known_log(g, x) : -1; known >= 0)
        if (!takes_signs_for_granted(g, known)) return known;
    bool const quotient = n.op == described<Graph, divide_primitive>;
    bool const damped = n.op == described<Graph, damped_primitive> || n.op == described<Graph, smothered_primitive>;
    if (!quotient && !damped && n.op != described<Graph, multiply_primitive>) return -1;
    for (int j = 0; j < 2; ++j) {
        int logs[2] = {};
        int const part = n.argument(j);
        logs[j] = comes_to_limits(g, part) ? known_log(g, part) : -1;
        if (logs[j] < 0 || g[logs[j]].op->hash == name_key("log_of_one_minus_exp")) continue;  // 1 - e^y may be below 0
        int const other = n.argument(1 - j);
        logs[1 - j] = g.make(described<Graph, log_primitive>, magnitude ? g.make(magnitude, other) : other);
        operation const* const joined = quotient ? described<Graph, subtract_primitive> : described<Graph, add_primitive>;
        int const sum = g.make(joined, logs[0], logs[1]);
        if (!damped) return sum;
        auto const is = [&](int log, double value) {
            return g.make(described<Graph, equal_primitive>, log, g.constant(value));
        };
        constexpr double infinity = std::numeric_limits<double>::infinity();
        int const both = g.make(described<Graph, logical_and_primitive>, is(logs[0], infinity), is(logs[1], -infinity));
        return g.make(described<Graph, where_primitive>, both, logs[1], sum);  // what falls decides
    }
    return -1;
}

/// log or log1p, op, of x, which overflows exponentially: the logarithm of its parts where it has done so, and what grows
/// of it has; -1: it does not.
template <class Graph>
constexpr int log_beyond_overflow(Graph& g, operation const* op, int x) {
    if (!g[x].soars) return -1;
    int const  growing = growing_part(g, x);
    auto const n       = g[growing];
    int const  beyond  = n.op == described<Graph, expm1_primitive> ? n.a : log_of(g, growing, true);
    if (beyond < 0) return -1;
    auto const is_infinite = [&](int part) {
        return g.make(described<Graph, equal_primitive>, part, g.constant(std::numeric_limits<double>::infinity()));
    };
    int overflown = is_infinite(x);
    if (growing != x) overflown = g.make(described<Graph, logical_and_primitive>, overflown, is_infinite(growing));
    int const within = g.insert(op, x);
    return g.make(described<Graph, where_primitive>, overflown, beyond, within);
}

}  // namespace detail

}  // namespace ogive
