#pragma once
// From the views of a call to the kernel: extents for the checks, pointers and strides for the loops.

#include <ogive/kernel/bind.hpp>
#include <ogive/kernel/check.hpp>
#include <ogive/kernel/execution.hpp>
#include <ogive/kernel/options.hpp>
#include <ogive/kernel/rows.hpp>

namespace ogive::detail {

template <class View>
constexpr extent_kind extent_kind_of(std::string_view name, shape of) {
    return {name, is_unread<View> ? shapes::one : of, is_matrix_view<View>};
}
template <class View>
OGIVE_INLINE extent extent_of(View const& v) {
    extent e;
    if constexpr (is_number_view<View>) {
        if constexpr (!std::is_arithmetic_v<View>) e.data = reinterpret_cast<std::uintptr_t>(v.data);
    } else if constexpr (!is_unread<View>) {
        e.data = reinterpret_cast<std::uintptr_t>(v.data);
        if constexpr (is_matrix_view<View>) {
            e.rows = v.row_count;
            e.columns = v.column_count;
            e.row_stride = v.row_stride;
            if constexpr (is_interleaved_view<View>) e.column_stride = v.column_stride;
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
    } else if constexpr (is_unread<View>) {
        return {};
    } else {
        stream_source<F> s{.data = const_cast<F*>(v.data)};  // inputs are only read
        if constexpr (is_interleaved_view<View>) s.column_stride = v.column_stride;
        if constexpr (is_matrix_view<View>)
            s.row_stride = v.row_stride;
        else if (of == shapes::per_element)
            s.row_stride = d.columns;
        return s;
    }
}

/// How many vectors side by side: as many as the registers hold of the values needed at one time, and as the loop's
/// functions run best with. A few more than they hold still pay, because the vectors hide one another's latency; but
/// what is spilled waits behind the stores to memory. What several functions of one argument share stays alive between
/// them: two vectors then. The functions of fast are so short that with the registers of AVX2 three take 0.85 to 1.00 of the
/// time of four (bench/packs.cpp, g++ 12 on a Zen 4). A large body has one, for the compiler's sake.
template <auto const& Program, int Chosen, class Arch, class F>
consteval int pack_of() {
    if constexpr (Chosen != chosen_from_the_program) {
        static_assert(a_pack_has_1_to_16_vectors<Chosen>, "ogive: a pack has 1 to 16 vectors");
        return a_pack_has_1_to_16_vectors<Chosen> ? Chosen : 1;
    }
    int alive = 1, values = 0, most = 4;
    bool has_functions = false;
    for (int k = 0; k < Program.stages; ++k) {
        code_block const& b = Program.columns[k];
        if (b.is_seldom()) continue;
        if (b.alive > alive) alive = b.alive;
        if (b.values > values) values = b.values;
        if (b.pack < most) most = b.pack;
        if (b.sharing > 2 && most > 2) most = 2;
        if (b.sharing > 0) has_functions = true;
    }
    if (values > large_body) return 1;
    if (most < 4 || 4 * alive > simd::registers<Arch> * 5 / 4) return 2;
    constexpr bool are_short = Program.fast && std::is_same_v<F, float>;
    return Program.flat && has_functions && are_short && simd::is_avx2<Arch> ? 3 : 4;
}

/// What an element costs, in about a hundredth of a nanosecond.
template <auto const& Program>
inline constexpr std::size_t work_of_an_element = [] {
    std::size_t work = 0;
    for (int k = 0; k < Program.stages; ++k)
        for (int i = 0; i < Program.columns[k].usual_instructions(); ++i) {
            cost const& price = Program.code[Program.columns[k].loop + i].op->price;
            work += static_cast<std::size_t>(1 + 12 * price.transcendental + 4 * price.division);
        }
    return work;
}();
/// Whether a call on so many elements may be worth waking other threads for.
template <auto const& Program, class Execution>
OGIVE_INLINE bool is_for_threads(std::size_t elements) {
    constexpr std::size_t parallel_work = 5'000'000;
    return Execution::parallel && elements >= parallel_work / (work_of_an_element<Program> + 1);
}

template <auto const& Program, class Settings, bool Strided, class Execution, class F, int Operands, int Outputs>
OGIVE_INLINE void launch_rows(Execution const& how, stream_source<F> const (&operands)[Operands],
                              stream_source<F> const (&outputs)[Outputs], int operand_count, row_shape const& shape) {
    run<Program, F, typename Settings::arch, pack_of<Program, Settings::pack, typename Settings::arch, F>(), Strided>(
        how, operands, outputs, operand_count, Outputs, shape, std::make_integer_sequence<int, Program.stages>{});
}

template <auto const& Program, class Settings, bool Strided, class Execution, class F, int Operands, int Outputs>
OGIVE_INLINE void launch(Execution const& how, stream_source<F> const (&operands)[Operands],
                         stream_source<F> const (&outputs)[Outputs], int operand_count, domain d) {
    std::size_t rows = Program.flat && d.columns == 0 ? 0 : d.rows, columns = d.columns, last_columns = d.columns;
    bool pieces = false;
    if constexpr (Program.flat) {
        bool contiguous = true;
        for (int k = 0; k < operand_count; ++k) contiguous &= operands[k].has_no_gaps(d.columns);
        for (auto const& o : outputs) contiguous &= o.has_no_gaps(d.columns);
        std::size_t const size = rows * d.columns;
        constexpr std::size_t piece = block_elements<Program>;
        if (contiguous && size > 0) {
            if ((adds_up_rows<Program> || Execution::parallel) && size > piece)
                rows = (size + piece - 1) / piece, columns = piece, last_columns = (size - 1) % piece + 1, pieces = true;
            else
                rows = 1, columns = size, last_columns = size;
        }
    }
    row_shape const shape{rows, columns, last_columns, pieces};
    if constexpr (Execution::parallel)
        if (!is_for_threads<Program, Execution>(rows * columns))
            return launch_rows<Program, Settings, Strided>(in_sequence{}, operands, outputs, operand_count, shape);
    launch_rows<Program, Settings, Strided>(how, operands, outputs, operand_count, shape);
}

}  // namespace ogive::detail
