#pragma once

#include <ogive/math/exp.hpp>
#include <ogive/math/log.hpp>
#include <ogive/math/pow.hpp>
#include <ogive/primitive/damped.hpp>
#include <ogive/primitive/expand.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/power_of_softmax.hpp>
#include <ogive/primitive/tail.hpp>

namespace ogive {

struct pow_primitive;

namespace detail {
/// x^y, but for how it grows.
struct any_power {
    static constexpr std::string_view text = "{0}^{1}"sv, latex = "{0}^{{1}}"sv, c99 = "pow{f}({0}, {1})"sv;
    static constexpr int binds = precedence::power;
    static constexpr cost price{.transcendental = 2};
    static constexpr bool woven = true;

    OGIVE_INLINE static constexpr auto value(auto x, auto y) { return math::pow(x, y); }
    static constexpr bool folds(double x, double y) {
        double const exponent = x > 0 ? y * math::log(x) : 1000;
        return exponent > -700 && exponent < 700;
    }
    /// y = 0 makes 0 of an infinite x^(y - 1), and x = 0 of log(x) where the power is finite.
    static constexpr auto adjoint(auto x, auto y, auto power, auto dy) {
        constexpr function<pow_primitive> pow{};
        constexpr function<damped_primitive> times{};
        return to_each(dy * times(pow(x, y - 1_c), y), when(x != 0_c || y < 0_c, dy * times(log(x), power)));
    }
};

/// e^(n y) for x = e^y, which may have overflown, and n y exact, or a sum of two such that exp_of_sum adds up; -1: it is not
/// that.
template <class Graph>
constexpr int power_of_exponential(Graph& g, int x, double n) {
    if (g[x].op->hash != name_key("exp")) return -1;
    auto const times = [&](int a, int b) { return g.make(described<Graph, multiply_primitive>, a, b); };
    double const sign = n < 0 ? -1 : 1;
    for (double first : {4.0, 2.0, 1.0, 0.5, 0.25})
        for (double second : {0.0, 2.0, 1.0, 0.5, 0.25})
            if (second < first && first + second == sign * n) {
                int const power = g.make(g[x].op, times(g.constant(sign * first), g[x].a));
                return second == 0 ? power : times(power, g.make(g[x].op, times(g.constant(sign * second), g[x].a)));
            }
    return -1;
}

}  // namespace detail

/// x^y where y does not grow and has this sign; 0: any.
template <int Sign>
struct pow_by_steady_primitive : detail::any_power {
    static constexpr std::string_view name =
        Sign > 0 ? "pow_by_positive"sv : Sign < 0 ? "pow_by_negative"sv : "pow_by_steady"sv;
    static constexpr unsigned vanishes_with = Sign >= 0 ? 0b01 : 0, explodes_with = Sign <= 0 ? 0b01 : 0;
    static constexpr unsigned fades_with = explodes_with;

    static constexpr auto reads(auto x, auto y) { return function<pow_primitive>{}(x, y); }
};

/// x^y for y = Halves / 2 = -1/2, 1/2 or 3/2, by the root.
template <int Halves>
struct pow_by_halves_primitive : pow_by_steady_primitive<(0 > Halves ? -1 : 1)> {
    static constexpr std::string_view name = Halves == 1    ? "pow_by_half"sv
                                             : Halves == -1 ? "pow_by_minus_half"sv
                                                            : "pow_by_three_halves"sv;
    static constexpr cost price{.division = (0 > Halves ? 2 : 1)};

    template <class V>
    OGIVE_INLINE static constexpr V value(V x, V) {
        return math::pow_by_halves<Halves>(x);
    }
};

/// e^(x y): (e^x)^y, which may have overflown.
struct exp_of_product_primitive {
    static constexpr std::string_view name = "exp_of_product"sv, text = "exp({0} * {1})"sv, latex = R"(e^{{0} \, {1}})"sv;
    static constexpr std::string_view c99 = R"(
        const {real} held = isinf(x) ? copysign{f}(1e30{f}, x) : x, product = held * y, e = exp{f}(product);
        return isinf(e) || isinf(product) ? e : e + e * fma{f}(held, y, -product);)"sv;
    static constexpr bool woven = true, decays = true, races = true, soars = true;
    static constexpr cost price{.transcendental = 1};

    static constexpr auto reads(auto x, auto y) { return exp(x * y); }
    OGIVE_INLINE static constexpr auto value(auto x, auto y) { return math::exp_of_product(y, x); }
    static constexpr auto adjoint(auto x, auto y, auto power, auto dy) { return to_each(dy * (y * power), dy * (x * power)); }
};

/// x^y, x and y anything.
struct pow_primitive : detail::any_power {
    static constexpr std::string_view name = "pow"sv;
    static constexpr bool races = true;
    static constexpr unsigned vanishes_with = 0b01, explodes_with = 0b01, fades_with = 0b01;

    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int y, int) {
        if (!g.stabilises() || g[y].grows) return -1;
        if (int const power = detail::power_of_softmax(g, described<Graph, pow_primitive>, x, y); power >= 0) return power;
        if (g.is_number(y))
            if (int const power = detail::power_of_exponential(g, x, g.value(y)); power >= 0) return power;
        double const number = g.is_number(y) ? g.value(y) : 0;
        operation const* const steady = number == 0      ? described<Graph, pow_by_steady_primitive<0>>
                                        : number == 0.5  ? described<Graph, pow_by_halves_primitive<1>>
                                        : number == 1.5  ? described<Graph, pow_by_halves_primitive<3>>
                                        : number == -0.5 ? described<Graph, pow_by_halves_primitive<-1>>
                                        : number > 0     ? described<Graph, pow_by_steady_primitive<1>>
                                                         : described<Graph, pow_by_steady_primitive<-1>>;
        int const power = g.is_number(y) ? g.power_of_exponentials(steady, x, y) : -1;
        if (power >= 0) return power;
        if (g.is_number(y) && (g.value(y) == 0.5 || g.value(y) == -0.5))  // sqrt(1 + x^2) does not overflow
            if (int const root = g.make(described<Graph, sqrt_primitive>, x); g[root].op != described<Graph, sqrt_primitive>)
                return g.value(y) > 0 ? root : g.make(described<Graph, divide_primitive>, g.constant(1), root);
        if (g[x].op->hash == name_key("exp")) return g.make(described<Graph, exp_of_product_primitive>, g[x].a, y);
        int const steady_power = g.make(steady, x, y);
        if (auto const tail = detail::read_tail(g, x); tail.f >= 0)
            return detail::know_by_tail(g, described<Graph, multiply_primitive>, steady_power, tail, y, 0);
        if (!g.is_number(y) && g[x].soars) {  // y x^(y - 1) is 0 where x is infinite, and so may be what it is multiplied by
            int const multiple = g.make(described<Graph, multiply_primitive>, y, steady_power);
            g.know_slope(steady_power, x, g.make(described<Graph, divide_primitive>, multiple, x), {}, 0);
        }
        return steady_power;
    }
    static constexpr auto equations(auto x, auto, auto) {
        constexpr function<pow_primitive> pow{};
        return table(exact(pow(x, 0_c), expand(1_c, x)),
                     exact(pow(x, 1_c), x),
                     exact(pow(x, 2_c), square(x)));
    }
};

}  // namespace ogive
