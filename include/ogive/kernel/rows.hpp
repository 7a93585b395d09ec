#pragma once
// A program over all rows of a matrix: uniform values, the loops over the columns of each row, and
// what is known after the last row.

#include <ogive/kernel/columns.hpp>
#include <ogive/kernel/row_values.hpp>
#include <ogive/kernel/workspace.hpp>

namespace ogive::detail {

/// One operand or output of a call: a matrix, a row of values for every row (stride 0), a column of
/// one value per row, or a number.
template <class F>
struct stream_source {
    F* data = nullptr;
    std::size_t row_stride = 0, column_stride = 1;
    F number = 0;

    /// Whether rows of this many columns follow one another without a gap.
    OGIVE_INLINE constexpr bool has_no_gaps(std::size_t columns) const {
        return row_stride == columns * column_stride || row_stride == 0;
    }
};

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

template <class F>
OGIVE_INLINE void put(F& place, F value, bool add) {
    place = add ? place + value : value;
}

template <operation const* Op, class F, class Arch>
OGIVE_INLINE void visit(uniform_values<F, Arch> const& all, int to, int a, int b, int c, std::uint64_t bits,
                        std::integer_sequence<int, 0> pack) {
    using B = simd::batch<F, Arch>;
    auto const& r = all.r;
    if constexpr (Op == &kind::number) {
        r.value[to][0] = math::number<F>(std::bit_cast<double>(bits));
    } else if constexpr (Op == &machine::load_number) {
        r.value[to][0] = all.operands[a].number;
    } else if constexpr (Op == &machine::load_row) {
        r.value[to][0] = all.operands[a].data[all.row];
    } else if constexpr (Op == &record<column_count_primitive>) {
        r.value[to][0] = static_cast<F>(all.columns);
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

template <auto const& Program, int First, class All, int... I>
OGIVE_INLINE void start_all(All const& all, std::integer_sequence<int, I...>) {
    (start<Program.code[First + I].op>(all, Program.code[First + I].b), ...);
}
template <auto const& Program, bool RowReduction, int First, class All, int... I>
OGIVE_INLINE void finish_all(All const& all, std::integer_sequence<int, I...>) {
    (finish<RowReduction, Program.code[First + I].op>(all, Program.code[First + I].to, Program.code[First + I].b), ...);
}
template <code_block Code>
inline constexpr std::make_integer_sequence<int, Code.last - Code.sinks> sinks_of{};

template <auto const& Program, code_block Code, class F, class Arch>
OGIVE_INLINE void visit_block(uniform_values<F, Arch> const& all) {
    visit_all<Program, Code.first, Code.last>(all, std::integer_sequence<int, 0>{},
                                              instructions<Code.first, Code.last>);
}

/// Whether something is added up from row to row.
template <auto const& Program>
inline constexpr bool adds_up_rows = [] {
    auto const late = [](int first, int last) {
        for (int i = first; i < last; ++i)
            if (Program.code[i].op->reduces() && Program.code[i].op->sets & shapes::late) return true;
        return false;
    };
    for (int k = 0; k < Program.stages; ++k)
        if (late(Program.columns[k].sinks, Program.columns[k].last)) return true;
    return late(Program.row_end.first, Program.row_end.last);
}();

/// How many elements are worked on at a time. What is added up from row to row is added up in each block and then
/// block by block, whoever runs them: so it does not depend on the number of threads.
template <auto const& Program>
inline constexpr std::size_t block_elements = std::size_t(1) << (Program.sums > 0 ? 18 : 15);

/// The rows of a call. Those of a flat program may be pieces of one long row, the last one shorter.
struct row_shape {
    std::size_t rows, columns, last_columns;
    bool pieces = false;

    /// How many rows hold about this many elements; at least one.
    OGIVE_INLINE constexpr std::size_t rows_of(std::size_t elements) const {
        return 0 < columns && columns < elements ? elements / columns : 1;
    }
};

/// Its argument, which is loaded by itself: two words that were stored one by one and are loaded as a vector wait for both
/// stores to reach the cache, which is most of the time that a short call takes.
template <class Word>
OGIVE_INLINE Word alone(Word x) {
    asm("" : "+r"(x));
    return x;
}

/// What all rows of a call share: streams at the first row, and the uniform values that are known before it.
template <auto const& Program, class F, class Arch>
struct shared_by_rows {
    using B = simd::batch<F, Arch>;
    static constexpr int streams = Program.streams > 0 ? Program.streams : 1;
    static constexpr int accumulators = Program.accumulators > 0 ? Program.accumulators : 1;

    /// Rows that go through a stage one after the other before the next stage begins: while one waits for its reduction
    /// or division the next is worked on.
    static constexpr std::size_t most_together = Program.stages > 1 ? 4 : 1;
    static constexpr int borrowed = Program.streams - Program.scratch_rows;  // operands and outputs
    static constexpr int kept = Program.scratch_rows - Program.sums;         // scratch rows of each row

    row_shape const& shape;
    std::size_t scratch_columns = 0;  // with room for a whole last step
    std::size_t together = 1;
    stream_source<F> const* operands = nullptr;
    stream_source<F> const* outputs = nullptr;
    F* stream[streams]{};
    std::size_t advance[streams]{};
    unit_strides<streams> strides{};
    row_values<Program, F> values{};

    /// What a block of rows needs for itself: its scratch rows, and then the sums that it comes to.
    constexpr std::size_t room() const {
        return (kept * together + Program.sums) * scratch_columns +
               (adds_up_rows<Program> ? 2 * simd::lanes<B> * static_cast<std::size_t>(Program.accumulators) : 0);
    }
    constexpr std::size_t size_of_sums() const { return Program.sums * scratch_columns; }
    constexpr F* sums_of(F* room) const { return room + kept * together * scratch_columns; }
    /// The streams of a row, which keeps the first scratch rows.
    OGIVE_INLINE void streams_of(std::size_t row, F* room, F* (&to)[streams]) const {
        for (int s = 0; s < borrowed; ++s) to[s] = alone(stream[s]) + row * advance[s];
        for (int s = 0; s < kept; ++s) to[borrowed + s] = room + static_cast<std::size_t>(s) * scratch_columns;
        for (int s = 0; s < Program.sums; ++s)
            to[borrowed + kept + s] = sums_of(room) + static_cast<std::size_t>(s) * scratch_columns;
    }
    /// Those of the next row, which keeps the next scratch rows.
    OGIVE_INLINE void next(F* (&of)[streams]) const {
        for (int s = 0; s < borrowed; ++s) of[s] += alone(advance[s]);
        for (int s = 0; s < kept; ++s) of[borrowed + s] += kept * scratch_columns;
    }
};

/// The rows from `first` to before `last`.
template <auto const& Program, class F, class Arch, int Pack, bool Strided, int... Stage>
[[gnu::noinline]] void run_rows(shared_by_rows<Program, F, Arch> const& shared, std::size_t first, std::size_t last,
                                F* room, std::integer_sequence<int, Stage...>) {
    using S = shared_by_rows<Program, F, Arch>;
    using B = simd::batch<F, Arch>;

    if constexpr (Program.sums > 0)
        for (std::size_t i = 0; i < shared.size_of_sums(); ++i) shared.sums_of(room)[i] = 0;

    row_values<Program, F> of_row[S::most_together];
    for (auto& one : of_row) one = shared.values;
    running<B> sum[S::accumulators];
    for (int k = 0; k < Program.accumulators; ++k) sum[k] = {math::number<B>(0), math::number<B>(0)};

    F* start[S::streams];
    shared.streams_of(first, room, start);
    for (std::size_t done = first; done < last; done += shared.together) {
        std::size_t const count = last - done < shared.together ? last - done : shared.together;
        auto const seen = [&](row_values<Program, F>& own, std::size_t r) OGIVE_INLINE_LAMBDA {
            return uniform_values<F, Arch>{
                {own.value, own.condition}, shared.operands, shared.outputs, done + r, shared.shape.columns, sum};
        };
        auto const stage = [&]<int K>(std::integral_constant<int, K>) OGIVE_INLINE_LAMBDA {
            constexpr code_block code = Program.columns[K];
            F* stream[S::streams];
            for (int s = 0; s < Program.streams; ++s) stream[s] = start[s];
            for (std::size_t r = 0; r < count; ++r) {
                std::size_t const row = done + r, columns = row + 1 == shared.shape.rows ? shared.shape.last_columns
                                                                                         : shared.shape.columns;
                row_values<Program, F> own = of_row[r];
                auto const all = seen(own, r);
                visit_block<Program, Program.before_columns[K]>(all);
                start_all<Program, code.sinks>(all, sinks_of<code>);
                broadcast_values<Program, K, F, Arch> const wide(own);
                all_columns<Program, K, F, Arch, Pack, Strided>(columns, stream, shared.strides.of, wide.value,
                                                                wide.condition, sum);
                finish_all<Program, true, code.sinks>(all, sinks_of<code>);
                own.template keep<K>(of_row[r]);
                shared.next(stream);
            }
            if constexpr (K + 1 == Program.stages)
                for (int s = 0; s < S::borrowed; ++s) start[s] = stream[s];
        };
        (stage(std::integral_constant<int, Stage>{}), ...);
        for (std::size_t r = 0; r < count; ++r) visit_block<Program, Program.row_end>(seen(of_row[r], r));
    }

    if constexpr (adds_up_rows<Program>) {
        F* to = shared.sums_of(room) + shared.size_of_sums();
        for (int k = 0; k < Program.accumulators; ++k, to += 2 * simd::lanes<B>)
            simd::store(to, sum[k].value), simd::store(to + simd::lanes<B>, sum[k].lost);
    }
}

/// Adds what a block has come to.
template <auto const& Program, class F, class Arch>
OGIVE_INLINE void add_block(shared_by_rows<Program, F, Arch> const& shared, F* room, running<simd::batch<F, Arch>>* sum,
                            F* sums) {
    using B = simd::batch<F, Arch>;
    constexpr std::size_t width = simd::lanes<B>;
    F const* from = shared.sums_of(room);
    if (Program.sums > 0 && sums != from)
        for (int s = 0; s < Program.sums;
             s += 2, from += 2 * shared.scratch_columns, sums += 2 * shared.scratch_columns)
            for (std::size_t i = 0; i < shared.scratch_columns; i += width) {
                running<B> r{simd::load<B>(sums + i), simd::load<B>(sums + shared.scratch_columns + i)};
                two_sum(r, simd::load<B>(from + i));
                simd::store(sums + i, r.value);
                simd::store(sums + shared.scratch_columns + i,
                            r.lost + simd::load<B>(from + shared.scratch_columns + i));
            }
    from = shared.sums_of(room) + shared.size_of_sums();
    for (int k = 0; k < Program.accumulators; ++k, from += 2 * width) {
        two_sum(sum[k], simd::load<B>(from));
        sum[k].lost = sum[k].lost + simd::load<B>(from + width);
    }
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
    shared.operands = operands, shared.outputs = outputs;
    for (int k = 0; k < operand_count + output_count; ++k) {
        auto const& source = k < operand_count ? operands[k] : outputs[k - operand_count];
        shared.stream[k] = source.data, shared.strides.of[k] = source.column_stride;
        shared.advance[k] =
            shape.pieces && source.row_stride != 0 ? shape.columns * source.column_stride : source.row_stride;
    }

    // As long as all their streams stay in the first cache, and their scratch rows on the stack.
    constexpr std::size_t first_cache = 32768, bytes = sizeof(F) * static_cast<std::size_t>(Program.streams);
    if constexpr (S::most_together > 1)
        for (shared.together = S::most_together;
             shared.together > 1 && (shared.together * shared.scratch_columns * bytes > first_cache ||
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
    for (auto& each : sum) each = {math::number<B>(0), math::number<B>(0)};
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

    (finish_all<Program, false, Program.columns[Stage].sinks>(all, sinks_of<Program.columns[Stage]>), ...);
    finish_all<Program, false, Program.row_end.first>(
        all, std::make_integer_sequence<int, Program.row_end.last - Program.row_end.first>{});
    visit_block<Program, Program.after_rows>(all);
    if constexpr (!Program.late_columns.empty()) {
        constexpr code_block code = Program.late_columns;
        for (int s = 0; s < Program.sums; ++s)
            shared.stream[Program.streams - Program.sums + s] =
                sums + static_cast<std::size_t>(s) * shared.scratch_columns;
        broadcast_values<Program, late_columns, F, Arch> const wide(shared.values);
        all_columns<Program, late_columns, F, Arch, Pack, false>(shape.columns, shared.stream, shared.strides.of,
                                                                 wide.value, wide.condition, sum);
        finish_all<Program, false, code.sinks>(all, sinks_of<code>);
    }
    visit_block<Program, Program.at_last>(all);
}

}  // namespace ogive::detail
