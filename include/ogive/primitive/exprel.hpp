#pragma once
// (e^x - 1) / x and x / (e^x - 1), which are 0 / 0 at x = 0 and have all their derivatives there, as functions; and how a
// graph learns of them where a formula has such a quotient.

#include <ogive/math/exprel.hpp>
#include <ogive/primitive/divide.hpp>
#include <ogive/primitive/exp.hpp>
#include <ogive/primitive/expm1.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/multiply.hpp>
#include <ogive/primitive/negate.hpp>
#include <ogive/primitive/subtract.hpp>

namespace ogive {

struct exprel_primitive;
struct log_exprel_derivative_primitive;
struct bernoulli_primitive;
struct bernoulli_derivative_primitive;
namespace whole {
inline constexpr function<exprel_primitive> exprel{};
inline constexpr function<log_exprel_derivative_primitive> log_exprel_derivative{};
inline constexpr function<bernoulli_primitive> bernoulli{};
inline constexpr function<bernoulli_derivative_primitive> bernoulli_derivative{};
}  // namespace whole

/// (e^x - 1) / x, 1 at 0.
struct exprel_primitive {
    static constexpr std::string_view name = "exprel"sv;
    static constexpr std::string_view c99 = R"(
        if (x == 0 || isinf(x)) return x == 0 ? 1 : x < 0 ? 0 : x;
        return x > 64 ? expm1{f}(x - 8) / x * 2980.9579870417283{f} : expm1{f}(x) / x;)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr bool woven = true, races = true, soars = true;

    static constexpr auto reads(auto x) { return (exp(x) - 1_c) / x; }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::exprel(x); }
    static constexpr auto derivative(auto x, auto y);
    static constexpr auto logarithmic_derivative = [](auto x) { return whole::log_exprel_derivative(x); };
};

/// The derivative of its logarithm, 1/2 at 0.
struct log_exprel_derivative_primitive {
    static constexpr std::string_view name = "log_exprel'"sv, text = "1 / (1 - exp(-{0})) - 1 / {0}"sv;
    static constexpr int binds = precedence::sum;
    static constexpr std::string_view c99 = R"(
        const {real} a = fabs{f}(x), below = -a * expm1{f}(-a);
        {real} sum = 1;
        if (a > 40) return x < 0 ? 1 / a : 1 - 1 / a;
        if (a >= 1) return x < 0 ? (1 - (1 + a) * exp{f}(-a)) / below : (expm1{f}(-a) + a) / below;
        for (int n = 20; n > 2; --n) sum = 1 - sum * a / ({real})n;
        sum = a == 0 ? 0.5{f} : 0.5{f} * sum * (a / -expm1{f}(-a));
        return x < 0 ? 1 - sum : sum;)"sv;
    static constexpr cost price{.transcendental = 3, .division = 1};
    static constexpr bool woven = true, bounded = true;

    static constexpr auto reads(auto x) { return 1_c / (1_c - exp(-x)) - 1_c / x; }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::log_exprel_derivative(x); }
    static constexpr auto derivative(auto x, auto);
};

/// x / (e^x - 1), 1 at 0.
struct bernoulli_primitive {
    static constexpr std::string_view name = "bernoulli"sv, text = "{0} / (exp({0}) - 1)"sv;
    static constexpr int binds = precedence::product;
    static constexpr std::string_view c99 = R"(
        if (x == 0 || x > 1000) return x == 0 ? 1 : 0;
        return x > 0 ? -x * exp{f}(-x) / expm1{f}(-x) : x / expm1{f}(x);)"sv;
    static constexpr cost price{.transcendental = 2, .division = 1};
    static constexpr bool woven = true, decays = true;

    static constexpr auto reads(auto x) { return x / (exp(x) - 1_c); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::bernoulli(x); }
    static constexpr auto derivative(auto x, auto);
    static constexpr auto logarithmic_derivative = [](auto x) { return -whole::log_exprel_derivative(x); };
};

struct bernoulli_derivative_primitive {
    static constexpr std::string_view name = "bernoulli'"sv;
    static constexpr std::string_view c99 = R"(
        const {real} a = fabs{f}(x) > 1000 ? 1000 : fabs{f}(x), root = exp{f}(-0.5{f} * a) / expm1{f}(-a);
        {real} sum = 1;
        if (a >= 1) {
            sum = root * (expm1{f}(-a) + a) * root;
        } else {
            for (int n = 20; n > 2; --n) sum = 1 - sum * a / ({real})n;
            sum = a == 0 ? 0.5{f} : 0.5{f} * (a * root) * (a * root) * sum;
        }
        return x < 0 ? sum - 1 : -sum;)"sv;
    static constexpr cost price{.transcendental = 3, .division = 1};
    static constexpr bool woven = true, bounded = true, decays = true;

    static constexpr auto reads(auto x) { return (exp(x) - 1_c - x * exp(x)) / square(exp(x) - 1_c); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::bernoulli_derivative(x); }
    static constexpr auto derivative(auto x, auto);
};

constexpr auto exprel_primitive::derivative(auto x, auto y) { return y * whole::log_exprel_derivative(x); }
constexpr auto bernoulli_primitive::derivative(auto x, auto) { return whole::bernoulli_derivative(x); }
constexpr auto log_exprel_derivative_primitive::derivative(auto x, auto) {
    // Near 0, where the terms cancel, their series: of x^2m B_(2m+2) (2m+1) / (2m+2)!.
    auto const s = x * x;
    auto const near =
        c<1.0 / 12> + s * (c<-1.0 / 240> + s * (c<1.0 / 6048> + s * (c<-1.0 / 172800> + s * (c<1.0 / 5322240> +
        s * (c<-5.812609152556243e-09> + s * (c<1.7397297489890083e-10> + s * (c<-5.084520444483875e-12> +
        s * (c<1.4596305495672335e-13> + s * (c<-4.1322505272603176e-15> + s * (c<1.1568905939556482e-16> +
        s * c<-3.2095268777368804e-18>))))))))));
    auto const below = expm1(-abs(x));
    return where(numerical(abs(x) < 1_c), near, 1_c / s - (1_c + below) / square(below));
}

// Of |x|: the second derivative is even, and left of 0 its terms would cancel.
constexpr auto bernoulli_derivative_primitive::derivative(auto x, auto) {
    auto const a = abs(x);
    return -(whole::bernoulli_derivative(a) * whole::log_exprel_derivative(a) +
             whole::bernoulli(a) * log_exprel_derivative_primitive::derivative(a, nothing));
}

namespace detail {

/// The product i with `other(factor)` in the place of the first factor of which that is a node; -1: of none.
template <class Graph, class Other>
constexpr int with_another_factor(Graph& g, int i, Other other, int depth = 0) {
    if (int const in_its_place = other(i); in_its_place >= 0) return in_its_place;
    auto const n = g[i];
    bool const minus = n.op == described<Graph, negate_primitive>;
    if (depth == 8 || !(minus || n.op == described<Graph, multiply_primitive>)) return -1;
    for (int j = 0; j < n.op->arity; ++j)
        if (int const product = detail::with_another_factor(g, n.argument(j), other, depth + 1); product >= 0)
            return minus ? g.make(n.op, product) : g.make(n.op, product, n.argument(1 - j));
    return -1;
}
/// z over x, a factor of it; -1: it is none.
template <class Graph>
constexpr int over_factor(Graph& g, int z, int x) {
    return detail::with_another_factor(g, z, [&](int i) { return i == x ? g.constant(1) : -1; });
}
/// (e^z - 1) / x where z = x r. By r it has e^z for a derivative, which as that of r exprel(z) would cancel.
template <class Graph>
constexpr int less_one_over(Graph& g, int z, int x, int r) {
    auto const times = [&](int a, int b) { return g.make(described<Graph, multiply_primitive>, a, b); };
    int const whole = g.make(described<Graph, exprel_primitive>, z), y = times(r, whole);
    if (g.is_number(r)) return y;
    g.know_slopes(y, r, g.make(described<Graph, exp_primitive>, z));
    g.know_slopes(y, x, times(r, times(y, g.make(described<Graph, log_exprel_derivative_primitive>, z))));
    return y;
}
/// x / (e^z - 1) where z = x r. By r its derivative is -B(z) B(-z) / r^2.
template <class Graph>
constexpr int over_less_one(Graph& g, int z, int x, int r) {
    auto const over_r = [&](int a) { return g.make(described<Graph, divide_primitive>, a, r); };
    int const y = over_r(g.make(described<Graph, bernoulli_primitive>, z));
    if (g.is_number(r)) return y;
    int const mirror = g.make(described<Graph, bernoulli_primitive>, g.make(described<Graph, negate_primitive>, z));
    int const product = g.make(described<Graph, multiply_primitive>, y, over_r(mirror));
    g.know_slopes(y, r, g.make(described<Graph, negate_primitive>, product));
    g.know_slopes(y, x, g.make(described<Graph, bernoulli_derivative_primitive>, z));
    return y;
}
/// a / b, where one has a factor e^z - 1 and the other is, or has, a factor of z; -1: it is no such quotient.
template <class Graph>
constexpr int quotient_with_less_one(Graph& g, int a, int b) {
    operation const* const less_one = described<Graph, expm1_primitive>;
    if (g[b].op == described<Graph, negate_primitive>) {
        int const quotient = detail::quotient_with_less_one(g, a, g[b].a);
        return quotient < 0 ? -1 : g.make(described<Graph, negate_primitive>, quotient);
    }
    if (g[b].op == less_one)
        return detail::with_another_factor(g, a, [&](int i) {
            int const z = g[b].a, r = g.is_number(i) ? -1 : detail::over_factor(g, z, i);
            return r < 0 ? -1 : detail::over_less_one(g, z, i, r);
        });
    if (g.is_number(b)) return -1;
    return detail::with_another_factor(g, a, [&](int i) {
        int const z = g[i].a, r = g[i].op == less_one ? detail::over_factor(g, z, b) : -1;
        return r < 0 ? -1 : detail::less_one_over(g, z, b, r);
    });
}
template <class Graph>
inline constexpr exponentials_less_one known_less_one{quotient_with_less_one<Graph>};

}  // namespace detail

/// Whether E is e^x - 1 or 1 - e^x, or a product with such a factor, or has an exponential and no types.
template <class E>
inline constexpr bool is_less_one = false;
template <class X>
inline constexpr bool is_less_one<call<expm1_primitive, X>> = true;
template <class X>
inline constexpr bool is_less_one<call<subtract_primitive, call<exp_primitive, X>, decltype(1_c)>> = true;
template <class X>
inline constexpr bool is_less_one<call<subtract_primitive, decltype(1_c), call<exp_primitive, X>>> = true;
template <class X>
inline constexpr bool is_less_one<call<negate_primitive, X>> = is_less_one<X>;
template <class A, class B>
inline constexpr bool is_less_one<call<multiply_primitive, A, B>> = is_less_one<A> || is_less_one<B>;
template <class E>
    requires requires { typename E::primitives; }
inline constexpr bool is_less_one<E> = contains_v<expm1_primitive, typename E::primitives> ||
    (contains_v<exp_primitive, typename E::primitives> && contains_v<subtract_primitive, typename E::primitives>);

/// A graph that stabilises learns of quotients by e^x - 1, and of it.
template <class A, class B, class Graph>
    requires((is_less_one<A> || is_less_one<B>) && requires { typename Graph::plain; })
constexpr void teach_of(divide_primitive, A, B, Graph& g) {
    if (g.stabilises()) g.learn(detail::known_less_one<typename Graph::plain>);
}
template <class E, class Graph>
    requires(is_less_one<E> && requires { typename Graph::plain; })
constexpr void teach_of(divide_primitive, E, Graph& g) {
    if (g.stabilises()) g.learn(detail::known_less_one<typename Graph::plain>);
}

}  // namespace ogive
