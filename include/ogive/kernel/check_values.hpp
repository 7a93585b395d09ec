#pragma once
// The checks of a call at run time that look at an operand's values: what a primitive admits.

#include <ogive/algebra/execute.hpp>
#include <ogive/kernel/check.hpp>
#include <ogive/kernel/rows.hpp>

#include <limits>

namespace ogive::detail {

/// P admits every value of operand k, or the call is refused.
template <class P, class Arch, class Ending, class F>
[[gnu::noinline]] void check_values(extents const& all, int k, stream_source<F> const& source, domain d) {
    std::string_view const name = all.kind[k].name;
    constexpr int digits = std::numeric_limits<F>::max_digits10;  // 2 less a rounding does not look like 2
    auto const admits = [&](F value) { return P::admits(static_cast<double>(value), d.columns); };
    if (!source.data) {
        if (!admits(source.number))
            fail("%.*s holds %.*g, where it has to hold %.*s: there are %zu columns", static_cast<int>(name.size()),
                 name.data(), digits, static_cast<double>(source.number), static_cast<int>(P::wants.size()),
                 P::wants.data(), d.columns);
        return;
    }
    region const r = run_time_checks<Arch, Ending>::region_of(all, k, d);
    bool const of_rows = all.kind[k].of == shapes::per_row;
    for (std::size_t i = 0; i < r.rows; ++i)
        for (std::size_t j = 0; j < r.columns; ++j) {
            F const value = source.data[i * r.row_stride + j * r.column_stride];
            if (!admits(value))
                fail("%.*s holds %.*g %s %zu, where it has to hold %.*s: there are %zu columns",
                     static_cast<int>(name.size()), name.data(), digits, static_cast<double>(value),
                     of_rows || r.rows > 1 ? "in row" : "at index", r.rows > 1 ? i : j,
                     static_cast<int>(P::wants.size()), P::wants.data(), d.columns);
            if constexpr (requires { P::one_for_each_row; })
                if (F const first = source.data[i * r.row_stride]; all.kind[k].of & shapes::per_column && value != first)
                    fail("%.*s holds %.*g and %.*g in row %zu, where it has to hold %.*s for each: og::per_row(range)",
                         static_cast<int>(name.size()), name.data(), digits, static_cast<double>(first), digits,
                         static_cast<double>(value), i, static_cast<int>(P::wants.size()), P::wants.data());
        }
}

template <auto const& Program, class Arch, int... I, class F>
OGIVE_INLINE void check_all_values(extents const& all, stream_source<F> const* operands, domain d,
                                   std::integer_sequence<int, I...>) {
    if (d.rows == 0 || d.columns == 0) return;
    auto const operand = [](int i) { return Program.code[Program.checks.first + i].a; };
    (check_values<primitive_of<Program.code[Program.checks.first + I].op>, Arch, ending>(all, operand(I),
                                                                                         operands[operand(I)], d),
     ...);
}

}  // namespace ogive::detail
