#pragma once
// The checks of a call at run time: sizes and overlap, before anything is written.

#include <ogive/graph/shape.hpp>
#include <ogive/meta/fail.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ogive::detail {

/// One operand or output of a call.
struct extent {
    std::string_view name;
    shape of = shapes::one;
    bool is_matrix = false;  ///< rows and columns are given; else `columns` is the size of a range
    bool is_output = false;
    std::size_t rows = 1, columns = 1, row_stride = 0;  ///< in elements
    std::uintptr_t data = 0;
};

struct domain {
    std::size_t rows = 1, columns = 1;
};

/// Where the values of an operand lie.
struct region {
    std::uintptr_t data;
    std::size_t rows, columns, row_stride;  // in elements

    friend bool operator==(region const&, region const&) = default;
};

/// A template over the instruction set, so that no two translation units share its code by mistake.
template <class Arch>
struct run_time_checks {
static std::string size_of(extent const& e) {
    return e.is_matrix ? std::to_string(e.rows) + " x " + std::to_string(e.columns) + " values"
                       : std::to_string(e.columns) + " values";
}

[[noreturn]] static void mismatch(extent const& e, std::string const& wanted) {
    fail(std::string(e.name) + " has " + size_of(e) + ", " + wanted);
}

/// The rows and columns of the call, which every operand must have.
static domain common_domain(extent const* all, int count) {
    extent const* first = nullptr;  // a matrix if there is one, else a range of elements
    for (int k = 0; k < count; ++k)
        if (all[k].of == shapes::per_element && (!first || (all[k].is_matrix && !first->is_matrix))) first = &all[k];
    domain d;
    if (first) {
        d = {first->is_matrix ? first->rows : 1, first->columns};
    } else {  // no elements: a call on parameters or rows alone
        for (int k = 0; k < count; ++k) {
            if (all[k].of == shapes::per_column && d.columns == 1) d.columns = all[k].columns;
            if (all[k].of == shapes::per_row && d.rows == 1) d.rows = all[k].columns;
        }
    }
    for (int k = 0; k < count; ++k) {
        extent const& e = all[k];
        if (e.of == shapes::per_element) {
            bool const fits = e.is_matrix ? e.rows == d.rows && e.columns == d.columns : e.columns == d.rows * d.columns;
            if (!fits) mismatch(e, std::string(first->name) + " has " + size_of(*first));
        } else if (e.of == shapes::per_column && e.columns != d.columns) {
            mismatch(e, "one for each column, but there are " + std::to_string(d.columns) + " columns");
        } else if (e.of == shapes::per_row && e.columns != d.rows) {
            mismatch(e, "one for each row, but there are " + std::to_string(d.rows) + " rows");
        }
    }
    return d;
}

static region region_of(extent const& e, domain d) {
    if (e.of == shapes::one) return {e.data, 1, 1, 1};
    if (e.of == shapes::per_element && d.rows > 1) return {e.data, d.rows, d.columns, e.is_matrix ? e.row_stride : d.columns};
    return {e.data, 1, e.columns, e.columns};
}

static bool overlaps(region const& a, region const& b, std::size_t element) {
    auto const end = [&](region const& r) {
        return r.data + ((r.rows - 1) * r.row_stride + r.columns) * element;
    };
    if (a.rows * a.columns == 0 || b.rows * b.columns == 0) return false;
    if (end(a) <= b.data || end(b) <= a.data) return false;
    std::size_t const stride = a.rows > 1 ? a.row_stride : b.row_stride;
    if ((a.rows > 1 && b.rows > 1 && a.row_stride != b.row_stride) || (a.rows == 1 && b.rows == 1)) return true;
    auto const apart = static_cast<std::intptr_t>(b.data) - static_cast<std::intptr_t>(a.data);
    auto const size = static_cast<std::intptr_t>(element), row = static_cast<std::intptr_t>(stride);
    if (apart % size != 0) return true;
    // Two windows of columns of one matrix: b's first row begins in column `column` of a's row `k`.
    std::intptr_t k = apart / size / row, column = apart / size % row;
    if (column < 0) --k, column += row;
    auto const meets = [&](std::intptr_t shift) {  // some row of b lies `shift` rows below one of a
        return shift > -static_cast<std::intptr_t>(b.rows) && shift < static_cast<std::intptr_t>(a.rows);
    };
    return (column < static_cast<std::intptr_t>(a.columns) && meets(k)) ||
           (column + static_cast<std::intptr_t>(b.columns) > row && meets(k + 1));
}

/// An output may be exactly an input; anything else that overlaps is an error. A value per column may be
/// read again after the last row (`late`), when a row of results has been stored.
static void check_overlap(extent const* all, int count, domain d, std::size_t element, bool late) {
    for (int o = 0; o < count; ++o) {
        if (!all[o].is_output) continue;
        region const out = region_of(all[o], d);
        for (int k = 0; k < count; ++k) {
            if (k == o || (all[k].is_output && k > o) || !all[k].data) continue;
            region const other = region_of(all[k], d);
            bool const in_place = !all[k].is_output && out == other && (all[k].of == all[o].of || (d.rows == 1 && !(late && all[k].of == shapes::per_column)));
            if (!in_place && overlaps(out, other, element))
                fail(std::string(all[o].name) + " (" + size_of(all[o]) + ") and " + std::string(all[k].name) + " (" +
                     size_of(all[k]) + ") overlap: an output may overwrite an input exactly, or not at all");
        }
    }
}

/// The rows and columns of a call whose sizes agree and whose outputs overlap nothing.
[[gnu::noinline]] static domain of(extent const* all, int count, std::size_t element, bool late) {
    domain const d = common_domain(all, count);
    check_overlap(all, count, d, element, late);
    return d;
}
};

}  // namespace ogive::detail
