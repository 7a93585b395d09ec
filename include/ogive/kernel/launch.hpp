#pragma once
// From the views of a call to the kernel: extents for the checks, pointers and strides for the loops.

#include <ogive/kernel/bind.hpp>
#include <ogive/kernel/check.hpp>
#include <ogive/kernel/options.hpp>
#include <ogive/kernel/rows.hpp>

namespace ogive::detail {

template <class View>
OGIVE_INLINE extent extent_of(View const& v, std::string_view name, shape of, bool is_output) {
    extent e{.name = name, .of = of, .is_output = is_output};
    if constexpr (is_number_view<View>) {
        if constexpr (!std::is_arithmetic_v<View>) e.data = reinterpret_cast<std::uintptr_t>(v.data);
    } else {
        e.data = reinterpret_cast<std::uintptr_t>(v.data);
        if constexpr (is_matrix_view<View>) {
            e.is_matrix = true;
            e.rows = v.row_count;
            e.columns = v.column_count;
            e.row_stride = v.row_stride;
        } else {
            e.columns = v.size;
        }
    }
    return e;
}

template <class F, class View>
OGIVE_INLINE stream_source<F> source_of(View const& v, shape of, domain d) {
    if constexpr (std::is_arithmetic_v<View>) {
        return {.number = static_cast<F>(v)};
    } else {
        stream_source<F> s{.data = const_cast<F*>(v.data)};  // inputs are only read
        if constexpr (is_matrix_view<View>)
            s.row_stride = v.row_stride;
        else if (of == shapes::per_element)
            s.row_stride = d.columns;
        return s;
    }
}

/// How many vectors side by side: as many as the registers hold of the values needed at one time. A few
/// more than they hold still pay, because the vectors hide one another's latency.
template <auto const& Program, int Chosen, class Arch, class F>
consteval int pack_of() {
    if constexpr (Chosen != 0) {
        static_assert(a_pack_has_1_to_16_vectors<Chosen>, "ogive: a pack has 1 to 16 vectors");
        return a_pack_has_1_to_16_vectors<Chosen> ? Chosen : 1;
    }
    // The long functions fill the registers with coefficients in double.
    if (sizeof(F) == 8 && Program.heaviest > 1) return 1;
    int alive = 1;
    for (int k = 0; k < Program.stages; ++k)
        if (Program.columns[k].alive > alive) alive = Program.columns[k].alive;
    constexpr int room = simd::registers<Arch> * 5 / 4;
    return 4 * alive <= room ? 4 : 2 * alive <= room ? 2 : 1;
}

template <auto const& Program, class Settings, class F, int Operands, int Outputs>
OGIVE_INLINE void launch(stream_source<F> const (&operands)[Operands], stream_source<F> const (&outputs)[Outputs],
                         int operand_count, domain d) {
    if constexpr (Program.flat) {
        bool contiguous = true;
        for (int k = 0; k < operand_count; ++k)
            if (operands[k].row_stride != d.columns && operands[k].row_stride != 0) contiguous = false;
        for (auto const& o : outputs)
            if (o.row_stride != d.columns && o.row_stride != 0) contiguous = false;
        if (contiguous) d = {1, d.rows * d.columns};
    }
    if (d.columns == 0) d.rows = 0;
    run<Program, F, typename Settings::arch, pack_of<Program, Settings::pack, typename Settings::arch, F>()>(
        operands, outputs, operand_count, Outputs, d.rows, d.columns, std::make_integer_sequence<int, Program.stages>{});
}

}  // namespace ogive::detail
