#pragma once
// What a call reads and writes: views, passed by value.

#include <ogive/meta/fail.hpp>

#include <cstddef>
#include <type_traits>

namespace ogive {

/// A contiguous range: one value per element, or bound to a param one per column.
template <class T>
struct range_view {
    using element = T;
    T* data;
    std::size_t size;
};

namespace detail {
/// The elements of a view that has been refused, so that no second error follows.
struct refused_element {
    template <class T>
    constexpr refused_element operator=(T const&) const {
        return {};
    }
    constexpr operator double() const { return 0; }
};

OGIVE_INLINE constexpr void check_window(char const* what, std::size_t first, std::size_t last, std::size_t size) {
    if (first > last || last > size)
        fail("%s(%zu, %zu) of a matrix that has %zu", what, first, last, size);
}
/// Where a part of so many rows and columns begins. An empty one stays where the whole is: that may be nowhere, or end
/// before it.
template <class T>
OGIVE_INLINE constexpr T* moved(T* data, std::size_t by, std::size_t rows, std::size_t columns) {
    return rows > 0 && columns > 0 ? data + by : data;
}
}  // namespace detail

/// What has been refused: m[0][0].
template <>
struct range_view<detail::refused_element> {
    using element = detail::refused_element;
    element* data;
    std::size_t size;

    constexpr element operator[](std::size_t) const { return {}; }
};

/// Rows whose columns lie `column_stride` values apart.
template <class T>
struct interleaved_view {
    using element = T;
    T* data;
    std::size_t row_count, column_count, row_stride, column_stride;

    constexpr std::size_t rows() const { return row_count; }
    constexpr std::size_t columns() const { return column_count; }
    /// The columns from `first` to before `last`.
    OGIVE_INLINE constexpr interleaved_view columns(std::size_t first, std::size_t last) const {
        detail::check_window("columns", first, last, column_count);
        return {detail::moved(data, first * column_stride, row_count, last - first), row_count, last - first, row_stride,
                column_stride};
    }
    /// The rows from `first` to before `last`.
    OGIVE_INLINE constexpr interleaved_view rows(std::size_t first, std::size_t last) const {
        detail::check_window("rows", first, last, row_count);
        return {detail::moved(data, first * row_stride, last - first, column_count), last - first, column_count, row_stride,
                column_stride};
    }
    /// Every n-th column, from column k on, k < n.
    OGIVE_INLINE constexpr interleaved_view interleaved(std::size_t k, std::size_t n) const {
        if (k >= n)
            fail("interleaved(%zu, %zu): of every n columns the k-th, k below n", k, n);
        std::size_t const count = k < column_count ? (column_count - k - 1) / n + 1 : 0;
        return {detail::moved(data, k * column_stride, row_count, count), row_count, count, row_stride, n * column_stride};
    }
};

template <class Index>
inline constexpr bool a_matrix_has_no_index = !requires { sizeof(Index); };

/// Rows of contiguous values, `row_stride` values from the start of one to the start of the next.
template <class T>
struct matrix_view {
    using element = T;
    T* data;
    std::size_t row_count, column_count, row_stride;

    constexpr std::size_t rows() const { return row_count; }
    constexpr std::size_t columns() const { return column_count; }
    /// The columns from `first` to before `last`.
    OGIVE_INLINE constexpr matrix_view columns(std::size_t first, std::size_t last) const {
        detail::check_window("columns", first, last, column_count);
        return {detail::moved(data, first, row_count, last - first), row_count, last - first, row_stride};
    }
    /// The rows from `first` to before `last`.
    OGIVE_INLINE constexpr matrix_view rows(std::size_t first, std::size_t last) const {
        detail::check_window("rows", first, last, row_count);
        return {detail::moved(data, first * row_stride, last - first, column_count), last - first, column_count, row_stride};
    }
    /// Every n-th column, from column k on, k < n: one part of what is stored as g0 u0 g1 u1 ...
    OGIVE_INLINE constexpr interleaved_view<T> interleaved(std::size_t k, std::size_t n) const {
        return interleaved_view<T>{data, row_count, column_count, row_stride, 1}.interleaved(k, n);
    }

    /// Refused.
    template <class Index>
    constexpr range_view<detail::refused_element> operator[](Index const&) const {
        static_assert(a_matrix_has_no_index<Index>,
                      "ogive: a matrix is a view without elements of its own: its first row is m.rows(0, 1), its first "
                      "column m.columns(0, 1)");
        return {};
    }
    template <class Row, class Column>
    constexpr detail::refused_element operator()(Row const&, Column const&) const {
        static_assert(a_matrix_has_no_index<Row>,
                      "ogive: a matrix is a view without elements of its own: that of row i and column j is "
                      "m.data[i * m.row_stride + j]");
        return {};
    }

    constexpr matrix_view(T* p, std::size_t rows, std::size_t columns, std::size_t stride)
        : data(p), row_count(rows), column_count(columns), row_stride(stride) {}
};

/// One value for each row.
template <class T>
struct per_row_view {
    using element = T;
    T* data;
    std::size_t size;
};

/// One number, to be written: where a sum over everything goes.
template <class T>
struct scalar_view {
    using element = T;
    T* data;
};

/// `rows` x `columns` values at `data`; `row_stride` values lie from one row to the next, `columns` if it is left out. A
/// view: what it shows must stay until the call is over.
///
/// Shape       row-major; rows >= 0, columns >= 0, row_stride >= columns if there are several rows. Its parts:
///             .columns(a, b), .rows(a, b), .interleaved(k, n)
/// Units       of row_stride, values, not bytes
/// Errors      row_stride < columns, a number below 0, a part out of its bounds: fail, which throws std::invalid_argument
template <class T>
OGIVE_INLINE constexpr matrix_view<T> matrix(T* data, std::size_t rows, std::size_t columns, std::size_t row_stride) {
    if (static_cast<std::ptrdiff_t>(rows | columns) < 0) fail("%s", "a matrix has a number of rows or columns below 0");
    if (rows <= 1) return {data, rows, columns, columns};  // no other row is any distance away
    if (static_cast<std::ptrdiff_t>(row_stride) < 0)
        fail("%s", "the rows of an operand lie in the order of their addresses: one has a negative row stride");
    if (row_stride == 0 && columns > 0)
        fail("a matrix of %zu columns has a row stride of 0: one row for all is a range, bound to a param", columns);
    if (row_stride < columns) fail("a matrix of %zu columns has a row stride of %zu", columns, row_stride);
    return {data, rows, columns, row_stride};
}
template <class T>
OGIVE_INLINE constexpr matrix_view<T> matrix(T* data, std::size_t rows, std::size_t columns) {
    return ogive::matrix(data, rows, columns, columns);
}

namespace detail {

/// A range of ranges, as boost::multi_array is: its size is not that of its data.
template <class R>
concept nested = requires(R& r) {
    requires !std::is_same_v<std::remove_cvref_t<decltype(*r.begin())>, std::remove_cvref_t<decltype(*r.data())>>;
};
template <class R>
concept contiguous_like = requires(R& r) {
    *r.data();
    static_cast<std::size_t>(r.size());
} && !nested<R>;

template <class T>
inline constexpr bool is_view = false;
template <class T>
inline constexpr bool is_view<range_view<T>> = true;
template <class T>
inline constexpr bool is_view<matrix_view<T>> = true;
template <class T>
inline constexpr bool is_view<interleaved_view<T>> = true;
template <class T>
inline constexpr bool is_view<per_row_view<T>> = true;
template <class T>
inline constexpr bool is_view<scalar_view<T>> = true;

template <class R>
concept mdspan_like = requires(R& r) {
    r.data_handle();
    r.extent(0);
    r.stride(0);
    r.rank();
};
template <class R>
concept eigen_like = requires(R& r) {
    r.data();
    r.innerStride();
    r.outerStride();
    r.rows();
    r.cols();
    R::IsRowMajor;
};
OGIVE_INLINE void unit_stride(bool is_one) {
    if (!is_one) fail("%s", "the values of one row must lie side by side: an operand has an inner stride other than 1");
}

template <class... Sizes>
concept sizes_of_a_matrix = (sizeof...(Sizes) == 2 || sizeof...(Sizes) == 3) &&
                            (std::is_convertible_v<Sizes, std::size_t> && ...);
}
template <class... Sizes>
inline constexpr bool a_matrix_has_rows_and_columns = detail::sizes_of_a_matrix<Sizes...>;
/// Refused.
template <class T, class... Sizes>
    requires(!detail::sizes_of_a_matrix<Sizes...>)
constexpr matrix_view<T> matrix(T* data, Sizes...) {
    static_assert(a_matrix_has_rows_and_columns<Sizes...>,
                  "ogive: a matrix has rows and columns: og::matrix(data, rows, columns)");
    return {data, 0, 0, 0};
}
template <class R>
inline constexpr bool a_matrix_is_given_by_a_pointer = std::is_pointer_v<R>;
template <class R, class... Sizes>
    requires(!std::is_pointer_v<std::decay_t<R>>)
constexpr matrix_view<detail::refused_element> matrix(R&&, Sizes const&...) {
    static_assert(a_matrix_is_given_by_a_pointer<R>,
                  "ogive: a matrix is given by a pointer: og::matrix(v.data(), rows, columns)");
    return {nullptr, 0, 0, 0};
}

/// A range, a matrix, or a view of one.
template <class R>
concept viewable = detail::is_view<std::remove_cvref_t<R>> || detail::mdspan_like<std::remove_reference_t<R>> ||
                   detail::contiguous_like<std::remove_reference_t<R>> || std::is_array_v<std::remove_reference_t<R>>;

template <class R>
OGIVE_INLINE constexpr auto view_of(R&& r) {
    using Range = std::remove_reference_t<R>;
    if constexpr (detail::is_view<std::remove_cvref_t<R>>) {
        return r;
    } else if constexpr (std::is_array_v<Range>) {
        return range_view<std::remove_reference_t<decltype(r[0])>>{r, std::extent_v<Range>};
    } else if constexpr (detail::mdspan_like<Range>) {
        using T = std::remove_reference_t<decltype(*r.data_handle())>;
        auto const size = [](auto n) { return static_cast<std::size_t>(n); };
        static_assert(Range::rank() == 1 || Range::rank() == 2, "ogive: an operand has one or two dimensions");
        if constexpr (Range::rank() == 1) {
            detail::unit_stride(r.stride(0) == 1 || r.extent(0) <= 1);
            return range_view<T>{r.data_handle(), size(r.extent(0))};
        } else {
            detail::unit_stride(r.stride(1) == 1 || r.extent(1) <= 1 || r.extent(0) == 0);
            return ogive::matrix(r.data_handle(), size(r.extent(0)), size(r.extent(1)), size(r.stride(0)));
        }
    } else if constexpr (detail::eigen_like<Range>) {
        using T = std::remove_reference_t<decltype(*r.data())>;
        auto const size = [](auto n) { return static_cast<std::size_t>(n); };
        if constexpr (bool(Range::IsVectorAtCompileTime)) {
            detail::unit_stride(r.innerStride() == 1 || r.size() <= 1);
            return range_view<T>{r.data(), size(r.size())};
        } else {
            static_assert(bool(Range::IsRowMajor),
                          "ogive: an Eigen matrix must be row-major to be an operand; of any order its elements are one "
                          "range, m.reshaped()");
            detail::unit_stride(r.innerStride() == 1 || r.cols() <= 1 || r.rows() == 0);
            return ogive::matrix(r.data(), size(r.rows()), size(r.cols()), size(r.outerStride()));
        }
    } else {
        return range_view<std::remove_reference_t<decltype(*r.data())>>{r.data(), static_cast<std::size_t>(r.size())};
    }
}

template <class View>
inline constexpr bool is_a_range_of_one_value_for_each_row = false;
template <class T>
inline constexpr bool is_a_range_of_one_value_for_each_row<range_view<T>> = true;

/// A var bound to this has one value per row: `label = og::per_row(labels)`.
///
/// Shape       a range of as many values as there are rows
/// Errors      compile time: of a matrix or a number. At the call, std::invalid_argument: another number of values
template <viewable R>
OGIVE_INLINE constexpr auto per_row(R&& r) {
    auto const v = view_of(r);
    using View = std::remove_const_t<decltype(v)>;
    static_assert(is_a_range_of_one_value_for_each_row<View>,
                  "ogive: one value per row is a range, not a matrix: og::per_row(range)");
    if constexpr (is_a_range_of_one_value_for_each_row<View>)
        return per_row_view<typename View::element>{v.data, v.size};
    else
        return v;
}
template <class T>
inline constexpr bool one_value_for_each_row_is_a_range = viewable<T>;
/// Refused.
template <class T>
    requires(!viewable<T>)
constexpr per_row_view<detail::refused_element> per_row(T&&) {
    static_assert(one_value_for_each_row_is_a_range<T>,
                  "ogive: one value per row is a range with as many values as there are rows, og::per_row(range); a "
                  "number for all rows is a param");
    return {};
}
template <class T>
inline constexpr bool one_value_for_each_column_is_a_range = !requires { sizeof(T); };
/// Refused.
template <class T>
constexpr range_view<detail::refused_element> per_column(T const&) {
    static_assert(one_value_for_each_column_is_a_range<T>,
                  "ogive: one value per column is the range itself, bound to a param: beta = values");
    return {};
}

}  // namespace ogive
