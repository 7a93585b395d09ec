#pragma once
// The checks of a call at run time that look at an operand's values: what a primitive admits.

#include <ogive/algebra/execute.hpp>
#include <ogive/kernel/check.hpp>
#include <ogive/kernel/rows.hpp>

namespace ogive::detail {

/// P admits every value of operand k, or the call is refused.
template <class P, class Arch, class Ending, class F>
[[gnu::noinline]] void check_values(extents const& all, int k, stream_source<F> const& source, domain d) {
    std::string_view const name = all.kind[k].name;
    auto const admit = [&](F value) {
        if (!P::admits(static_cast<double>(value), d.columns))
            fail("%.*s holds %f, where it has to hold %.*s: there are %zu columns", static_cast<int>(name.size()),
                 name.data(), static_cast<double>(value), static_cast<int>(P::wants.size()), P::wants.data(),
                 d.columns);
    };
    if (!source.data) return admit(source.number);
    region const r = run_time_checks<Arch, Ending>::region_of(all, k, d);
    for (std::size_t i = 0; i < r.rows; ++i)
        for (std::size_t j = 0; j < r.columns; ++j) {
            F const value = source.data[i * r.row_stride + j * r.column_stride];
            admit(value);
            if constexpr (requires { P::one_for_each_row; })
                if (F const first = source.data[i * r.row_stride]; all.kind[k].of & shapes::per_column && value != first)
                    fail("%.*s holds %f and %f in one row, where it has to hold %.*s for each: og::per_row(range)",
                         static_cast<int>(name.size()), name.data(), static_cast<double>(first),
                         static_cast<double>(value), static_cast<int>(P::wants.size()), P::wants.data());
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
