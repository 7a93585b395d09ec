#pragma once
// A program over all rows of a matrix: uniform values, the loops over the columns of each row, and
// what is known after the last row.

#include <ogive/kernel/columns.hpp>

#include <memory>

namespace ogive::detail {

/// One operand or output of a call: a matrix, a row of values for every row (stride 0), a column of
/// one value per row, or a number.
template <class F>
struct stream_source {
    F* data = nullptr;
    std::size_t row_stride = 0;
    F number = 0;
};

/// What the instructions of the uniform blocks see.
template <class F, class Arch>
struct uniform_values {
    using B = simd::batch<F, Arch>;
    using Condition = simd::condition_of<B>;

    registers<B, Condition, 1> r;
    stream_source<F> const* operands;
    stream_source<F> const* outputs;
    std::size_t row;
    running<B>* sum;
};

template <class F, class B>
OGIVE_INLINE void put(F& place, B const& value, bool add) {
    F const result = simd::first(value);
    place = add ? place + result : result;
}

template <operation const* Op, class F, class Arch>
OGIVE_INLINE void visit(uniform_values<F, Arch> const& all, int to, int a, int b, int c, std::uint64_t bits,
                        std::integer_sequence<int, 0> pack) {
    using B = simd::batch<F, Arch>;
    auto const& r = all.r;
    if constexpr (Op == &kind::number) {
        r.value[to][0] = math::number<B>(std::bit_cast<double>(bits));
    } else if constexpr (Op == &machine::load_number) {
        r.value[to][0] = B(all.operands[a].number);
    } else if constexpr (Op == &machine::load_row) {
        r.value[to][0] = B(all.operands[a].data[all.row]);
    } else if constexpr (Op == &machine::store_row) {
        put(all.outputs[b].data[all.row], r.value[a][0], bits);
    } else if constexpr (Op == &machine::store_number) {
        put(*all.outputs[b].data, r.value[a][0], bits);
    } else if constexpr (Op->reduces()) {
        two_sum(all.sum[b], r.value[a][0]);  // over rows: each lane holds the same value
    } else {
        step<primitive_of<Op>>(r, to, a, b, c, pack);
    }
}

// What a loop over columns has reduced becomes a uniform value; before a loop it starts anew.
template <bool RowReduction, operation const* Op, class F, class Arch>
OGIVE_INLINE void start(uniform_values<F, Arch> const& all, int b) {
    if constexpr (Op->reduces() && Op != &record<col_sum_primitive>)
        if constexpr (RowReduction == !(Op->sets & shapes::late))
            all.sum[b] = neutral<primitive_of<Op>, simd::batch<F, Arch>>();
}
template <bool RowReduction, operation const* Op, class F, class Arch>
OGIVE_INLINE void finish(uniform_values<F, Arch> const& all, int to, int b) {
    using B = simd::batch<F, Arch>;
    if constexpr (Op == &record<sum_primitive<shapes::per_row>>) {
        if constexpr (!RowReduction) all.r.value[to][0] = total(all.sum[b]);
    } else if constexpr (Op->reduces() && Op != &record<col_sum_primitive>) {
        if constexpr (RowReduction == !(Op->sets & shapes::late))
            all.r.value[to][0] = B(result<primitive_of<Op>>(all.sum[b]));
    }
}

template <auto const& Program, bool RowReduction, int First, class All, int... I>
OGIVE_INLINE void start_all(All const& all, std::integer_sequence<int, I...>) {
    (start<RowReduction, Program.code[First + I].op>(all, Program.code[First + I].b), ...);
}
template <auto const& Program, bool RowReduction, int First, class All, int... I>
OGIVE_INLINE void finish_all(All const& all, std::integer_sequence<int, I...>) {
    (finish<RowReduction, Program.code[First + I].op>(all, Program.code[First + I].to, Program.code[First + I].b), ...);
}
template <code_block Code>
inline constexpr std::make_integer_sequence<int, Code.last - Code.sinks> sinks_of{};

template <auto const& Program, class F, class Arch, int Pack, int... Stage>
[[gnu::noinline]] void run(stream_source<F> const* operands, stream_source<F> const* outputs, int operand_count,
                           int output_count, std::size_t rows, std::size_t columns,
                           std::integer_sequence<int, Stage...>) {
    using B = simd::batch<F, Arch>;
    using Condition = simd::condition_of<B>;
    constexpr int uniforms = Program.uniforms > 0 ? Program.uniforms : 1;
    constexpr int accumulators = Program.accumulators > 0 ? Program.accumulators : 1;
    constexpr std::size_t step = simd::lanes<B> * Pack;
    constexpr std::integer_sequence<int, 0> single{};

    std::size_t const scratch_columns = (columns + step - 1) / step * step;
    std::unique_ptr<F[]> scratch;
    if constexpr (Program.scratch_rows > 0) scratch.reset(new F[Program.scratch_rows * scratch_columns]());

    F* stream[Program.streams > 0 ? Program.streams : 1];
    std::size_t advance[Program.streams > 0 ? Program.streams : 1]{};
    for (int k = 0; k < operand_count; ++k) stream[k] = operands[k].data, advance[k] = operands[k].row_stride;
    for (int k = 0; k < output_count; ++k)
        stream[operand_count + k] = outputs[k].data, advance[operand_count + k] = outputs[k].row_stride;
    for (int k = 0; k < Program.scratch_rows; ++k)
        stream[Program.streams - Program.scratch_rows + k] = scratch.get() + static_cast<std::size_t>(k) * scratch_columns;

    B value[uniforms][1]{};
    Condition condition[uniforms][1]{};
    running<B> sum[accumulators];
    uniform_values<F, Arch> all{{value, condition}, operands, outputs, 0, sum};

    (start_all<Program, false, Program.columns[Stage].sinks>(all, sinks_of<Program.columns[Stage]>), ...);
    start_all<Program, false, Program.row_end.first>(
        all, std::make_integer_sequence<int, Program.row_end.last - Program.row_end.first>{});
    visit_all<Program, Program.before_rows.first, Program.before_rows.last>(all, single);

    for (std::size_t row = 0; row < rows; ++row) {
        all.row = row;
        auto const stage = [&]<int K>(std::integral_constant<int, K>) OGIVE_INLINE_LAMBDA {
            constexpr code_block code = Program.columns[K];
            visit_all<Program, Program.before_columns[K].first, Program.before_columns[K].last>(all, single);
            start_all<Program, true, code.sinks>(all, sinks_of<code>);
            all_columns<Program, K, F, Arch, Pack>(columns, stream, value[0], condition[0], sum);
            finish_all<Program, true, code.sinks>(all, sinks_of<code>);
        };
        (stage(std::integral_constant<int, Stage>{}), ...);
        visit_all<Program, Program.row_end.first, Program.row_end.last>(all, single);
        for (int s = 0; s < operand_count + output_count; ++s)
            if (stream[s]) stream[s] += advance[s];
    }

    (finish_all<Program, false, Program.columns[Stage].sinks>(all, sinks_of<Program.columns[Stage]>), ...);
    finish_all<Program, false, Program.row_end.first>(
        all, std::make_integer_sequence<int, Program.row_end.last - Program.row_end.first>{});
    visit_all<Program, Program.after_rows.first, Program.after_rows.last>(all, single);
    if constexpr (!Program.late_columns.empty()) {
        constexpr code_block code = Program.late_columns;
        start_all<Program, false, code.sinks>(all, sinks_of<code>);
        all_columns<Program, late_columns, F, Arch, Pack>(columns, stream, value[0], condition[0], sum);
        finish_all<Program, false, code.sinks>(all, sinks_of<code>);
    }
    visit_all<Program, Program.at_last.first, Program.at_last.last>(all, single);
}

}  // namespace ogive::detail
