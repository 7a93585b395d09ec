#pragma once
// The uniform values of one row: where they are kept from stage to stage, and how a loop over its columns reads them.

#include <ogive/kernel/columns.hpp>

namespace ogive::detail {

/// The uniform values that a stage makes for later ones.
template <int Uniforms>
struct uniforms_in_use {
    bool made[Uniforms]{}, made_conditions[Uniforms]{}, read[Uniforms]{};

    constexpr void reads(instruction const* code, code_block b, bool columns) {
        for (int i = b.first; i < b.last; ++i) {
            instruction const& in = code[i];
            bool const broadcast = in.op == &machine::broadcast || in.op == &machine::broadcast_condition,
                       store = in.op == &machine::store_row || in.op == &machine::store_number;
            if (columns != broadcast) continue;
            if (broadcast || store || in.op->arity > 0) read[in.a] = true;
            if (!columns && !store && in.op->arity > 1) read[in.b] = true;
            if (!columns && !store && in.op->arity > 2) read[in.c] = true;
        }
    }
    constexpr void makes(instruction const* code, int first, int last, bool reductions) {
        for (int i = first; i < last; ++i)
            if (code[i].op->reduces() == reductions && code[i].to < Uniforms)
                (code[i].op->condition ? made_conditions : made)[code[i].to] = read[code[i].to];
    }
};
template <auto const& Program, int Stage>
constexpr auto find_made_for_later() {
    uniforms_in_use<(Program.uniforms > 0 ? Program.uniforms : 1)> all;
    for (int k = Stage + 1; k < Program.stages; ++k) {
        all.reads(Program.code, Program.before_columns[k], false);
        all.reads(Program.code, Program.columns[k], true);
    }
    all.reads(Program.code, Program.row_end, false);
    all.makes(Program.code, Program.before_columns[Stage].first, Program.before_columns[Stage].last, false);
    all.makes(Program.code, Program.guesses[Stage].first, Program.guesses[Stage].last, false);
    all.makes(Program.code, Program.columns[Stage].sinks, Program.columns[Stage].last, true);
    return all;
}
template <auto const& Program, int Stage>
inline constexpr auto made_for_later = find_made_for_later<Program, Stage>();

/// The uniform values of a row; in registers while a stage works on them.
template <auto const& Program, class F>
struct row_values {
    static constexpr int uniforms = Program.uniforms > 0 ? Program.uniforms : 1;

    F value[uniforms][1]{};
    bool condition[uniforms][1]{};

    /// Writes what later stages read.
    template <int Stage>
    OGIVE_INLINE void keep(row_values& to) const {
        keep_all<Stage, 0>(to, instructions<0, Program.uniforms>);
    }

private:
    template <int Stage, int First, int... K>
    OGIVE_INLINE void keep_all(row_values& to, std::integer_sequence<int, K...>) const {
        (keep_one<Stage, First + K>(to), ...);
        constexpr int next = First + static_cast<int>(sizeof...(K));
        if constexpr (next < Program.uniforms) keep_all<Stage, next>(to, instructions<next, Program.uniforms>);
    }
    template <int Stage, int K>
    OGIVE_INLINE void keep_one(row_values& to) const {
        if constexpr (made_for_later<Program, Stage>.made[K]) to.value[K][0] = value[K][0];
        if constexpr (made_for_later<Program, Stage>.made_conditions[K]) to.condition[K][0] = condition[K][0];
    }
};

/// Whether not every row needs the loop of a stage; none is before the first.
template <auto const& Program, int Stage>
inline constexpr bool is_seldom = Stage >= 0 && Program.columns[Stage < 0 ? 0 : Stage].is_seldom();

/// What a loop that is left out would have reduced is 0: nobody asks for it.
template <auto const& Program, int First, int Last, class Value, int... I>
OGIVE_INLINE void leave_out(Value (*uniform)[1], std::integer_sequence<int, I...>) {
    ((uniform[Program.code[First + I].to][0] = Value(0)), ...);
    constexpr int next = First + static_cast<int>(sizeof...(I));
    if constexpr (next < Last) leave_out<Program, next, Last>(uniform, instructions<next, Last>);
}

/// Whether they differ, in a lane at least; NaN is NaN.
template <class Value>
OGIVE_INLINE bool differ(Value const& a, Value const& b) {
    if constexpr (std::is_arithmetic_v<Value>)
        return a != b && (a == a || b == b);
    else
        return simd::in_any_lane<Value>(a != b && (a == a || b == b));
}

/// What a stage takes for given before it knows.
template <auto const& Program, int Stage, class Value>
OGIVE_INLINE void guess(Value (*uniform)[1]) {
    constexpr code_block code = Program.guesses[Stage];
    each_of<code.last - code.first>([&](int i) OGIVE_INLINE_LAMBDA {
        instruction const& in = Program.code[code.first + i];
        uniform[in.to][0] = math::number<Value>(in.op->usually);
    });
}
/// Whether all of it was as usual.
template <auto const& Program, int Stage, class Value>
OGIVE_INLINE bool is_usual(Value (*uniform)[1]) {
    constexpr code_block code = Program.guesses[Stage];
    bool usual = true;
    each_of<code.last - code.first>([&](int i) OGIVE_INLINE_LAMBDA {
        instruction const& in = Program.code[code.first + i];
        usual &= !differ(uniform[in.to][0], math::number<Value>(in.op->usually));
    });
    return usual;
}
/// Some of them, as they were.
template <auto const& Program, int Stage, class Value>
struct guessed_values {
    static constexpr code_block code = Program.guesses[Stage];
    static constexpr int count = code.last - code.first;
    Value was[count > 0 ? count : 1];

    OGIVE_INLINE explicit guessed_values(Value const (*uniform)[1]) {
        each_of<count>([&](int i) OGIVE_INLINE_LAMBDA { was[i] = uniform[Program.code[code.first + i].to][0]; });
    }
    /// Whether they are the same still.
    OGIVE_INLINE bool stay(Value const (*uniform)[1]) const {
        bool wrong = false;
        each_of<count>([&](int i)
                           OGIVE_INLINE_LAMBDA { wrong |= differ(was[i], uniform[Program.code[code.first + i].to][0]); });
        if (wrong) [[unlikely]] return false;
        return true;
    }
};

/// Uniform values as a loop over columns reads them: those that it does read; the others are not written either, which would
/// take a call on few elements as long as all the rest. But for one where there are none: g++ -O1 warns of an array that is
/// handed on and has not been touched.
template <auto const& Program, int Stage, class F, class Arch>
struct broadcast_values {
    using B = simd::batch<F, Arch>;
    using numbers = row_values<Program, F>;

    B value[numbers::uniforms];
    simd::condition_of<B> condition[numbers::uniforms];

    OGIVE_INLINE explicit broadcast_values(numbers const& from) {
        constexpr code_block code = columns_block<Program, Stage>;
        if constexpr (!has<&machine::broadcast>) value[0] = B(F(0));
        if constexpr (!has<&machine::broadcast_condition>) condition[0] = {};
        read<code.first, code.loop>(from, instructions<code.first, code.loop>);
    }

private:
    template <operation const* Op>
    static constexpr bool has = [] {
        constexpr code_block code = columns_block<Program, Stage>;
        for (int i = code.first; i < code.loop; ++i)
            if (Program.code[i].op == Op) return true;
        return false;
    }();
    template <int First, int Last, int... I>
    OGIVE_INLINE void read(numbers const& from, std::integer_sequence<int, I...>) {
        (one<First + I>(from), ...);
        constexpr int next = First + static_cast<int>(sizeof...(I));
        if constexpr (next < Last) read<next, Last>(from, instructions<next, Last>);
    }
    template <int I>
    OGIVE_INLINE void one(numbers const& from) {
        constexpr instruction in = Program.code[I];
        if constexpr (in.op == &machine::broadcast) value[in.a] = B(from.value[in.a][0]);
        if constexpr (in.op == &machine::broadcast_condition)
            condition[in.a] = simd::in_all_lanes<B>(from.condition[in.a][0]);
    }
};

}  // namespace ogive::detail
