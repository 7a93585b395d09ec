#pragma once
// The loop over the columns of one row: a block of the program, unrolled into one body over packs of
// vectors. One copy of the body serves the full steps and the padded last one.

#include <ogive/algebra/execute.hpp>
#include <ogive/algebra/plan.hpp>
#include <ogive/kernel/accumulate.hpp>

#include <cstddef>
#include <utility>

namespace ogive::detail {

/// What the instructions of a body see.
template <class F, class Arch, int Pack, bool Large>
struct lanes_of_body {
    using B = simd::batch<F, Arch>;
    using Condition = simd::condition_of<B>;
    static constexpr bool is_large = Large;

    registers<B, Condition, Pack> r;
    B const* uniform;
    Condition const* uniform_condition;
    F* const* stream;
    std::size_t at;
    running<B>* sum;
    Condition const (&live)[Pack];
};

// In a body of hundreds of operations the long functions are calls: its code stays in the cache and
// the compiler in reason.
inline constexpr int large_body = 100;

template <class P, class... V>
[[gnu::noinline, gnu::flatten]] auto called(V... v) {
    return P::value(v...);
}
template <class P, class V, class Condition, int Pack, int... U>
OGIVE_INLINE void step_by_call(registers<V, Condition, Pack> r, int to, int a, int b, int c,
                               std::integer_sequence<int, U...> pack) {
    if constexpr (gives_condition<P> || condition_arguments<P> != 0)
        step<P>(r, to, a, b, c, pack);
    else if constexpr (arity<P> == 1)
        ((r.value[to][U] = called<P>(r.value[a][U])), ...);
    else if constexpr (arity<P> == 2)
        ((r.value[to][U] = called<P>(r.value[a][U], r.value[b][U])), ...);
    else
        ((r.value[to][U] = called<P>(r.value[a][U], r.value[b][U], r.value[c][U])), ...);
}

/// The address of the u-th vector of a stream in this step.
template <class F, class Arch, int Pack, bool Large>
OGIVE_INLINE F* address(lanes_of_body<F, Arch, Pack, Large> const& body, int stream, int vector) {
    return body.stream[stream] + body.at + static_cast<std::size_t>(vector) * simd::lanes<simd::batch<F, Arch>>;
}

template <class F, class Arch, int Pack, bool Large>
OGIVE_INLINE running<simd::batch<F, Arch>> load_running(lanes_of_body<F, Arch, Pack, Large> const& body, int stream, int vector) {
    using B = simd::batch<F, Arch>;
    return {simd::load<B>(address(body, stream, vector)), simd::load<B>(address(body, stream + 1, vector))};
}
template <class F, class Arch, int Pack, bool Large>
OGIVE_INLINE void add_to_stream(lanes_of_body<F, Arch, Pack, Large> const& body, int stream, int vector, int from) {
    auto sum = load_running(body, stream, vector);
    two_sum(sum, body.r.value[from][vector]);
    simd::store(address(body, stream, vector), sum.value);
    simd::store(address(body, stream + 1, vector), sum.lost);
}

template <operation const* Op, class F, class Arch, int Pack, bool Large, int... U>
OGIVE_INLINE void visit(lanes_of_body<F, Arch, Pack, Large> const& body, int to, int a, int b, int c, std::uint64_t bits,
                        std::integer_sequence<int, U...> pack) {
    using B = simd::batch<F, Arch>;
    auto const& r = body.r;
    if constexpr (Op == &kind::number)
        ((r.value[to][U] = math::number<B>(std::bit_cast<double>(bits))), ...);
    else if constexpr (Op == &machine::broadcast)
        ((r.value[to][U] = body.uniform[a]), ...);
    else if constexpr (Op == &machine::broadcast_condition)
        ((r.condition[to][U] = body.uniform_condition[a]), ...);
    else if constexpr (Op == &machine::load)
        ((r.value[to][U] = simd::load<B>(address(body, a, U))), ...);
    else if constexpr (Op == &machine::load_sum)
        ((r.value[to][U] = total(load_running(body, a, U))), ...);
    else if constexpr (Op == &machine::store)
        (simd::store(address(body, b, U), r.value[a][U]), ...);
    else if constexpr (Op == &record<col_sum_primitive>)
        (add_to_stream(body, b, U, a), ...);
    else if constexpr (Op->reduces())
        accumulate<primitive_of<Op>>(body.sum[b], r.value[a], body.live, pack);
    else if constexpr (Large && Op->price.transcendental > 0)
        step_by_call<primitive_of<Op>>(r, to, a, b, c, pack);
    else
        step<primitive_of<Op>>(r, to, a, b, c, pack);
}

template <auto const& Program, int First, class Body, class Pack, int... I>
OGIVE_INLINE void visit_chunk(Body const& body, Pack pack, std::integer_sequence<int, I...>) {
    (visit<Program.code[First + I].op>(body, Program.code[First + I].to, Program.code[First + I].a,
                                       Program.code[First + I].b, Program.code[First + I].c,
                                       Program.code[First + I].bits, pack),
     ...);
}

/// The instructions from First to before Last.
template <auto const& Program, int First, int Last, class Body, class Pack>
OGIVE_INLINE void visit_all(Body const& body, Pack pack) {
    constexpr int chunk = Last - First < 128 ? Last - First : 128;  // clang folds at most 256 operands
    if constexpr (chunk > 0) {
        visit_chunk<Program, First>(body, pack, std::make_integer_sequence<int, chunk>{});
        visit_all<Program, First + chunk, Last>(body, pack);
    }
}

/// Which block of the program a loop runs: a stage, or the columns after the last row.
inline constexpr int late_columns = -1;
template <auto const& Program, int Stage>
inline constexpr code_block columns_block = Stage == late_columns ? Program.late_columns : Program.columns[Stage < 0 ? 0 : Stage];

template <auto const& Program, int Stage, class F, class Arch, int Pack>
[[gnu::noinline]] void columns_loop(std::size_t steps, F* const* streams, simd::batch<F, Arch> const* uniform,
                                    simd::condition_of<simd::batch<F, Arch>> const* uniform_condition,
                                    running<simd::batch<F, Arch>>* sums,
                                    simd::condition_of<simd::batch<F, Arch>> const* live_lanes) {
    using B = simd::batch<F, Arch>;
    using Condition = simd::condition_of<B>;
    constexpr code_block code = columns_block<Program, Stage>;
    constexpr int values = code.values > 0 ? code.values : 1;
    constexpr int accumulators = Program.accumulators > 0 ? Program.accumulators : 1;
    constexpr std::make_integer_sequence<int, Pack> pack{};

    // Copies that nothing else can point to: they stay in registers.
    F* stream[Program.streams];
    for (int s = 0; s < Program.streams; ++s) stream[s] = streams[s];
    Condition live[Pack];
    for (int u = 0; u < Pack; ++u) live[u] = live_lanes[u];
    running<B> sum[accumulators];
    for (int k = 0; k < Program.accumulators; ++k) sum[k] = sums[k];
    B value[values][Pack];
    Condition condition[values][Pack];

    lanes_of_body<F, Arch, Pack, (code.values > large_body)> body{{value, condition}, uniform, uniform_condition, stream, 0, sum, live};
    visit_all<Program, code.first, code.loop>(body, pack);
    for (std::size_t i = 0; i < steps; ++i) {
        body.at = i * (static_cast<std::size_t>(Pack) * simd::lanes<B>);
        visit_all<Program, code.loop, code.last>(body, pack);
    }

    for (int k = 0; k < Program.accumulators; ++k) sums[k] = sum[k];
}

/// Which streams a block reads and writes.
template <int Streams>
struct stream_use {
    bool read[Streams]{}, written[Streams]{};
};
template <auto const& Program, int Stage>
inline constexpr auto streams_used = [] {
    stream_use<Program.streams> use;
    constexpr code_block b = columns_block<Program, Stage>;
    for (int i = b.first; i < b.last; ++i) {
        if (Program.code[i].op == &machine::load) use.read[Program.code[i].a] = true;
        if (Program.code[i].op == &machine::store) use.written[Program.code[i].b] = true;
    }
    return use;
}();

/// All columns of a row. The last step is padded: its operands are copied to where a whole step can be
/// read, its results from where a whole step can be written. Scratch rows have room for it.
template <auto const& Program, int Stage, class F, class Arch, int Pack>
OGIVE_INLINE void all_columns(std::size_t columns, F* const* streams, simd::batch<F, Arch> const* uniform,
                              simd::condition_of<simd::batch<F, Arch>> const* uniform_condition,
                              running<simd::batch<F, Arch>>* sums) {
    using B = simd::batch<F, Arch>;
    constexpr std::size_t width = simd::lanes<B>, step = width * Pack;
    constexpr int borrowed = Program.streams - Program.scratch_rows;
    if constexpr (columns_block<Program, Stage>.empty()) return;

    simd::condition_of<B> live[Pack];
    std::size_t const steps = columns / step, rest = columns % step;
    if (steps > 0) {
        for (auto& lanes : live) lanes = simd::first_lanes<B>(width);
        columns_loop<Program, Stage, F, Arch, Pack>(steps, streams, uniform, uniform_condition, sums, live);
    }
    if (rest > 0) {
        constexpr auto& use = streams_used<Program, Stage>;
        std::size_t const done = steps * step;
        alignas(64) F padded[borrowed > 0 ? borrowed : 1][step];
        F* stream[Program.streams];
        for (int s = 0; s < Program.streams; ++s) stream[s] = s < borrowed ? padded[s] : streams[s] + done;
        for (int s = 0; s < borrowed; ++s)
            if (use.read[s])
                for (std::size_t i = 0; i < step; ++i) padded[s][i] = streams[s][done + (i < rest ? i : 0)];
        for (std::size_t u = 0; u < Pack; ++u)
            live[u] = simd::first_lanes<B>(rest > u * width ? rest - u * width : 0);
        columns_loop<Program, Stage, F, Arch, Pack>(1, stream, uniform, uniform_condition, sums, live);
        for (int s = 0; s < borrowed; ++s)
            if (use.written[s])
                for (std::size_t i = 0; i < rest; ++i) streams[s][done + i] = padded[s][i];
    }
}

}  // namespace ogive::detail
