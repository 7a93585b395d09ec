#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/tanh.hpp>

namespace ogive {

/// The hyperbolic tangent.
///
/// Domain      all reals        Range  (-1, 1)
/// Derivative  1 - tanh(x)^2, from the value already computed
struct tanh_primitive {
    static constexpr std::string_view name = "tanh", latex = R"(\tanh\left({0}\right))";
    static constexpr cost price{.transcendental = 1};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::tanh(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto, auto y) { return 1_c - y * y; }
};

}  // namespace ogive
