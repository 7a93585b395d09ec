#pragma once
// Where in its row a value stands, and how long the row is. Neither depends on the argument, a number that is
// there because an operation has one: the value in a row of one column.

#include <ogive/primitive/functions.hpp>

namespace ogive {

struct column_primitive {
    static constexpr std::string_view name = "column"sv, text = "column()"sv, latex = "j"sv;
    static constexpr reduction over{.domain = shapes::one, .keeps = shapes::one, .sets = shapes::per_column};
    static constexpr bool differentiable = false;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto zero) { return zero; }
};

struct column_count_primitive {
    static constexpr std::string_view name = "column_count"sv, text = "column_count()"sv, latex = "n"sv;
    static constexpr reduction over{.domain = shapes::one, .keeps = shapes::one, .sets = shapes::one};
    static constexpr bool differentiable = false;
    static constexpr cost price{};

    OGIVE_INLINE static constexpr auto value(auto one) { return one; }
};

template <class... Arguments>
inline constexpr bool an_index_has_no_argument = sizeof...(Arguments) == 0;

/// `og::column()`: the index of the column, from 0 on.
///
/// Shape       one value per column; of a call over a range, which is one row, the index of the element; at a point 0
/// Units       columns
/// Derivative  none
/// Accuracy    exact up to 2^24 columns in float
inline constexpr struct column_function {
    template <class... Arguments>
    constexpr auto operator()(Arguments const&...) const {
        static_assert(an_index_has_no_argument<Arguments...>,
                      "ogive: og::column() is the index of the column that a value stands in; columns of a matrix are "
                      "m.columns(first, last)");
        return function<column_primitive>{}(0_c);
    }
} column{};

/// `og::column_count()`: how many columns a row has.
///
/// Shape       one value for all; of a call over a range its size; at a point 1
/// Units       columns
/// Derivative  none
/// Accuracy    exact up to 2^24 columns in float
inline constexpr struct column_count_function {
    template <class... Arguments>
    constexpr auto operator()(Arguments const&...) const {
        static_assert(an_index_has_no_argument<Arguments...>,
                      "ogive: og::column_count() is how many columns every row of a call has");
        return function<column_count_primitive>{}(1_c);
    }
} column_count{};

}  // namespace ogive
