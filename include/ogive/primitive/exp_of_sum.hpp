#pragma once

#include <ogive/math/exp.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// e^(x + y), with what the sum rounds off: what e^x e^y is where a factor overflows and the product does not.
struct exp_of_sum_primitive {
    static constexpr std::string_view name = "exp_of_sum"sv, text = "exp({0} + {1})"sv, latex = R"(e^{{0} + {1}})"sv;
    static constexpr std::string_view c99 = R"(
        const {real} sum = x + y, back = sum - x, e = exp{f}(sum);
        return isinf(e) || isinf(sum) ? e : e + e * ((x - (sum - back)) + (y - back));)"sv;
    static constexpr bool commutative = true, woven = true, decays = true, races = true, soars = true;
    static constexpr cost price{.transcendental = 1};

    static constexpr auto reads(auto x, auto y) { return exp(x) * exp(y); }
    OGIVE_INLINE static constexpr auto value(auto x, auto y) { return math::exp_of_sum(x, y); }
    static constexpr auto adjoint(auto, auto, auto y, auto dy) { return to_each(dy * y, dy * y); }
};

}  // namespace ogive
