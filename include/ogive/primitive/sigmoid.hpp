#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/sigmoid.hpp>

namespace ogive {

/// The logistic sigmoid, 1 / (1 + e^-x).
///
/// Domain      all reals        Range  (0, 1)
/// Derivative  y (1 - y), from the value already computed
struct sigmoid_primitive {
    static constexpr std::string_view name = "sigmoid", latex = R"(\sigma\left({0}\right))";
    static constexpr cost price{.transcendental = 1};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::sigmoid(x); }
    static constexpr bool folds(double) { return true; }
    static constexpr auto derivative(auto, auto y) { return y * (1_c - y); }
};

}  // namespace ogive
