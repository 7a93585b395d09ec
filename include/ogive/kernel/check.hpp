#pragma once
// The checks of a call at run time: sizes and overlap, before anything is written.

#include <ogive/graph/shape.hpp>
#include <ogive/meta/fail.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ogive::detail {

/// What is known at compile time of an operand or output of a call. It is a constant, which a call does not write.
struct extent_kind {
    std::string_view name;
    shape of = shapes::one;
    bool is_matrix = false;  ///< rows and columns are given; else `columns` is the size of a range
};

/// One operand or output of a call.
struct extent {
    std::uintptr_t data = 0;
    std::size_t rows = 1, columns = 1, row_stride = 0, column_stride = 1;  ///< in elements
    std::uintptr_t end = 0;  ///< behind its last element, which the checks find
};

/// All of them, operands first.
struct extents {
    extent_kind const* kind;
    extent* value;
    int operands, count;
    int first;  ///< first_of them
    std::size_t element;  ///< bytes
};

/// Of the operands that have a value per element the first matrix, or else the first range; or -1.
constexpr int first_of(extent_kind const* kind, int count) {
    int first = -1;
    for (int k = 0; k < count; ++k)
        if (kind[k].of == shapes::per_element && (first < 0 || kind[k].is_matrix > kind[first].is_matrix)) first = k;
    return first;
}

struct domain {
    std::size_t rows = 1, columns = 1;
};

/// Where the values of an operand lie.
struct region {
    std::uintptr_t data;
    std::size_t rows, columns, row_stride, column_stride;  // in elements

    OGIVE_INLINE friend bool operator==(region const& a, region const& b) {
        return a.data == b.data && a.rows == b.rows && a.columns == b.columns && a.row_stride == b.row_stride &&
               a.column_stride == b.column_stride;
    }
};

/// A template over the instruction set and the way in which a wrong call ends, so that no two translation units share its
/// code by mistake.
template <class Arch, class Ending = ending>
struct run_time_checks {
/// "3 x 4 values"
struct size_text {
    char characters[64];
    size_text(extents const& all, int k) {
        if (all.kind[k].is_matrix)
            std::snprintf(characters, sizeof characters, "%zu x %zu values", all.value[k].rows, all.value[k].columns);
        else
            std::snprintf(characters, sizeof characters, "%zu values", all.value[k].columns);
    }
};
static constexpr auto length = [](std::string_view name) { return static_cast<int>(name.size()); };

[[noreturn, gnu::cold, gnu::noinline]] static void mismatch(extents const& all, int k) {
    std::string_view const name = all.kind[k].name, other = all.kind[all.first].name;
    fail("%.*s has %s, %.*s has %s", length(name), name.data(), size_text(all, k).characters, length(other), other.data(),
         size_text(all, all.first).characters);
}
[[noreturn, gnu::cold, gnu::noinline]] static void not_one_for_each(extents const& all, int k, char const* what,
                                                                    std::size_t count) {
    std::string_view const name = all.kind[k].name;
    fail("%.*s has %s, one for each %s, but there are %zu %ss", length(name), name.data(), size_text(all, k).characters,
         what, count, what);
}
[[noreturn, gnu::cold, gnu::noinline]] static void overlap(extents const& all, int a, int b) {
    std::string_view const name = all.kind[a].name, other = all.kind[b].name;
    fail("%.*s (%s) and %.*s (%s) overlap: an output may overwrite an input exactly, or not at all", length(name),
         name.data(), size_text(all, a).characters, length(other), other.data(), size_text(all, b).characters);
}

/// The rows and columns of the call.
static domain common_domain(extents const& all) {
    if (all.first >= 0) return {all.value[all.first].rows, all.value[all.first].columns};
    domain d;  // no elements: a call on parameters or rows alone
    for (int k = 0; k < all.count; ++k) {
        if (all.kind[k].of == shapes::per_column && d.columns == 1) d.columns = all.value[k].columns;
        if (all.kind[k].of == shapes::per_row && d.rows == 1) d.rows = all.value[k].columns;
    }
    return d;
}

/// That an operand has them.
static void check_size(extents const& all, int k, domain d, std::size_t elements) {
    extent_kind const& kind = all.kind[k];
    extent const& e = all.value[k];
    if (kind.of == shapes::per_element) {
        if (kind.is_matrix ? e.rows != d.rows || e.columns != d.columns : e.columns != elements) mismatch(all, k);
    } else if (kind.of == shapes::per_column) {
        if (e.columns != d.columns) not_one_for_each(all, k, "column", d.columns);
    } else if (kind.of == shapes::per_row) {
        if (e.columns != d.rows) not_one_for_each(all, k, "row", d.rows);
    }
}

static region region_of(extents const& all, int k, domain d) {
    extent_kind const& kind = all.kind[k];
    extent const& e = all.value[k];
    if (kind.of == shapes::one) return {e.data, 1, 1, 1, 1};
    std::size_t const stride = e.columns > 1 ? e.column_stride : 1;  // one column has no distance to the next
    if (kind.of == shapes::per_element && d.rows != 1)
        return {e.data, d.rows, d.columns, kind.is_matrix ? e.row_stride : d.columns, stride};
    return {e.data, 1, e.columns, e.columns * stride, stride};
}

/// How far it is from the first column of a row to behind the last, in elements.
static std::size_t width(region const& r) { return (r.columns - 1) * r.column_stride + 1; }

/// Where an operand ends; one without elements before it begins, so that it meets nothing.
static std::uintptr_t end_of(extents const& all, int k) {
    extent const& e = all.value[k];
    if (e.rows == 0 || e.columns == 0) return 0;
    if (!all.kind[k].is_matrix) return e.data + e.columns * all.element;
    return e.data + ((e.rows - 1) * e.row_stride + (e.columns - 1) * e.column_stride + 1) * all.element;
}

/// Whether two regions have an element, or a part of one, in common. That of one begins before that of the other ends.
static bool overlaps(region const& a, region const& b, std::size_t element) {
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
    auto const row = static_cast<std::intptr_t>(a.rows > 1 ? a.row_stride : b.row_stride),
               width_a = static_cast<std::intptr_t>(width(a)), width_b = static_cast<std::intptr_t>(width(b));
    if (width_a > row || width_b > row) return true;  // a range longer than a row of the other meets one
    std::intptr_t k = apart / row, column = apart % row;
    if (column < 0) --k, column += row;
    auto const meets = [&](std::intptr_t shift) {  // some row of b lies `shift` rows below one of a
        return shift > -static_cast<std::intptr_t>(b.rows) && shift < static_cast<std::intptr_t>(a.rows);
    };
    return (column < width_a && column % every == 0 && meets(k)) ||
           (column + width_b > row && (row - column) % every == 0 && meets(k + 1));
}

/// An output may be exactly an input; anything else that overlaps is an error. A value per column may be
/// read again after the last row (`late`), when a row of results has been stored.
[[gnu::noinline]] static void check_pair(extents const& all, int output, int k, domain d, bool late) {
    region const out = region_of(all, output, d), other = region_of(all, k, d);
    shape const of = all.kind[k].of;
    bool const in_place = k < all.operands && out == other &&
                          (of == all.kind[output].of || (d.rows == 1 && !(late && of == shapes::per_column)));
    if (!in_place && overlaps(out, other, all.element)) overlap(all, output, k);
}

/// The rows and columns of a call whose sizes agree and whose outputs overlap nothing. A short call is mostly this:
/// a pair is looked at if each begins before the other ends.
[[gnu::noinline]] static domain of(extents const& all, bool late) {
    domain const d = common_domain(all);
    std::size_t const elements = d.rows * d.columns;
    for (int k = 0; k < all.count; ++k) {
        check_size(all, k, d, elements);
        all.value[k].end = end_of(all, k);
    }
    for (int o = all.operands; o < all.count; ++o)
        for (int k = 0; k < o; ++k)
            if (all.value[k].data < all.value[o].end && all.value[o].data < all.value[k].end)
                check_pair(all, o, k, d, late);
    return d;
}
};

}  // namespace ogive::detail
