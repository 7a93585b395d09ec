#pragma once
// A program over all rows of a matrix: uniform values, the loops over the columns of each row, and
// what is known after the last row.

#include <array>

#include <ogive/kernel/narrow.hpp>
#include <ogive/kernel/workspace.hpp>

namespace ogive::detail {

/// What the instructions of the uniform blocks see. A value of a row is a number: whole vectors of it would cost a row
/// several times the divisions.
template <class F, class Arch>
struct uniform_values {
    using B = simd::batch<F, Arch>;

    registers<F, bool, 1> r;
    stream_source<F> const* operands;
    stream_source<F> const* outputs;
    std::size_t row, columns;
    running<B>* sum;
};

template <operation const* Op, class F, class Arch>
OGIVE_INLINE void visit(int to, int a, int b, int c, std::uint64_t bits, std::integer_sequence<int, 0> pack,
                        uniform_values<F, Arch> const& all) {
    using B = simd::batch<F, Arch>;
    auto const& r = all.r;
    if constexpr (Op == &kind::number) {
        r.value[to][0] = math::number<F>(detail::bits_as<double>(bits));
    } else if constexpr (Op == &machine::load_number) {
        r.value[to][0] = all.operands[a].number;
    } else if constexpr (Op == &machine::load_row) {
        r.value[to][0] = all.operands[a].data[all.row];
    } else if constexpr (Op == &record<column_count_primitive>) {
        r.value[to][0] = static_cast<F>(all.columns);
    } else if constexpr (Op == &record<reciprocal_of_uniform_primitive>) {
        if constexpr (math::vocabulary<B>::divides_slowly) step<primitive_of<Op>>(r, to, a, b, c, pack);
    } else if constexpr (Op == &machine::store_row) {
        put(all.outputs[b].data[all.row], r.value[a][0], bits);
    } else if constexpr (Op == &machine::store_number) {
        put(*all.outputs[b].data, r.value[a][0], bits);
    } else if constexpr (Op->reduces()) {
        two_sum(all.sum[b], B(r.value[a][0]));  // over rows: each lane holds the same value
    } else {
        step<primitive_of<Op>>(r, to, a, b, c, pack);
    }
}

// What a loop over columns has reduced becomes a uniform value; in each row it starts anew.
template <operation const* Op, class F, class Arch>
OGIVE_INLINE void start(uniform_values<F, Arch> const& all, int b) {
    if constexpr (Op->reduces() && !(Op->sets & shapes::late))
        all.sum[b] = neutral<primitive_of<Op>, simd::batch<F, Arch>>();
}
template <bool RowReduction, operation const* Op, class F, class Arch>
OGIVE_INLINE void finish(uniform_values<F, Arch> const& all, int to, int b) {
    if constexpr (Op->sums_all(shapes::per_row)) {
        if constexpr (!RowReduction) all.r.value[to][0] = simd::first(total(all.sum[b]));
    } else if constexpr (Op->reduces() && !Op->sums_columns()) {
        if constexpr (RowReduction == !(Op->sets & shapes::late))
            all.r.value[to][0] = result<primitive_of<Op>>(all.sum[b]);
    }
}

template <auto const& Program, int First, int Last, class All, int... I>
OGIVE_INLINE void start_all(All const& all, std::integer_sequence<int, I...>) {
    (start<Program.code[First + I].op>(all, Program.code[First + I].b), ...);
    constexpr int next = First + static_cast<int>(sizeof...(I));
    if constexpr (next < Last) start_all<Program, next, Last>(all, instructions<next, Last>);
}
template <auto const& Program, bool RowReduction, int First, int Last, class All, int... I>
OGIVE_INLINE void finish_all(All const& all, std::integer_sequence<int, I...>) {
    (finish<RowReduction, Program.code[First + I].op>(all, Program.code[First + I].to, Program.code[First + I].b), ...);
    constexpr int next = First + static_cast<int>(sizeof...(I));
    if constexpr (next < Last) finish_all<Program, RowReduction, next, Last>(all, instructions<next, Last>);
}
template <code_block Code>
inline constexpr auto sinks_of = instructions<Code.sinks, Code.last>;

template <auto const& Program, code_block Code, class F, class Arch>
OGIVE_INLINE void visit_block(uniform_values<F, Arch> const& all) {
    visit_all<Program, Code.first, Code.last>(std::integer_sequence<int, 0>{}, further_folds<Code.first, Code.last>,
                                              all);
}

/// How many elements are worked on at a time. What is added up from row to row is added up in each block and then
/// block by block, whoever runs them: so it does not depend on the number of threads.
template <auto const& Program>
inline constexpr std::size_t block_elements = std::size_t(1) << (Program.sums > 0 ? 18 : 15);

/// Gives the sums down the columns what rows have added.
template <auto const& Program, class F, class Arch>
OGIVE_INLINE void take_added_rows(shared_by_rows<Program, F, Arch> const& shared, F* room) {
    using B = simd::batch<F, Arch>;
    std::size_t const columns = shared.scratch_columns;
    F* at = shared.sums_of(room);
    for (int s = 0; s < Program.sums; s += streams_of_a_sum, at += streams_of_a_sum * columns)
        for (std::size_t i = 0; i < shared.shape.columns; i += simd::lanes<B>) {
            running<B> sum{simd::load<B>(at + i), simd::load<B>(at + columns + i)};
            two_sum(sum, simd::load<B>(at + 2 * columns + i));
            simd::store(at + i, sum.value);
            simd::store(at + columns + i, sum.lost);
        }
}
/// How many rows are added up plainly.
inline constexpr std::size_t rows_added = 4;

/// A loop that few rows need, and such before it, at the beginning of the next stage: nothing waits for it. `own` are
/// the values of the row, `kept` those for later stages.
template <auto const& Program, int Stage, class F, class Arch, bool Strided, int Streams>
OGIVE_INLINE void seldom_loop(std::size_t columns, F* const (&stream)[Streams], std::size_t const* strides,
                              row_values<Program, F>& own, row_values<Program, F>& kept,
                              uniform_values<F, Arch> const& all) {
    constexpr code_block code = Program.columns[Stage];
    if constexpr (is_seldom<Program, Stage - 1>)
        seldom_loop<Program, Stage - 1, F, Arch, Strided>(columns, stream, strides, own, kept, all);
    visit_block<Program, Program.before_columns[Stage]>(all);
    if (own.condition[code.asked_by][0] == code.asked_when) [[unlikely]] {
        running<simd::batch<F, Arch>>
            sum[shared_by_rows<Program, F, Arch>::accumulators];  // those of the row stay in registers
        uniform_values<F, Arch> const here{all.r, all.operands, all.outputs, all.row, all.columns, sum};
        start_all<Program, code.sinks, code.last>(here, sinks_of<code>);
        broadcast_values<Program, Stage, F, Arch> const wide(own);
        columns_call<Program, Stage, F, Arch, 1, Strided>(0, columns, stream, strides, wide.value, wide.condition, sum,
                                                          {});
        finish_all<Program, true, code.sinks, code.last>(here, sinks_of<code>);
    } else {
        leave_out<Program, code.sinks, code.last>(own.value, sinks_of<code>);
    }
    own.template keep<Stage>(kept);
}

/// Finds out what a stage would guess, after a row in which the guess was wrong.
template <auto const& Program, int Stage, class F, class Arch, bool Strided, int Streams>
OGIVE_INLINE void peek(std::size_t columns, F* const (&stream)[Streams], std::size_t const* strides,
                       row_values<Program, F> const& own, uniform_values<F, Arch> const& all) {
    constexpr int loop = peek_of(Stage);
    constexpr code_block code = Program.peeks[Stage];
    running<simd::batch<F, Arch>>
        sum[shared_by_rows<Program, F, Arch>::accumulators];  // those of the row stay in registers
    uniform_values<F, Arch> const here{all.r, all.operands, all.outputs, all.row, all.columns, sum};
    visit_block<Program, Program.before_columns[Stage]>(all);
    start_all<Program, code.sinks, code.last>(here, sinks_of<code>);
    broadcast_values<Program, loop, F, Arch> const wide(own);
    columns_call<Program, loop, F, Arch, 1, Strided>(0, columns, stream, strides, wide.value, wide.condition, sum, {});
    finish_all<Program, true, code.sinks, code.last>(here, sinks_of<code>);
    visit_block<Program, Program.guesses[Stage]>(all);
}

/// The rows from `first` to before `last`.
template <auto const& Program, class F, class Arch, int Pack, bool Strided, int... Stage>
[[gnu::noinline]] void run_wide_rows(shared_by_rows<Program, F, Arch> const& shared, std::size_t first,
                                     std::size_t last, F* room, std::integer_sequence<int, Stage...>) {
    using S = shared_by_rows<Program, F, Arch>;

    auto of_row = [&]<std::size_t... R>(std::index_sequence<R...>) OGIVE_INLINE_LAMBDA {
        return std::array<row_values<Program, F>, S::most_together>{(void(R), shared.values)...};
    }(std::make_index_sequence<S::most_together>{});
    running<simd::batch<F, Arch>> sum[S::accumulators];
    shared.begin(sum);

    F* start[S::streams];
    shared.streams_of(first, room, start);
    bool in_doubt = false;  // whether the last guess was wrong
    for (std::size_t done = first; done < last; done += shared.together) {
        std::size_t const count = last - done < shared.together ? last - done : shared.together;
        auto const seen = [&](row_values<Program, F>& own, std::size_t r) OGIVE_INLINE_LAMBDA {
            return uniform_values<F, Arch>{
                {own.value, own.condition}, shared.operands, shared.outputs, done + r, shared.shape.columns, sum};
        };
        auto const stage = [&]<int K>(std::integral_constant<int, K>) OGIVE_INLINE_LAMBDA {
            constexpr code_block code = Program.columns[K];
            if constexpr (is_seldom<Program, K>) return;
            F* stream[S::streams];
            copy_streams(stream, start);
            for (std::size_t r = 0; r < count; ++r) {
                std::size_t const row = done + r, columns = row + 1 == shared.shape.rows ? shared.shape.last_columns
                                                                                         : shared.shape.columns;
                row_values<Program, F> own = of_row[r];
                auto const all = seen(own, r);
                if constexpr (is_seldom<Program, K - 1>)
                    seldom_loop<Program, K - 1, F, Arch, Strided>(columns, stream, shared.strides.of, own, of_row[r],
                                                                  all);
                memory_ways ways = shared.ways;
                if constexpr (Program.sums > 0) ways.anew = (row - first) % rows_added == 0;
                guess<Program, K>(own.value);
                if constexpr (!Program.peeks[K].empty())
                    if (in_doubt) [[unlikely]]
                        peek<Program, K, F, Arch, Strided>(columns, stream, shared.strides.of, own, all);
                for (;;) {
                    visit_block<Program, Program.before_columns[K]>(all);
                    start_all<Program, code.sinks, code.last>(all, sinks_of<code>);
                    broadcast_values<Program, K, F, Arch> const wide(own);
                    all_columns<Program, K, F, Arch, Pack, Strided>(columns, stream, shared.strides.of, wide.value,
                                                                    wide.condition, sum, ways);
                    finish_all<Program, true, code.sinks, code.last>(all, sinks_of<code>);
                    if constexpr (Program.guesses[K].empty()) break;
                    guessed_values<Program, K, F> const before(own.value);
                    visit_block<Program, Program.guesses[K]>(all);
                    if (before.stay(own.value)) break;
                }
                if constexpr (!Program.peeks[K].empty()) in_doubt = !is_usual<Program, K>(own.value);
                own.template keep<K>(of_row[r]);
                shared.next(stream);
            }
            if constexpr (K + 1 == Program.stages)
                each_of<S::borrowed + S::lendable>([&](int s) OGIVE_INLINE_LAMBDA {
                    if (s < S::borrowed || shared.lent > 0) start[s] = stream[s];
                });
        };
        (stage(std::integral_constant<int, Stage>{}), ...);
        for (std::size_t r = 0; r < count; ++r) visit_block<Program, Program.row_end>(seen(of_row[r], r));
        if constexpr (Program.sums > 0)
            if ((done + count - first) % rows_added == 0 || done + count == last) take_added_rows(shared, room);
    }
    if (shared.ways.bypass) simd::end_streaming();
    shared.keep(sum, room);
}

/// The rows from `first` to before `last`.
template <auto const& Program, class F, class Arch, int Pack, bool Strided, class Stages>
OGIVE_INLINE void run_rows(shared_by_rows<Program, F, Arch> const& shared, std::size_t first, std::size_t last, F* room,
                           Stages stages) {
    constexpr int narrow = narrow_pieces<Program, F, Arch, Pack, Strided>;
    for (int s = 0; s < Program.sums; s += streams_of_a_sum) {  // what is added up plainly begins with a row
        F* const sum = shared.sums_of(room) + static_cast<std::size_t>(s) * shared.scratch_columns;
        for (std::size_t i = 0; i < 2 * shared.scratch_columns; ++i) sum[i] = 0;
    }
    if constexpr (narrow > 0)
        if (shared.narrow) return run_narrow_rows<Program, F, Arch, narrow>(shared, first, last, room, stages);
    run_wide_rows<Program, F, Arch, Pack, Strided>(shared, first, last, room, stages);
}

/// Adds what a block has come to.
template <auto const& Program, class F, class Arch>
OGIVE_INLINE void add_block(shared_by_rows<Program, F, Arch> const& shared, F* room, running<simd::batch<F, Arch>>* sum,
                            F* sums) {
    using B = simd::batch<F, Arch>;
    constexpr std::size_t width = simd::lanes<B>;
    F const* from = shared.sums_of(room);
    if (Program.sums > 0 && sums != from)
        for (int s = 0; s < Program.sums; s += streams_of_a_sum, from += streams_of_a_sum * shared.scratch_columns,
                 sums += streams_of_a_sum * shared.scratch_columns)
            for (std::size_t i = 0; i < shared.scratch_columns; i += width) {
                running<B> r{simd::load<B>(sums + i), simd::load<B>(sums + shared.scratch_columns + i)};
                add_up(r, running<B>{simd::load<B>(from + i), simd::load<B>(from + shared.scratch_columns + i)});
                simd::store(sums + i, r.value);
                simd::store(sums + shared.scratch_columns + i, r.lost);
            }
    from = shared.sums_of(room) + shared.size_of_sums();
    for (int k = 0; k < Program.accumulators; ++k, from += 2 * width)
        add_up(sum[k], running<B>{simd::load<B>(from), simd::load<B>(from + width)});
}

template <auto const& Program, class F, class Arch, int Pack, bool Strided, class Execution, int... Stage>
[[gnu::noinline]] void run(Execution const& how, stream_source<F> const* operands, stream_source<F> const* outputs,
                           int operand_count, int output_count, row_shape const& shape,
                           std::integer_sequence<int, Stage...> stages) {
    using B = simd::batch<F, Arch>;
    using S = shared_by_rows<Program, F, Arch>;
    constexpr std::size_t step = simd::lanes<B> * Pack;

    S shared{shape};
    shared.scratch_columns = (shape.columns + step - 1) / step * step;
    if (shared.scratch_columns * sizeof(F) % same_place_in_the_cache == 0) shared.scratch_columns += step;
    shared.operands = operands, shared.outputs = outputs;
    for (int k = 0; k < operand_count + output_count; ++k) {
        auto const& source = k < operand_count ? operands[k] : outputs[k - operand_count];
        shared.stream[k] = source.data, shared.strides.of[k] = source.column_stride;
        shared.advance[k] = shape.columns == 0                       ? 0  // without columns it may be nowhere
                            : shape.pieces && source.row_stride != 0 ? shape.columns * source.column_stride
                                                                     : source.row_stride;
    }
    shared.ways = ways_of<Program, Arch, Pack, Strided>(shape.rows * shape.columns, operands, operand_count, outputs, output_count);
    if constexpr (S::lendable)
        if (shared.room() > (shared.ways.bypass ? second_cache / sizeof(F) : workspace<F, true>::on_the_stack) &&
            is_apart(outputs[Program.lender - operand_count], operands, operand_count, shape)) {
            shared.lent = 1;
            shared.ways.bypass = false;  // what is kept in it is in a cache
            shared.advance[S::borrowed] = shared.advance[Program.lender];
            shared.strides.of[S::borrowed] = shared.strides.of[Program.lender];
        }
    for (std::size_t s = shared.lent; s < S::kept; ++s)
        shared.advance[S::borrowed + s] = shared.own() * shared.scratch_columns;

    constexpr int narrow = narrow_pieces<Program, F, Arch, Pack, Strided>;
    shared.narrow = narrow > 0 && shape.columns <= narrow_columns<B>(narrow);
    // As long as all their streams stay in the first cache, and their scratch rows on the stack.
    constexpr std::size_t bytes = sizeof(F) * static_cast<std::size_t>(Program.streams);
    if (shared.narrow)
        shared.together = narrow;
    else if constexpr (S::most_together > 1)
        for (shared.together = S::most_together;
             shared.together > 1 && (shared.together * shape.columns * bytes > first_cache ||
                                     shared.room() > workspace<F, true>::on_the_stack);)
            shared.together /= 2;

    constexpr bool in_blocks = adds_up_rows<Program> || Execution::parallel;
    std::size_t const rows_of_block = in_blocks ? shape.rows_of(block_elements<Program>) : shape.rows,
                      blocks = in_blocks ? (shape.rows + rows_of_block - 1) / rows_of_block : 1,
                      at_a_time = how.at_a_time(blocks, shared.room() * sizeof(F)),
                      room_of_sums = blocks == 1 ? 0 : shared.size_of_sums();
    workspace<F, (Program.scratch_rows > 0 || adds_up_rows<Program>)> space(at_a_time * shared.room() + room_of_sums);
    F* const sums = blocks == 1 ? shared.sums_of(space.data) : space.data + at_a_time * shared.room();
    for (std::size_t i = 0; i < room_of_sums; ++i) sums[i] = 0;

    running<B> sum[S::accumulators];
    shared.begin(sum);
    uniform_values<F, Arch> all{
        {shared.values.value, shared.values.condition}, operands, outputs, 0, shape.columns, sum};
    visit_block<Program, Program.before_rows>(all);

    for (std::size_t done = 0; done < blocks; done += at_a_time) {
        std::size_t const count = blocks - done < at_a_time ? blocks - done : at_a_time;
        how.each(count, [&](std::size_t k) OGIVE_INLINE_LAMBDA {
            std::size_t const first = (done + k) * rows_of_block, last = first + rows_of_block;
            run_rows<Program, F, Arch, Pack, Strided>(shared, first, last < shape.rows ? last : shape.rows,
                                                      space.data + k * shared.room(), stages);
        });
        if constexpr (adds_up_rows<Program>)
            for (std::size_t k = 0; k < count; ++k) add_block(shared, space.data + k * shared.room(), sum, sums);
    }

    (finish_all<Program, false, Program.columns[Stage].sinks, Program.columns[Stage].last>(
         all, sinks_of<Program.columns[Stage]>),
     ...);
    finish_all<Program, false, Program.row_end.first, Program.row_end.last>(
        all, instructions<Program.row_end.first, Program.row_end.last>);
    visit_block<Program, Program.after_rows>(all);
    if constexpr (!Program.late_columns.empty()) {
        constexpr code_block code = Program.late_columns;
        for (int s = 0; s < Program.sums; ++s)
            shared.stream[Program.streams - Program.sums + s] =
                sums + static_cast<std::size_t>(s) * shared.scratch_columns;
        broadcast_values<Program, late_columns, F, Arch> const wide(shared.values);
        all_columns<Program, late_columns, F, Arch, Pack, false>(shape.columns, shared.stream, shared.strides.of,
                                                                 wide.value, wide.condition, sum, {});
        finish_all<Program, false, code.sinks, code.last>(all, sinks_of<code>);
    }
    visit_block<Program, Program.at_last>(all);
}

}  // namespace ogive::detail
