#pragma once
// What all rows of a call share: where its operands and outputs are, its shape, the uniform values known before the
// first row.

#include <ogive/kernel/row_values.hpp>

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

template <class F>
OGIVE_INLINE void put(F& place, F value, bool add) {
    place = add ? place + value : value;
}

/// The rows of a call. Those of a flat program may be pieces of one long row, the last one shorter.
struct row_shape {
    std::size_t rows, columns, last_columns;
    bool pieces = false;

    /// How many rows hold about this many elements; at least one.
    OGIVE_INLINE constexpr std::size_t rows_of(std::size_t elements) const {
        return 0 < columns && columns < elements ? elements / columns : 1;
    }
};

/// Whether nothing of an output is read as an operand.
template <class F>
OGIVE_INLINE bool is_apart(stream_source<F> const& output, stream_source<F> const* operands, int operand_count,
                           row_shape const& shape) {
    auto const bytes = [&](stream_source<F> const& of) OGIVE_INLINE_LAMBDA {
        std::size_t const row = of.row_stride > 0 ? of.row_stride : 1;
        return sizeof(F) * ((shape.rows - 1) * row + (shape.columns - 1) * of.column_stride + 1);
    };
    auto const begin = reinterpret_cast<std::uintptr_t>(output.data);
    for (int k = 0; k < operand_count; ++k) {
        auto const at = reinterpret_cast<std::uintptr_t>(operands[k].data);
        if (at < begin + bytes(output) && begin < at + bytes(operands[k])) return false;
    }
    return true;
}

/// How the loops of a call on so many elements meet memory.
template <auto const& Program, class Arch, int Pack, bool Strided, class F>
OGIVE_INLINE memory_ways ways_of(std::size_t elements, stream_source<F> const* operands, int operand_count,
                                 stream_source<F> const* outputs, int output_count) {
    constexpr auto streams = static_cast<std::size_t>(Program.streams - Program.scratch_rows);
    std::size_t const memory = elements * sizeof(F) * streams;
    memory_ways ways;
    if (memory < bytes_worth_asking) return ways;
    ways.ahead = gains_by_asking();
    if constexpr (may_bypass<Program, Arch, Pack, Strided>)
        ways.bypass = memory >= bytes_worth_bypassing && gains_by_bypassing<Program.flat, Pack>() &&
                      are_apart(operands, operand_count, outputs, output_count);
    return ways;
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

/// Its argument, which is loaded by itself: two words that were stored one by one and are loaded as a vector wait for
/// both stores to reach the cache, which is most of the time that a short call takes.
template <class Word>
OGIVE_INLINE Word alone(Word x) {
    asm("" : "+r"(x));
    return x;
}

/// Bytes that stay in the first and in the second cache of about every processor.
inline constexpr std::size_t first_cache = 32768, second_cache = 262144;
/// Rows this many bytes apart, or a multiple, would push one another out of the first cache.
inline constexpr std::size_t same_place_in_the_cache = 4096;

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
    static constexpr bool lendable = Program.lender >= 0;                    // the first of them by an output

    row_shape const& shape;
    std::size_t scratch_columns = 0;  // with room for a whole last step
    std::size_t together = 1;
    std::size_t lent = 0;  // how many scratch rows
    memory_ways ways{};
    bool narrow = false;  // each is a few vectors (kernel/narrow.hpp)
    stream_source<F> const* operands = nullptr;
    stream_source<F> const* outputs = nullptr;
    F* stream[streams]{};
    std::size_t advance[streams]{};
    unit_strides<streams> strides{};
    row_values<Program, F> values{};

    /// What a block of rows needs for itself: its scratch rows, and then the sums that it comes to.
    constexpr std::size_t room() const {
        return (own() * together + Program.sums) * scratch_columns +
               (adds_up_rows<Program> ? 2 * simd::lanes<B> * static_cast<std::size_t>(Program.accumulators) : 0);
    }
    constexpr std::size_t own() const { return kept - lent; }
    constexpr std::size_t size_of_sums() const { return Program.sums * scratch_columns; }
    constexpr F* sums_of(F* room) const { return room + own() * together * scratch_columns; }
    OGIVE_INLINE void begin(running<B> (&sum)[accumulators]) const {
        for (auto& each : sum) each = {math::number<B>(0), math::number<B>(0)};
    }
    /// Writes what is added up from row to row behind the sums down the columns.
    OGIVE_INLINE void keep(running<B> const (&sum)[accumulators], F* room) const {
        F* to = sums_of(room) + size_of_sums();
        if constexpr (adds_up_rows<Program>)
            for (int k = 0; k < Program.accumulators; ++k, to += 2 * simd::lanes<B>)
                simd::store(to, sum[k].value), simd::store(to + simd::lanes<B>, sum[k].lost);
    }
    /// The streams of a row, which keeps the first scratch rows.
    OGIVE_INLINE void streams_of(std::size_t row, F* room, F* (&to)[streams]) const {
        for (int s = 0; s < borrowed; ++s) to[s] = alone(stream[s]) + row * advance[s];
        for (std::size_t s = lent; s < kept; ++s) to[borrowed + s] = room + (s - lent) * scratch_columns;
        if constexpr (lendable)
            if (lent > 0) to[borrowed] = to[Program.lender];
        for (int s = 0; s < Program.sums; ++s)
            to[borrowed + kept + s] = sums_of(room) + static_cast<std::size_t>(s) * scratch_columns;
    }
    /// Those of the next row, which keeps the next scratch rows.
    OGIVE_INLINE void next(F* (&of)[streams]) const {
        each_of<borrowed + kept>([&](int s) OGIVE_INLINE_LAMBDA { of[s] += alone(advance[s]); });
    }
};

}  // namespace ogive::detail
