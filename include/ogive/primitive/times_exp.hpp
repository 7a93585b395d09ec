#pragma once

#include <ogive/math/exp.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x e^x, scaled last.
struct times_exp_primitive {
    static constexpr std::string_view name = "times_exp", text = "{0} * exp({0})";
    static constexpr std::string_view c99 = R"(
        const {real} e = exp{f}(0.5{f} * x);
        return e == 0 ? -0.0{f} : x * e * e;)";
    static constexpr int binds = precedence::product;
    static constexpr cost price{.transcendental = 1};
    static constexpr bool decays = true;

    static constexpr auto reads(auto x) { return x * exp(x); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::times_exp(x); }
    static constexpr auto derivative(auto x, auto y) { return -(-y - exp(x)); }  // -0 at -inf
};

namespace whole {
inline constexpr function<times_exp_primitive> times_exp{};
}

}  // namespace ogive
