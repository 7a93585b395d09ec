#pragma once

#include <ogive/math/power.hpp>
#include <ogive/meta/integer_in_text.hpp>
#include <ogive/primitive/functions.hpp>
#include <ogive/primitive/pow.hpp>

namespace ogive {

namespace detail {

template <int N>
inline constexpr integer_in_text power_in_text(N < 0 ? "{0}^(" : "{0}^", N, N < 0 ? ")" : "");
template <int N>
inline constexpr integer_in_text power_in_c99("pow{f}({0}, ", N, ")");
template <int N>
inline constexpr integer_in_text power_in_latex("{0}^{", N, "}");

}  // namespace detail

/// Each power's rule is written in a smaller one, which the compiler takes one within the other: beyond this in two
/// halves.
inline constexpr int longest_chain_of_powers = 32;

/// x to a whole power known at compile time.
template <int N>
struct power_primitive {
    static constexpr std::string_view text = detail::power_in_text<N>.view(), name = text,
                                      latex = detail::power_in_latex<N>.view(),
                                      c99 = N == 3 ? "({0} * {0} * {0})" : detail::power_in_c99<N>.view();
    static constexpr int binds = precedence::power;
    static constexpr unsigned vanishes_with = N > 0 ? 0b1 : 0, explodes_with = N < 0 ? 0b1 : 0;
    static constexpr unsigned fades_with = explodes_with;
    static constexpr cost price{.division = N < 0 ? 1 : 0};
    static constexpr bool woven = true;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::power<N>(x); }
    static constexpr auto derivative(auto x, auto y) {
        if constexpr (N < 0)
            return c<N> * y / x;
        else if constexpr (N == 1)
            return 1_c;
        else if constexpr (N == 2)
            return 2_c * x;
        else if constexpr (N <= longest_chain_of_powers)
            return c<N> * function<power_primitive<N - 1>>{}(x);
        else
            return c<N> * function<power_primitive<N / 2>>{}(x) * function<power_primitive<N - 1 - N / 2>>{}(x);
    }
    /// What another operation says too is that one's node.
    template <class Graph>
    static constexpr int resolve(Graph& g, int x, int, int) {
        if (N == 1 || N == 2) return N == 1 ? x : g.make(described<Graph, square_primitive>, x);
        return g.stabilises() ? detail::power_of_exponential(g, x, N) : -1;
    }
};

/// What powers are below: of this one the roundings may come to 1000 ULP.
inline constexpr int largest_power = 1000;
template <class Exponent>
inline constexpr bool is_a_whole_constant = false;
template <real Value>
inline constexpr bool is_a_whole_constant<constant<Value>> =
    Value.value() > -largest_power && Value.value() < largest_power && static_cast<int>(Value.value()) == Value.value();

/// x^y; to a whole constant between -1000 and 1000, `og::power(x, 3_c)`, by multiplications. Of x < 0 it is real where
/// y is whole.
///
/// Shape       elementwise
/// Derivative  by x: y x^(y - 1); by y: x^y log(x), 0 at x = 0 for y >= 0
/// Special     x^0 = 1 and 1^y = 1, for NaN too; else NaN -> NaN, and zeros and infinities as in C's pow: x^0.5 is 0 at
///             -0 and inf at -inf, where sqrt(x) is -0 and NaN
/// Accuracy    float 0.9, double 1.5 ULP; to a whole constant n |n| - 1. By x where y < 1/2, up to |(1 - y) log x| more,
///             since y - 1 is rounded
/// Cost        a logarithm and an exponential with more digits; to a whole constant n up to 2 log2 |n| multiplications
struct power_function {
    template <class X, class Y>
        requires(operand<X> || value_like<X>)
    OGIVE_INLINE constexpr auto operator()(X const& x, Y const& y) const {
        if constexpr (value_like<Y>) {
            return function<pow_primitive>{}(x, y);
        } else {
            using N = decltype(to_expression(y));
            if constexpr (!is_a_whole_constant<N>)
                return function<pow_primitive>{}(x, y);
            else if constexpr (N::value == 0 && !values<X>)
                return function<pow_primitive>{}(x, y);
            else
                return function<power_primitive<static_cast<int>(N::value)>>{}(x);
        }
    }
    /// Refused.
    template <class... A>
    constexpr auto operator()(A const&... a) const {
        return function<pow_primitive>{}(a...);
    }
};
/// @copydoc power_function
inline constexpr power_function power{};
inline constexpr power_function pow{};  ///< As power

}  // namespace ogive
