#pragma once

#include <ogive/math/tanh_shrink.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// x - tanh(x), without cancellation near 0.
struct tanh_shrink_primitive {
    static constexpr std::string_view name = "tanh_shrink"sv, text = "({0} - tanh({0}))"sv;
    static constexpr std::string_view c99 = R"(
        {real} sum = 1;
        if (fabs{f}(x) > 1) return x - tanh{f}(x);
        for (int n = 18; n > 0; n -= 2) sum = 1 + sum * x * x / ({real})(n * (n + 3));
        return x * x * x * sum / (3 * cosh{f}(x));)"sv;
    static constexpr cost price{.transcendental = 1, .division = 1};
    static constexpr unsigned vanishes_with = 0b1;

    static constexpr auto reads(auto x) { return x - tanh(x); }
    OGIVE_INLINE static constexpr auto value(auto x) { return math::tanh_shrink(x); }
    // For x below 1, x - y has more digits of tanh(x) than tanh(x).
    static constexpr auto derivative(auto x, auto y) { return square(where(numerical(abs(x) < 1_c), x - y, tanh(x))); }
};

}  // namespace ogive
