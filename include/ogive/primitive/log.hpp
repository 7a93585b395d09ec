#pragma once

#include <ogive/math/log.hpp>
#include <ogive/primitive/finite.hpp>
#include <ogive/primitive/log_of.hpp>
#include <ogive/primitive/x_log_x.hpp>

namespace ogive {

/// The natural logarithm.
struct log_primitive {
    static constexpr std::string_view name = "log"sv, latex = R"(\ln\left({0}\right))"sv;
    static constexpr std::string_view c99 = "log{f}({0})"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool races = false;
    static constexpr unsigned magnifies = 0b1;

    static constexpr bool woven = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::log(x); }
    static constexpr bool folds(double x) { return x > 0; }
    static constexpr auto adjoint(auto x, auto, auto dy) { return dy / x; }
    /// Of a product of what has a logarithm of its own, the sum, and of its magnitude; of what overflows exponentially,
    /// beyond that too.
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int, int) {
        if (!g.stabilises()) return -1;
        if (g[x].op->hash == name_key("abs")) return detail::log_beside_known(g, g[x].a, g[x].op);
        int sum = (g[x].decays | g[x].soars) != 0 ? detail::log_of(g, x, false) : -1;
        if (sum < 0) sum = detail::log_beside_known(g, x);
        return sum >= 0 ? sum : detail::log_beyond_overflow(g, described<Graph, log_primitive>, x);
    }
    static constexpr auto equations(auto x, auto y, auto) {
        return table(stabilising(log(exp(x)), x),
                     stabilising(log(softplus_of(x)), whole::log_softplus(x)),
                     stabilising(log(1_c + exp(x)), softplus_of(x)),
                     stabilising(log(-expm1(x)), whole::log_of_one_minus_exp(x)),
                     stabilising(log(sigmoid(x)), whole::log_sigmoid(x)),
                     stabilising(log(whole::sigmoid_of_difference(x, y)), whole::log_sigmoid(x - y)),
                     stabilising(log(whole::sech2(x)), c<-2> * whole::log_cosh(x)),
                     stabilising(log(0.5_c * (exp(x) + exp(-x))), whole::log_cosh(x)),
                     stabilising(log((exp(x) + exp(-x)) / 2_c), whole::log_cosh(x)),
                     stabilising(log(detail::softmax_of(x)), detail::log_softmax_of(x)),
                     stabilising(log(row_sum(exp(x))), detail::logsumexp_of(x)),
                     stabilising(log(1_c + x), log1p(x)),
                     stabilising(log(1_c - x), log1p(-x)));
    }
    static constexpr auto above(auto x, auto, auto) { return table(stabilising(x * log(x), whole::x_log_x(x))); }
};

}  // namespace ogive
