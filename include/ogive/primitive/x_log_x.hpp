#pragma once
// The terms of entropies, which are 0 where the probability is.

#include <ogive/math/log.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x log(x), 0 at 0.
struct x_log_x_primitive {
    static constexpr std::string_view name = "x_log_x"sv, text = "{0} * log({0})"sv,
                                      latex = R"({0} \ln\left({0}\right))"sv;
    static constexpr std::string_view c99 = "return x == 0 ? -x : x * log{f}(x);"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true;
    static constexpr unsigned vanishes_with = 0b1;

    static constexpr auto reads(auto x) { return x * log(x); }
    template <class V>
    OGIVE_INLINE static constexpr V value(V x) {
        using v = math::vocabulary<V>;
        return v::select(x == v::number(0), v::negate(x), v::multiply(x, math::log(x)));
    }
    static constexpr auto derivative(auto x, auto) { return log(x) + 1_c; }
};

/// (1 + x) log1p(x), 0 at -1.
struct one_plus_x_log1p_primitive {
    static constexpr std::string_view name = "one_plus_x_log1p"sv, text = "(1 + {0}) * log1p({0})"sv;
    static constexpr std::string_view c99 = "return x == -1 ? -0.0{f} : (1 + x) * log1p{f}(x);"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true;
    static constexpr unsigned vanishes_with = 0b1;

    static constexpr auto reads(auto x) { return (1_c + x) * log1p(x); }
    template <class V>
    OGIVE_INLINE static constexpr V value(V x) {
        using v = math::vocabulary<V>;
        return v::select(x == v::number(-1), v::number(-0.0), v::multiply(V(v::number(1) + x), math::log1p(x)));
    }
    static constexpr auto derivative(auto x, auto) { return log1p(x) + 1_c; }
};

}  // namespace ogive
