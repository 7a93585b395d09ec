#pragma once
// The checks of a call at run time: sizes and overlap, before anything is written.

#include <ogive/graph/shape.hpp>
#include <ogive/meta/fail.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ogive::detail {

/// One operand or output of a call.
struct extent {
    std::string_view name;
    shape of = shapes::one;
    bool is_matrix = false;  ///< rows and columns are given; else `columns` is the size of a range
    bool is_output = false;
    std::size_t rows = 1, columns = 1, row_stride = 0, column_stride = 1;  ///< in elements
    std::uintptr_t data = 0;
};

struct domain {
    std::size_t rows = 1, columns = 1;
};

/// Where the values of an operand lie.
struct region {
    std::uintptr_t data;
    std::size_t rows, columns, row_stride, column_stride;  // in elements

    friend bool operator==(region const&, region const&) = default;
};

/// A template over the instruction set, so that no two translation units share its code by mistake.
template <class Arch>
struct run_time_checks {
/// "3 x 4 values"
struct size_text {
    char characters[64];
    explicit size_text(extent const& e) {
        if (e.is_matrix)
            std::snprintf(characters, sizeof characters, "%zu x %zu values", e.rows, e.columns);
        else
            std::snprintf(characters, sizeof characters, "%zu values", e.columns);
    }
};

[[noreturn, gnu::cold, gnu::noinline]] static void mismatch(extent const& e, extent const& first) {
    fail("%.*s has %s, %.*s has %s", static_cast<int>(e.name.size()), e.name.data(), size_text(e).characters,
         static_cast<int>(first.name.size()), first.name.data(), size_text(first).characters);
}
[[noreturn, gnu::cold, gnu::noinline]] static void not_one_for_each(extent const& e, char const* what, std::size_t count) {
    fail("%.*s has %s, one for each %s, but there are %zu %ss", static_cast<int>(e.name.size()), e.name.data(),
         size_text(e).characters, what, count, what);
}
[[noreturn, gnu::cold, gnu::noinline]] static void overlap(extent const& a, extent const& b) {
    fail("%.*s (%s) and %.*s (%s) overlap: an output may overwrite an input exactly, or not at all",
         static_cast<int>(a.name.size()), a.name.data(), size_text(a).characters, static_cast<int>(b.name.size()),
         b.name.data(), size_text(b).characters);
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
            if (!fits) mismatch(e, *first);
        } else if (e.of == shapes::per_column && e.columns != d.columns) {
            not_one_for_each(e, "column", d.columns);
        } else if (e.of == shapes::per_row && e.columns != d.rows) {
            not_one_for_each(e, "row", d.rows);
        }
    }
    return d;
}

static region region_of(extent const& e, domain d) {
    if (e.of == shapes::one) return {e.data, 1, 1, 1, 1};
    std::size_t const stride = e.columns > 1 ? e.column_stride : 1;  // one column has no distance to the next
    if (e.of == shapes::per_element && d.rows != 1)
        return {e.data, d.rows, d.columns, e.is_matrix ? e.row_stride : d.columns, stride};
    return {e.data, 1, e.columns, e.columns * stride, stride};
}

static bool overlaps(region const& a, region const& b, std::size_t element) {
    if (a.rows * a.columns == 0 || b.rows * b.columns == 0) return false;
    auto const width = [](region const& r) { return static_cast<std::intptr_t>((r.columns - 1) * r.column_stride + 1); };
    auto const end = [&](region const& r) {
        return r.data + ((r.rows - 1) * r.row_stride + static_cast<std::size_t>(width(r))) * element;
    };
    if (end(a) <= b.data || end(b) <= a.data) return false;
    auto const bytes = static_cast<std::intptr_t>(b.data) - static_cast<std::intptr_t>(a.data),
               size = static_cast<std::intptr_t>(element);
    if (bytes % size != 0) return true;
    // Of two columns' distances only multiples of this are taken by both.
    auto every = static_cast<std::intptr_t>(a.column_stride);
    for (auto rest = static_cast<std::intptr_t>(b.column_stride); rest != 0;) {
        auto const next = every % rest;
        every = rest, rest = next;
    }
    std::intptr_t const apart = bytes / size;
    if (a.rows == 1 && b.rows == 1) return apart % every == 0;
    if (a.rows > 1 && b.rows > 1 && a.row_stride != b.row_stride) return true;
    // Two windows of columns of one matrix: b's first row begins in column `column` of a's row `k`.
    auto const row = static_cast<std::intptr_t>(a.rows > 1 ? a.row_stride : b.row_stride);
    if (width(a) > row || width(b) > row) return true;  // a range longer than a row of the other meets one
    std::intptr_t k = apart / row, column = apart % row;
    if (column < 0) --k, column += row;
    auto const meets = [&](std::intptr_t shift) {  // some row of b lies `shift` rows below one of a
        return shift > -static_cast<std::intptr_t>(b.rows) && shift < static_cast<std::intptr_t>(a.rows);
    };
    return (column < width(a) && column % every == 0 && meets(k)) ||
           (column + width(b) > row && (row - column) % every == 0 && meets(k + 1));
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
                overlap(all[o], all[k]);
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
