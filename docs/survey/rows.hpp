#pragma once
// An activation along a row as plain functions, compiled for each, and what is found of them, compiled once.

#include <ogive/ogive.hpp>
#include <ogive/properties.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace survey {

namespace og = ogive;

/// Of one row; `at` has the values of the other inputs and the hyper-parameters, from at[1] on. What has one value for
/// a row has it in each column.
struct row_function {
    void (*value)(double const* at, std::span<double const> row, std::span<double> to);
    void (*value_in_float)(float const* at, std::span<float const> row, std::span<float> to);
    /// Of sum(dy f) by the row, and of sum(dy gradient).
    void (*gradient)(double const* at, std::span<double const> row, std::span<double const> dy, std::span<double> to);
    void (*second)(double const* at, std::span<double const> row, std::span<double const> dy, std::span<double> to);
    bool one_value;                     ///< for a row
    og::explanation forward, backward;  ///< with its defaults
};

struct row_properties {
    og::interval range{};     ///< in rows of three from 0 to 1e30, of either sign
    og::interval responds{};  ///< in the row (x, 0, 1), where the derivative is below 2^-10 beyond
    double steepest = 0;      ///< the largest derivative of a result by the entry in its column, in the same rows
    bool finite = true;       ///< results and gradients, there
    bool of_nothing = true;   ///< a row of -inf has results that are no NaN
    double shifted = 0, scaled = 0;  ///< how far the results of a row + 3 and of twice a row are from those of the row
    std::string rounded{};  ///< the results of equal large values, where they are not those of equal small ones
    std::string text{};     ///< all of it in lines

    std::string shown_saturation() const {
        bool const nowhere = responds.low < -1e9 && responds.high > 1e9;
        return nowhere ? "nowhere" : "beyond " + og::curve_properties::shown(responds);
    }
};

/// The result of the first column of (x, 0, 1), x = at[0], or its derivative by x of that order, 1 or 2.
double first_result(row_function const& f, int order, double const* at);

row_properties look_at_rows(std::string_view name, row_function const& f, std::vector<double> const& at);
/// What speaks for it and against it: sentences in lines.
std::string judgement(row_function const& f, row_properties const& p);

namespace detail {

/// E at each element, where it is one value for each row.
template <class E, bool OneValue>
constexpr auto at_each_column() {
    if constexpr (OneValue)
        return og::where(og::column() >= og::c<0>, E{}, og::c<0>);
    else
        return E{};
}
template <class E>
inline constexpr bool is_one_value = [] {
    og::graph g;
    return og::dimensions(g[E::lower(g)].of) == og::shapes::per_row;
}();

/// A parameter is bound to its value, another input to its value of the row.
template <class Name, class T>
auto bound(T const& value) {
    if constexpr (Name::kind == &og::kind::parameter)
        return Name{} = value;
    else
        return Name{} = og::per_row(std::span(&value, 1));
}

template <class T>
auto one_row(std::span<T> row) {
    return og::matrix(row.data(), 1, row.size());
}

/// E of a row; the other names have the values at[1], at[2], ...
template <class E, class X, class... Name>
struct row_calls {
    template <class T, std::size_t... K>
    static void value([[maybe_unused]] T const* at, std::span<T const> row, std::span<T> to,
                      std::index_sequence<K...>) {
        og::evaluate<og::pack<1>>(E{}, one_row(to), X{} = one_row(row), bound<Name>(at[K + 1])...);
    }
    template <class T>
    static void value(T const* at, std::span<T const> row, std::span<T> to) {
        value(at, row, to, std::index_sequence_for<Name...>{});
    }
    template <class T, std::size_t... K>
    static void gradient([[maybe_unused]] T const* at, std::span<T const> row, std::span<T const> dy, std::span<T> to,
                         std::index_sequence<K...>) {
        og::backward<og::pack<1>>(E{}, one_row(dy), X{} = one_row(row), bound<Name>(at[K + 1])...,
                                  og::grad(X{}) = one_row(to));
    }
    template <class T>
    static void gradient(T const* at, std::span<T const> row, std::span<T const> dy, std::span<T> to) {
        gradient(at, row, dy, to, std::index_sequence_for<Name...>{});
    }
    template <class T, std::size_t... K>
    static void second([[maybe_unused]] T const* at, std::span<T const> row, std::span<T const> dy, std::span<T> to,
                       std::index_sequence<K...>) {
        using upstream = og::var<"dy">;
        constexpr auto first = std::get<0>(og::vjp(E{}, upstream{}, X{}));
        og::backward<og::pack<1>>(first, one_row(dy), X{} = one_row(row), upstream{} = one_row(dy),
                                  bound<Name>(at[K + 1])..., og::grad(X{}) = one_row(to));
    }
    template <class T>
    static void second(T const* at, std::span<T const> row, std::span<T const> dy, std::span<T> to) {
        second(at, row, dy, to, std::index_sequence_for<Name...>{});
    }
};

}  // namespace detail

template <class F, class X, class... Name>
row_function row_function_of(og::types<X, Name...>) {
    using E = decltype(og::formula_of(F{}));
    constexpr bool one_value = detail::is_one_value<E>;
    using calls = detail::row_calls<decltype(detail::at_each_column<E, one_value>()), X, Name...>;
    using called = decltype(og::detail::called_with_defaults<F>(std::make_index_sequence<og::inputs_of<F>.size()>{}));
    return {calls::template value<double>,
            calls::template value<float>,
            calls::template gradient<double>,
            calls::template second<double>,
            one_value,
            og::explain(called{}),
            og::explain(called{}, og::grad(X{}))};
}

}  // namespace survey
