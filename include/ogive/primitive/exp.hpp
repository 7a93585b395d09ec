#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/exp.hpp>

namespace ogive {

/// The exponential function.
struct exp_primitive {
    static constexpr std::string_view name = "exp", latex = R"(e^{{0}})";
    static constexpr cost price{.transcendental = 1};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::exp(x); }
    static constexpr bool folds(double x) { return x > -700 && x < 700; }
    static constexpr auto derivative(auto, auto y) { return y; }
};

}  // namespace ogive
