#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/log.hpp>
#include <ogive/primitive/log_of.hpp>
#include <ogive/primitive/x_log_x.hpp>

namespace ogive {

namespace detail {
/// Whether a node is sigmoid, normal_cdf or sech^2, which 1 less another tail has become: their logarithms keep the digits of
/// both. By name: whoever has none of them should not pay for their descriptions.
constexpr bool is_1_beside_a_tail(graph const& g, int i) {
    std::uint64_t const op = g[i].op->hash;
    return op == name_key("sigmoid") || op == name_key("normal_cdf") || op == name_key("sech2");
}
}  // namespace detail

/// ln(1 + x) without cancellation near 0.
struct log1p_primitive {
    static constexpr std::string_view name = "log1p"sv, latex = R"(\ln\left(1 + {0}\right))"sv;
    static constexpr std::string_view c99 = "log1p{f}({0})"sv;
    static constexpr cost price{.transcendental = 1};

    static constexpr bool woven = true;
    static constexpr unsigned vanishes_with = 0b1, magnifies = 0b1;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::log1p(x); }
    static constexpr bool folds(double x) { return x > -1; }
    static constexpr auto adjoint(auto x, auto, auto dy) { return dy / (1_c + x); }
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int, int) {
        if (!g.stabilises()) return -1;
        auto const minus = g[x];  // log(1 - e^z), which is no equation: what it replaces is no digit right near 0
        if (minus.op == described<Graph, negate_primitive> && g[minus.a].op == described<Graph, exp_primitive>)
            return g.make(described<Graph, log_of_one_minus_exp_primitive>, g[minus.a].a);
        if (int const sum = g.make(described<Graph, add_primitive>, g.constant(1), x); detail::is_1_beside_a_tail(g, sum))
            return g.make(described<Graph, log_primitive>, sum);
        return detail::log_beyond_overflow(g, described<Graph, log1p_primitive>, x);
    }
    static constexpr auto equations(auto x, auto, auto) {
        return table(stabilising(log1p(exp(x)), softplus_of(x)),
                     stabilising(log1p(square(x)), whole::log1p_of_square(x)));
    }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising((1_c + x) * log1p(x), whole::one_plus_x_log1p(x)),
                     stabilising((1_c - x) * log1p(-x), whole::one_plus_x_log1p(-x)));
    }
};

/// ln(1 + x^2), x^2 overflowing or not.
struct log1p_of_square_primitive {
    static constexpr std::string_view name = "log1p_of_square"sv, text = "log1p({0}^2)"sv;
    static constexpr std::string_view c99 =
        "return fabs{f}(x) > 1e12{f} ? 2 * log{f}(fabs{f}(x)) : log1p{f}(x * x);"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true;
    static constexpr unsigned vanishes_with = 0b1;

    static constexpr auto reads(auto x) { return log1p(square(x)); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::log1p_of_square(x); }
    static constexpr auto derivative(auto x, auto) { return 2_c * x / (1_c + square(x)); }
};

}  // namespace ogive
