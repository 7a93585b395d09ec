#pragma once
// Reductions along a row. What a loop needs of them: `neutral`, and `combine` of two values.
// `value` is the reduction of a row of one column.

#include <ogive/math/elementary.hpp>
#include <ogive/primitive/functions.hpp>

#include <limits>

namespace ogive {

/// What adds up: with a compensated sum, whose error does not grow with the number of terms.
struct adding {
    static constexpr double neutral = 0;
    static constexpr bool compensated = true;
    OGIVE_INLINE static constexpr auto combine(auto a, auto b) { return a + b; }
};

inline constexpr reduction along_columns{.domain = shapes::per_element, .keeps = shapes::per_row | shapes::late, .sets = shapes::per_row};

struct row_sum_primitive : adding {
    static constexpr std::string_view name = "row_sum"sv, latex = R"(\sum_j {0})"sv;
    static constexpr reduction over = along_columns;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    static constexpr auto adjoint(auto, auto, auto dy) { return dy; }
};

/// The largest value of the row; NaN if there is one. Equal largest values share the gradient.
struct row_max_primitive {
    static constexpr std::string_view name = "row_max"sv, latex = R"(\max_j {0})"sv;
    static constexpr reduction over = along_columns;
    static constexpr cost price{};
    static constexpr double neutral = -std::numeric_limits<double>::infinity();

    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    OGIVE_INLINE static constexpr auto combine(auto a, auto b) { return math::maximum(a, b); }
    static constexpr auto adjoint(auto x, auto y, auto dy) {
        return when(x == y, dy / row_sum(where(x == y, 1_c, 0_c)));
    }
};

/// The largest value of the row where a NaN need not be seen, since the rest of the formula sees it: one may count or not.
struct row_peak_primitive {
    static constexpr std::string_view name = "row_peak"sv, text = "row_max({0})"sv, latex = R"(\max_j {0})"sv;
    static constexpr reduction over = along_columns;
    static constexpr cost price{};
    static constexpr double neutral = -std::numeric_limits<double>::infinity();
    static constexpr bool differentiable = false;

    static constexpr auto reads(auto x) { return row_max(x); }
    static constexpr auto equations(auto x, auto, auto) {
        return table(stabilising(row_peak(x - row_max(x)), 0_c),
                     stabilising(row_peak(x - stop_gradient(row_max(x))), 0_c));
    }
    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    template <class V>
    OGIVE_INLINE static constexpr V combine(V a, V b) {
        return math::vocabulary<V>::larger(a, b);
    }
};

/// The smallest value of the row, likewise.
struct row_min_primitive {
    static constexpr std::string_view name = "row_min"sv, latex = R"(\min_j {0})"sv;
    static constexpr reduction over = along_columns;
    static constexpr cost price{};
    static constexpr double neutral = std::numeric_limits<double>::infinity();

    OGIVE_INLINE static constexpr auto value(auto x) { return x; }
    OGIVE_INLINE static constexpr auto combine(auto a, auto b) { return math::minimum(a, b); }
    static constexpr auto adjoint(auto x, auto y, auto dy) {
        return when(x == y, dy / row_sum(where(x == y, 1_c, 0_c)));
    }
};

}  // namespace ogive
