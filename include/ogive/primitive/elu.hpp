#pragma once

#include <ogive/math/elu.hpp>
#include <ogive/math/fast/elu.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x for x > 0, e^x - 1 elsewhere: less to compute than expm1, whose values for x > 0 it does not need.
struct elu_primitive {
    static constexpr std::string_view name = "elu"sv;
    static constexpr std::string_view c99 = "return x > 0 ? x : expm1{f}(x);"sv;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true;
    static constexpr unsigned vanishes_with = 0b1;

    OGIVE_INLINE static constexpr auto value(auto x) { return math::elu(x); }
    OGIVE_INLINE static constexpr auto fast(auto x) { return math::fast::elu(x); }
    static constexpr auto derivative(auto x, auto) { return where(x > 0_c, 1_c, exp(x)); }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(whole::elu(x) + 1_c, where(x > 0_c, x + 1_c, exp(x))));
    }
};

/// a (e^x - 1) where x <= 0, whatever it is elsewhere: what where(x > 0, y, a expm1(x)) needs, with a rounding less.
struct times_expm1_below_0_primitive {
    static constexpr std::string_view name = "times_expm1"sv, text = "{0} * expm1({1})"sv;
    static constexpr std::string_view c99 = "{0} * expm1{f}({1})"sv;
    static constexpr int binds = precedence::product;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool woven = true;
    static constexpr unsigned vanishes_with = 0b11, proportional_to = 0b1;

    static constexpr auto reads(auto a, auto x) { return a * expm1(x); }
    OGIVE_INLINE static constexpr auto value(auto a, auto x) { return math::times_expm1_below_0(a, x); }
    static constexpr auto adjoint(auto a, auto x, auto, auto dy) { return to_each(dy * expm1(x), dy * (a * exp(x))); }
};

}  // namespace ogive
