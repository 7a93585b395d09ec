#pragma once

#include <ogive/meta/integer_in_text.hpp>
#include <ogive/primitive/functions.hpp>

namespace ogive {

/// The index of a column. A primitive with `admits` has its argument checked, an operand of the call, before
/// anything is written: every value of it must be admitted, in a matrix of so many columns, and be that of its row where it
/// is `one_for_each_row`.
struct as_column_primitive {
    static constexpr std::string_view name = "as_column"sv, text = "{0}"sv;
    static constexpr std::string_view c99 = text;
    static constexpr bool differentiable = false;
    static constexpr cost price{};

    static constexpr auto reads(auto x) { return x; }
    OGIVE_INLINE static constexpr auto value(auto x) { return x; }

    static constexpr std::string_view wants = "the index of a column"sv;
    static constexpr bool one_for_each_row = true;  // of one-hot labels each 0 and 1 would be an index
    static constexpr bool admits(double x, std::size_t columns) {
        return x >= 0 && x < static_cast<double>(columns) && x == static_cast<double>(static_cast<std::size_t>(x));
    }
};

namespace detail {
template <int Ignored>
inline constexpr integer_in_text column_or("as_column_or(", Ignored, ")");
template <int Ignored>
inline constexpr integer_in_text a_column_or("the index of a column or ", Ignored, "");
}  // namespace detail

/// The index of a column, or a number that stands for none.
template <int Ignored>
struct as_column_or_primitive : as_column_primitive {
    static constexpr std::string_view name = detail::column_or<Ignored>.view(),
                                      wants = detail::a_column_or<Ignored>.view();
    static constexpr bool admits(double x, std::size_t columns) {
        return x == Ignored || as_column_primitive::admits(x, columns);
    }
};

/// `og::as_column(label)`: label, whose values are integers from 0 to before the number of columns.
///
/// Errors      std::invalid_argument where one is not, or where a row has two, before anything is written
inline constexpr function<as_column_primitive> as_column{};

}  // namespace ogive
