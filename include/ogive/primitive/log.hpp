#pragma once

#include <ogive/primitive/functions.hpp>
#include <ogive/math/log.hpp>

namespace ogive {

/// The natural logarithm.
struct log_primitive {
    static constexpr std::string_view name = "log", latex = R"(\ln\left({0}\right))";
    static constexpr cost price{.transcendental = 1};

    OGIVE_INLINE static constexpr auto value(auto x) { return math::log(x); }
    static constexpr bool folds(double x) { return x > 0; }
    static constexpr auto adjoint(auto x, auto, auto dy) { return dy / x; }
};

}  // namespace ogive
