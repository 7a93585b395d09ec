#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/gelu_tanh_argument.hpp>
#include <ogive/math/fast/sigmoid.hpp>
#include <ogive/math/sigmoid.hpp>

namespace ogive {

/// The logistic sigmoid, 1 / (1 + e^-x).
///
/// Domain      all reals        Range  (0, 1)
/// Derivative  y (1 - y), from the value already computed
struct sigmoid_primitive {
    static constexpr std::string_view name = "sigmoid"sv, latex = R"(\sigma\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(-fabs{f}(x));
        return (x < 0 ? e : 1) / (1 + e);)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::sigmoid(x); }
    static constexpr auto as_factor = [](auto x) OGIVE_INLINE_LAMBDA { return math::sigmoid<true>(x); };
    static constexpr std::string_view family = "logistic"sv;
    template <bool AsFactor, bool OfMinus, class V>
    OGIVE_INLINE static constexpr V shared(V x) {
        return math::sigmoid_in_parts<AsFactor, OfMinus>(x);
    }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::sigmoid(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto, auto y) { return y * (1_c - y); }
    static constexpr auto logarithmic_derivative = [](auto x) { return sigmoid(-x); };
    /// sigmoid(-z) e^z is sigmoid(z), sigmoid(-z) (e^z - 1) is tanh(z / 2): what quotients by 1 + e^z have become. A longer
    /// sum of exponentials is divided by 1 + e^z again.
    template <class Graph>
    static constexpr int beside(Graph& g, int of, int with) {
        auto const minus = [&](int i) { return g.make(described<Graph, negate_primitive>, i); };
        int const x = g[of].a, minus_x = minus(x), z = g[with].a;
        bool const is_exp = g[with].op == described<Graph, exp_primitive>;
        if ((is_exp || g[with].op == described<Graph, expm1_primitive>) && (minus_x == z || minus(z) == x))
            return is_exp ? g.make(described<Graph, sigmoid_primitive>, z)
                          : g.make(described<Graph, tanh_primitive>,
                                   g.make(described<Graph, multiply_primitive>, g.constant(0.5), z));
        return g.quotient_of_exponentials(
            with, g.make(described<Graph, add_primitive>, g.constant(1), g.make(described<Graph, exp_primitive>, minus_x)));
    }
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int, int) {
        int const cubic = g.stabilises() ? detail::gelu_tanh_argument(g, x) : -1;
        return cubic < 0 ? -1 : g.make(described<Graph, sigmoid_primitive>, cubic);
    }
    static constexpr auto above(auto x, auto y, auto) {
        return table(stabilising(1_c - sigmoid(x), sigmoid(-x)),
                     stabilising(sigmoid(x) - 0.5_c, 0.5_c * tanh(0.5_c * x)),
                     stabilising(0.5_c - sigmoid(x), c<-0.5> * tanh(0.5_c * x)),
                     stabilising(x * sigmoid(x), whole::silu(x)),
                     stabilising(x * sigmoid(y * x), whole::swish(x, y)),
                     stabilising(sigmoid(x) * sigmoid(-x), whole::sigmoid_derivative(x)),
                     stabilising(x * sigmoid(1.5957691216057308_c * (x + 0.044715_c * to_power<3>(x))),
                                 whole::gelu_tanh(x)));
    }
};

/// sigmoid(x) (1 - sigmoid(x)), in one approximation that keeps its digits.
struct sigmoid_derivative_primitive {
    static constexpr std::string_view name = "sigmoid'"sv, latex = R"(\sigma'\left({0}\right))"sv;
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(-fabs{f}(x));
        return e / ((1 + e) * (1 + e));)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, bounded = true, decays = true;
    static constexpr std::string_view family = "logistic"sv;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::sigmoid_derivative(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::sigmoid_derivative(x); }
    // 1 - 2 sigmoid(x) without its cancellation near 0.
    static constexpr auto derivative(auto x, auto y) { return -(y * tanh(0.5_c * x)); }
    static constexpr auto logarithmic_derivative = [](auto x) { return -tanh(0.5_c * x); };
};

}  // namespace ogive
