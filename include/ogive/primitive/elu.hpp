#pragma once

#include <ogive/math/elu.hpp>
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
    static constexpr auto derivative(auto x, auto) { return where(x > 0_c, 1_c, exp(x)); }
    static constexpr auto above(auto x, auto, auto) {
        return table(stabilising(whole::elu(x) + 1_c, where(x > 0_c, x + 1_c, exp(x))));
    }
};

}  // namespace ogive
