#pragma once

#include <ogive/primitive/functions.hpp>

namespace ogive {

/// The condition itself, in a choice between two forms that are equal in real numbers and differ in rounding:
/// `where(numerical(x < c<-40>), far(x), near(x))` reads near(x).
struct numerical_primitive {
    static constexpr std::string_view name = "numerical"sv, text = "{0}"sv, latex = text, c99 = text;
    static constexpr int arity = 1;
    static constexpr unsigned conditions = 0b1;
    static constexpr bool condition = true, differentiable = false;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto c) { return c; }
    template <class Graph>
    static constexpr int resolve(Graph& g, int c, int, int) {
        return g.stabilises() ? c : -1;
    }
};

}  // namespace ogive
