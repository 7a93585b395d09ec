#pragma once

#include <ogive/math/trigonometric.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// sin(x)^2, whose derivative by the rules would cancel where sin(2 x) is 0.
struct square_of_sine_primitive {
    static constexpr std::string_view name = "square_of_sine"sv, text = "sin({0})^2"sv;
    static constexpr std::string_view c99 = R"(
        const {real} s = sin{f}(x);
        return s * s;)"sv;
    static constexpr int binds = precedence::power;
    static constexpr cost price{.transcendental = 2};
    static constexpr bool bounded = true;
    static constexpr unsigned vanishes_with = 0b1;

    static constexpr auto reads(auto x) { return square(sin(x)); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::square_of_sine(x); }
    // Where 2 x overflows x has no digits of an angle any more.
    static constexpr auto derivative(auto x, auto) { return where(numerical(abs(x) > 1e38_c), 0_c, sin(2_c * x)); }
};

namespace whole {
inline constexpr function<square_of_sine_primitive> square_of_sine{};
}

}  // namespace ogive
