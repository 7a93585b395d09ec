#pragma once
// The loops over the columns of one row: a block of the program, unrolled into a body over packs of vectors, and
// into one for the rest of the row, vector by vector, the last of them in part.

#include <ogive/algebra/plan.hpp>
#include <ogive/kernel/accumulate.hpp>
#include <ogive/kernel/ahead.hpp>
#include <ogive/kernel/bypass.hpp>
#include <ogive/kernel/steps.hpp>
#include <ogive/kernel/strided.hpp>

#include <cstddef>
#include <utility>

namespace ogive::detail {

/// What the instructions of a body see. A pack of one may be of a row's rest: it has as many lanes as columns are left.
template <class F, class Arch, int Pack, class Kind>
struct lanes_of_body {
    using B = simd::batch<F, Arch>;
    using Condition = simd::condition_of<B>;

    B const* uniform;
    Condition const* uniform_condition;
    F* const* stream;
    int scratch;  // the first stream that has room for whole vectors
    std::size_t at, left;
    running<B>* sum;
    B* added;  // what the compensated sums have not got yet
    bool bypass, anew;
    stream_strides<F, Arch, Pack> strides;

    // Whole vectors are no masked ones: in memory those take four times as long.
    OGIVE_INLINE bool is_partial() const { return Pack == 1 && left < simd::lanes<B>; }
};

/// The address of the u-th vector of a stream in this step.
template <class F, class Arch, int Pack, class Kind>
OGIVE_INLINE F* address(lanes_of_body<F, Arch, Pack, Kind> const& body, int stream, int vector) {
    return body.stream[stream] + body.at + static_cast<std::size_t>(vector) * simd::lanes<simd::batch<F, Arch>>;
}

template <class F, class Arch, int Pack, class Kind>
OGIVE_INLINE simd::batch<F, Arch> load_stream(lanes_of_body<F, Arch, Pack, Kind> const& body, int stream, int vector) {
    using B = simd::batch<F, Arch>;
    if constexpr (Kind::strided)
        return body.strides.load(body.stream[stream], stream, body.at, vector, body.left);
    else if (body.is_partial() && stream < body.scratch)
        return simd::load_first<B>(address(body, stream, vector), body.left);
    else
        return simd::load<B>(address(body, stream, vector));
}
template <class F, class Arch, int Pack, class Kind>
OGIVE_INLINE void store_stream(lanes_of_body<F, Arch, Pack, Kind> const& body, int stream, int vector,
                               simd::batch<F, Arch> const& value) {
    if constexpr (Kind::strided)
        body.strides.store(body.stream[stream], stream, body.at, vector, value, body.left);
    else if (body.is_partial() && stream < body.scratch)
        simd::store_first(address(body, stream, vector), value, body.left);
    else
        simd::store(address(body, stream, vector), value);
}

template <class F, class Arch, int Pack, class Kind, int... U>
OGIVE_INLINE void store_pack(lanes_of_body<F, Arch, Pack, Kind> const& body, int stream,
                             simd::batch<F, Arch> const (&value)[Pack], std::integer_sequence<int, U...>) {
    if constexpr (Kind::bypasses)
        if (body.bypass) return (simd::stream(address(body, stream, U), value[U]), ...);
    (store_stream(body, stream, U, value[U]), ...);
}

template <class F, class Arch, int Pack, class Kind>
OGIVE_INLINE running<simd::batch<F, Arch>> load_running(lanes_of_body<F, Arch, Pack, Kind> const& body, int stream, int vector) {
    using B = simd::batch<F, Arch>;
    return {simd::load<B>(address(body, stream, vector)), simd::load<B>(address(body, stream + 1, vector))};
}
/// To a sum down the columns, which takes it some rows later.
template <class F, class Arch, int Pack, class Kind, int... U>
OGIVE_INLINE void add_to_stream(lanes_of_body<F, Arch, Pack, Kind> const& body, int stream,
                                simd::batch<F, Arch> const (&more)[Pack], std::integer_sequence<int, U...>) {
    using B = simd::batch<F, Arch>;
    F* const added[] = {address(body, stream + 2, U)...};
    if (body.anew)
        (simd::store(added[U], more[U]), ...);
    else
        (simd::store(added[U], simd::load<B>(added[U]) + more[U]), ...);
}

/// A value to be reduced, but for the lanes that no column is left for.
template <class P, class F, class Arch, int Pack, class Kind>
OGIVE_INLINE auto live_value(lanes_of_body<F, Arch, Pack, Kind> const& body, simd::batch<F, Arch> const& value) {
    if constexpr (Pack == 1)
        return first_values<P>(value, body.left);
    else
        return value;
}

template <class B>
OGIVE_INLINE B column_numbers(std::size_t first, int vector) {
    return B(static_cast<simd::scalar_of<B>>(first + static_cast<std::size_t>(vector) * simd::lanes<B>)) + simd::lane_numbers<B>();
}

template <operation const* Op, class F, class Arch, int Pack, class Kind, class B, class Condition, int... U>
OGIVE_INLINE void visit(int to, int a, int b, int c, std::uint64_t bits, std::integer_sequence<int, U...> pack,
                        lanes_of_body<F, Arch, Pack, Kind> const& body, B (*value)[Pack], Condition (*condition)[Pack]) {
    if constexpr (Op == &kind::number)
        ((value[to][U] = math::number<B>(detail::bits_as<double>(bits))), ...);
    else if constexpr (Op == &machine::broadcast)  // g++ would keep what is copied as a class in memory
        ((value[to][U] = simd::batched<B>(body.uniform[a].data)), ...);
    else if constexpr (Op == &machine::broadcast_condition)
        ((condition[to][U] = body.uniform_condition[a]), ...);
    else if constexpr (Op == &machine::load)
        ((value[to][U] = bits ? simd::in_register(load_stream(body, a, U)) : load_stream(body, a, U)), ...);
    else if constexpr (Op == &machine::load_sum)
        ((value[to][U] = total(load_running(body, a, U))), ...);
    else if constexpr (Op == &machine::store)
        store_pack(body, b, value[a], pack);
    else if constexpr (Op == &record<column_primitive>)
        ((value[to][U] = column_numbers<B>(body.at, U)), ...);
    else if constexpr (Op->sums_columns())
        add_to_stream(body, b, value[a], pack);
    else if constexpr (Op->compensated)
        body.added[b] = body.added[b] + combined<primitive_of<Op>>(live_value<primitive_of<Op>>(body, value[a][U])...);
    else if constexpr (Op->reduces())
        accumulate<primitive_of<Op>>(body.sum[b], combined<primitive_of<Op>>(live_value<primitive_of<Op>>(body, value[a][U])...));
    else
        step_in_loop<primitive_of<Op>, Kind>(value, condition, to, a, b, c, pack, arguments_of<primitive_of<Op>>);
}

// clang folds at most 256 operands. Each function between a loop and its steps is compiled once more, with all that it
// calls: further folds stand beside the first, not in it.
inline constexpr int most_in_a_fold = 128;
/// f(0), f(1), ... to before f(Count), each by itself: what a loop goes through g++ keeps in memory at -O2, and there a sum
/// waits for its last store. More than clang folds are more than there are registers.
template <int Count, class F>
OGIVE_INLINE void each_of(F const& f) {
    if constexpr (Count <= most_in_a_fold)
        [&]<int... K>(std::integer_sequence<int, K...>) OGIVE_INLINE_LAMBDA {
            (f(K), ...);
        }(std::make_integer_sequence<int, Count>{});
    else
        for (int k = 0; k < Count; ++k) f(k);
}
template <int First, int Last>
inline constexpr std::make_integer_sequence<int, (Last - First < most_in_a_fold ? Last - First : most_in_a_fold)> instructions{};
template <int First, int Last>
inline constexpr auto further_folds = []<int... K>(std::integer_sequence<int, K...>) {
    return std::integer_sequence<int, (First + most_in_a_fold * (K + 1))...>{};
}(std::make_integer_sequence<int, (Last > First ? (Last - First - 1) / most_in_a_fold : 0)>{});

/// The instructions First + I, on what `at` holds and `more` point to. Values that a struct pointed to would have their
/// address taken, and g++ would keep them in memory until late.
template <auto const& Program, int First, class Pack, int... I, class At, class... More>
OGIVE_INLINE void visit_fold(Pack pack, std::integer_sequence<int, I...>, At const& at, More... more) {
    (visit<Program.code[First + I].op>(Program.code[First + I].to, Program.code[First + I].a, Program.code[First + I].b,
                                       Program.code[First + I].c, Program.code[First + I].bits, pack, at, more...),
     ...);
}
/// The instructions from First to before Last; Next begin the further folds.
template <auto const& Program, int First, int Last, class Pack, int... Next, class At, class... More>
OGIVE_INLINE void visit_all(Pack pack, std::integer_sequence<int, Next...>, At const& at, More... more) {
    if constexpr (First < Last) visit_fold<Program, First>(pack, instructions<First, Last>, at, more...);
    (visit_fold<Program, Next>(pack, instructions<Next, Last>, at, more...), ...);
}

/// Which block of the program a loop runs: a stage, the columns after the last row, or what a stage's guesses depend on.
inline constexpr int late_columns = -1;
constexpr int peek_of(int stage) { return late_columns - 1 - stage; }
template <auto const& Program, int Stage>
inline constexpr code_block columns_block = Stage == late_columns  ? Program.late_columns
                                            : Stage < late_columns ? Program.peeks[peek_of(Stage)]
                                                                   : Program.columns[Stage];

/// Which streams a block writes.
template <auto const& Program, int Stage>
inline constexpr auto streams_used = streams_written<Program>(columns_block<Program, Stage>);

/// The stream of a flat program whose vectors are to stand at their alignment: the first that is written, or -1. Where
/// something is summed there is none, for which lanes a sum goes through must not depend on an address.
template <auto const& Program, int Stage>
inline constexpr int aligned_stream = [] {
    if (!Program.flat || Program.accumulators > 0) return -1;
    for (int s = 0; s < Program.streams; ++s)
        if (streams_used<Program, Stage>.written[s]) return s;
    return -1;
}();
inline constexpr std::size_t steps_worth_aligning = 64;

/// How many columns stand before the first vector of a stream that is at its alignment (docs/design/0023).
template <class B>
std::size_t columns_before_alignment(simd::scalar_of<B> const* stream) {
    return -(reinterpret_cast<std::uintptr_t>(stream) / sizeof(simd::scalar_of<B>)) % simd::lanes<B>;
}

template <auto const& Program, int Stage>
inline constexpr auto loop_of = instructions<columns_block<Program, Stage>.loop, columns_block<Program, Stage>.last>;
template <auto const& Program, int Stage>
inline constexpr auto folds_of = further_folds<columns_block<Program, Stage>.loop, columns_block<Program, Stage>.last>;

/// Which instructions of a block's loop load a stream. An array, for g++ does not settle before it optimises whether two
/// records are one, and compiles till then all that they point to.
template <int Count>
struct loads_of_block {
    bool at[Count]{};
};
template <auto const& Program, int Stage>
inline constexpr auto loads_of = [] {
    constexpr code_block b = columns_block<Program, Stage>;
    loads_of_block<b.last - b.loop + 1> loads;
    for (int i = b.loop; i < b.last; ++i) loads.at[i - b.loop] = Program.code[i].op == &machine::load;
    return loads;
}();

/// Which running sums a block adds to, which of them are compensated, and which run on from row to row.
template <int Count>
struct sums_of_block {
    bool written[Count]{}, compensated[Count]{}, late[Count]{}, some_compensated = false;
};
template <auto const& Program, int Stage>
inline constexpr auto sums_used = [] {
    sums_of_block<(Program.accumulators > 0 ? Program.accumulators : 1)> use;
    constexpr code_block b = columns_block<Program, Stage>;
    for (int i = b.first; i < b.last; ++i)
        if (instruction const& in = Program.code[i]; in.op->reduces() && !in.op->sums_columns()) {
            use.written[in.b] = true;
            use.late[in.b] = in.op->sets & shapes::late;
            if (in.op->compensated) use.compensated[in.b] = use.some_compensated = true;
        }
    return use;
}();
template <auto const& Program, int Stage, class B>
OGIVE_INLINE void copy_sums(running<B>* to, running<B> const* from) {
    each_of<Program.accumulators>([&](int k) OGIVE_INLINE_LAMBDA {
        if (sums_used<Program, Stage>.written[k]) to[k] = from[k];
    });
}
/// Of what is added up plainly before compensated sums take it: none yet.
template <auto const& Program, int Stage, class B>
OGIVE_INLINE void begin_added(B* added) {
    each_of<Program.accumulators>([&](int k) OGIVE_INLINE_LAMBDA {
        if (sums_used<Program, Stage>.compensated[k]) added[k] = math::number<B>(0);
    });
}
template <auto const& Program, int Stage, class B>
OGIVE_INLINE void take_added(running<B>* sum, B* added) {
    each_of<Program.accumulators>([&](int k) OGIVE_INLINE_LAMBDA {
        if (sums_used<Program, Stage>.compensated[k]) two_sum(sum[k], added[k]);
    });
    begin_added<Program, Stage>(added);
}
/// What is left when a loop ends: a sum of one row takes it by an addition, rounded; one of all rows compensated.
template <auto const& Program, int Stage, class B>
OGIVE_INLINE void take_last_added(running<B>* sum, B const* added) {
    each_of<Program.accumulators>([&](int k) OGIVE_INLINE_LAMBDA {
        if (!sums_used<Program, Stage>.compensated[k]) return;
        if (sums_used<Program, Stage>.late[k])
            two_sum(sum[k], added[k]);
        else
            sum[k].value = sum[k].value + added[k];
    });
}
template <class F, int Streams>
OGIVE_INLINE void copy_streams(F* (&to)[Streams], F* const (&from)[Streams]) {
    each_of<Streams>([&](int s) OGIVE_INLINE_LAMBDA { to[s] = from[s]; });
}

/// Room for objects that are written before they are read. Those of an array would be made one by one, in a loop over
/// their addresses.
template <class T>
union not_made {
    T made;
    OGIVE_INLINE not_made() {}
};

/// The columns from `first` to before `last`: whole packs, or with a pack of one as far as they go. The first fold of the
/// instructions, I, stands in the loop itself, where visit_fold would be one more function to compile; Next begin the
/// further ones.
template <auto const& Program, int Stage, class F, class Arch, int Pack, bool Strided, int Streams, int... I, int... Next>
OGIVE_INLINE void columns_loop(std::integer_sequence<int, I...>, std::integer_sequence<int, Next...>, std::size_t first, std::size_t last,
                               F* const (&stream)[Streams], std::size_t const* strides,
                               simd::batch<F, Arch> const* uniform,
                               simd::condition_of<simd::batch<F, Arch>> const* uniform_condition,
                               running<simd::batch<F, Arch>>* sums, memory_ways ways) {
    using B = simd::batch<F, Arch>;
    using Condition = simd::condition_of<B>;
    constexpr code_block code = columns_block<Program, Stage>;
    constexpr int values = code.values > 0 ? code.values : 1;
    constexpr int accumulators = Program.accumulators > 0 ? Program.accumulators : 1;
    constexpr std::size_t step = Pack * simd::lanes<B>;
    constexpr std::make_integer_sequence<int, Pack> pack{};
    // A load that may be of a part is a branch, across which g++ contracts nothing: the arithmetic stands behind them
    // all, and comes to the bits of the loop over packs.
    constexpr bool loads_first = Pack == 1 && !Strided;
    constexpr bool bypasses = Stage + 1 == Program.stages && may_bypass<Program, Arch, Pack, Strided>;
    running<B> sum[accumulators];
    copy_sums<Program, Stage>(sum, sums);
    B added[accumulators];
    begin_added<Program, Stage>(added);
    not_made<B[values][Pack]> all_values;
    not_made<Condition[values][Pack]> all_conditions;
    auto* const value = all_values.made;
    auto* const condition = all_conditions.made;

    // What a stream with gaps is given in a step.
    alignas(64) F given[Strided ? Streams : 1][step]{};

    lanes_of_body<F, Arch, Pack, body_kind<(code.values > large_body), Strided, Program.fast, bypasses>> body{
        uniform, uniform_condition, stream, Streams - Program.scratch_rows + (Program.lender >= 0), first, last - first, sum,
        added, ways.bypass, ways.anew, {strides, given}};
    visit_all<Program, code.first, code.loop>(pack, further_folds<code.first, code.loop>, body, value, condition);
    for (; body.at < last; body.at += step) {
        body.left = last - body.at;
        if constexpr (sums_used<Program, Stage>.some_compensated)
            if (is_first_of_four(body.at / step)) take_added<Program, Stage>(sum, added);
        if constexpr (Pack > 1 && !Strided && Stage != late_columns)
            if (ways.ahead)
                ask_ahead<Program, Stage, step * sizeof(F)>(
                    stream, body.at, bypasses && ways.bypass,
                    std::make_integer_sequence<int, Program.streams - Program.scratch_rows>{});
        if constexpr (loads_first)
            ((loads_of<Program, Stage>.at[I]
                  ? void(value[Program.code[code.loop + I].to][0] = load_stream(body, Program.code[code.loop + I].a, 0))
                  : void()),
             ...);
        ((loads_first && loads_of<Program, Stage>.at[I]
              ? void()
              : visit<Program.code[code.loop + I].op>(Program.code[code.loop + I].to, Program.code[code.loop + I].a,
                                                      Program.code[code.loop + I].b, Program.code[code.loop + I].c,
                                                      Program.code[code.loop + I].bits, pack, body, value, condition)),
         ...);
        (visit_fold<Program, Next>(pack, instructions<Next, code.last>, body, value, condition), ...);
        if constexpr (Strided) body.strides.put(stream, streams_used<Program, Stage>.written, body.at, body.left);
    }
    take_last_added<Program, Stage>(sum, added);
    copy_sums<Program, Stage>(sums, sum);
}

/// The same by a call. Streams in an array that nothing else can point to stay in registers.
template <auto const& Program, int Stage, class F, class Arch, int Pack, bool Strided, int Streams>
[[gnu::noinline]] void columns_call(std::size_t first, std::size_t last, F* const (&streams)[Streams], std::size_t const* strides,
                                    simd::batch<F, Arch> const* uniform,
                                    simd::condition_of<simd::batch<F, Arch>> const* uniform_condition,
                                    running<simd::batch<F, Arch>>* sums, memory_ways ways) {
    F* stream[Streams];
    copy_streams(stream, streams);
    columns_loop<Program, Stage, F, Arch, Pack, Strided>(loop_of<Program, Stage>, folds_of<Program, Stage>, first, last, stream, strides, uniform,
                                                         uniform_condition, sums, ways);
}

/// All columns of a row. A flat program has few rows as a rule, and streams with gaps cost more than a call: for others
/// calls would be most of the time that a short row takes. Inlined loops are dearer to compile.
template <auto const& Program, int Stage, class F, class Arch, int Pack, bool Strided, int Streams>
OGIVE_INLINE void all_columns(std::size_t columns, F* const (&stream)[Streams], std::size_t const* strides,
                              simd::batch<F, Arch> const* uniform,
                              simd::condition_of<simd::batch<F, Arch>> const* uniform_condition,
                              running<simd::batch<F, Arch>>* sum, memory_ways ways) {
    using B = simd::batch<F, Arch>;
    constexpr std::size_t step = Pack * simd::lanes<B>;
    if constexpr (columns_block<Program, Stage>.empty()) return;

    std::size_t first = 0;
    if constexpr (Pack > 1 && !Strided && aligned_stream<Program, Stage> >= 0)
        if (columns >= steps_worth_aligning * step) first = columns_before_alignment<B>(stream[aligned_stream<Program, Stage>]);

    if constexpr (Stage + 1 == Program.stages && may_bypass<Program, Arch, Pack, Strided>)
        ways.bypass = ways.bypass && are_aligned<Program, B>(stream, first);

    // What lies in the gap behind the last element is not to be read.
    std::size_t const done = Pack > 1 ? first + (Strided && columns > 0 ? columns - 1 : columns - first) / step * step : 0;
    if constexpr (Program.flat || Strided) {
        if (first > 0)
            columns_call<Program, Stage, F, Arch, 1, Strided>(0, first, stream, strides, uniform, uniform_condition,
                                                              sum, ways);
        if (done > first)
            columns_call<Program, Stage, F, Arch, Pack, Strided>(first, done, stream, strides, uniform,
                                                                 uniform_condition, sum, ways);
        if (done < columns)
            columns_call<Program, Stage, F, Arch, 1, Strided>(done, columns, stream, strides, uniform,
                                                              uniform_condition, sum, ways);
    } else {
        constexpr auto body = loop_of<Program, Stage>;
        constexpr auto folds = folds_of<Program, Stage>;
        if (Pack > 1 && done > 0)
            columns_loop<Program, Stage, F, Arch, Pack, Strided>(body, folds, 0, done, stream, strides, uniform,
                                                                 uniform_condition, sum, ways);
        if (done < columns) [[unlikely]]
            columns_loop<Program, Stage, F, Arch, 1, Strided>(body, folds, done, columns, stream, strides, uniform,
                                                              uniform_condition, sum, ways);
    }
}

}  // namespace ogive::detail
