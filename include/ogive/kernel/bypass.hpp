#pragma once
// Results that bypass the caches: a store reads the line that it writes, one that bypasses does not. What is written so is
// in memory, though, for whoever reads it next (docs/design/0011).

#include <ogive/algebra/plan.hpp>
#include <ogive/simd/stream.hpp>

#include <cstddef>
#include <cstdint>

namespace ogive::detail {

/// How a call's loops meet memory.
struct memory_ways {
    bool ahead = false;   ///< it is asked for before it is needed
    bool bypass = false;  ///< results bypass the caches where they are aligned
    bool anew = false;    ///< what sums down the columns have not got yet begins with this row
};

/// From how many bytes of operands and outputs on: no cache keeps as much.
inline constexpr std::size_t bytes_worth_bypassing = std::size_t(1) << 26;

/// Whether bypassing helps this processor with a loop of so many vectors side by side: Intel's any, as measured on an Emerald
/// Rapids, a Zen 4 a flat one that computes no longer than a line takes to memory; it cost a Zen 5, others were not measured.
template <bool Flat, int Pack>
OGIVE_INLINE bool gains_by_bypassing() {
#if defined(__x86_64__) || defined(__i386__)
    if (__builtin_cpu_is("intel")) return true;
    return Flat && Pack > 2 && __builtin_cpu_is("amdfam19h") && __builtin_cpu_supports("avx512f");
#else
    return false;
#endif
}

/// Which streams a block writes.
template <int Count>
struct writes {
    bool written[Count]{}, some = false;
};
template <auto const& Program>
constexpr auto streams_written(code_block b) {
    writes<Program.streams> use;
    for (int i = b.first; i < b.last; ++i)
        if (Program.code[i].op == &machine::store) use.written[Program.code[i].b] = use.some = true;
    return use;
}

/// Which streams a program's last loop writes, where they are outputs that nothing reads and no loop before it writes: then no
/// cache has them.
template <auto const& Program>
inline constexpr auto streams_written_anew = [] {
    writes<Program.streams> use;
    if (Program.stages == 0) return use;
    use = streams_written<Program>(Program.columns[Program.stages - 1]);
    for (int s = Program.streams - Program.scratch_rows; s < Program.streams; ++s) use.some &= !use.written[s];
    for (int k = 0; k < Program.stages; ++k)
        for (int i = Program.columns[k].first; i < Program.columns[k].last; ++i) {
            auto const& c = Program.code[i];
            if (c.op == &machine::load) use.some &= !use.written[c.a];
            if (c.op == &machine::store && k + 1 < Program.stages) use.some &= !use.written[c.b];
        }
    return use;
}();

/// Whether the results of a program's last loop may bypass.
template <auto const& Program, class Arch, int Pack, bool Strided>
inline constexpr bool may_bypass = Pack > 1 && !Strided && simd::can_stream<Arch> && streams_written_anew<Program>.some;

/// Whether no output is an operand as well: what has just been read is in a cache.
template <class Source>
OGIVE_INLINE bool are_apart(Source const* operands, int operand_count, Source const* outputs, int output_count) {
    for (int o = 0; o < output_count; ++o)
        for (int k = 0; k < operand_count; ++k)
            if (operands[k].data == outputs[o].data) return false;
    return true;
}

/// Whether the vectors that the last loop writes from column `first` on stand at their alignment.
template <auto const& Program, class B, int Streams>
OGIVE_INLINE bool are_aligned(simd::scalar_of<B>* const (&stream)[Streams], std::size_t first) {
    std::uintptr_t off = 0;
    for (int s = 0; s < Streams; ++s)
        if (streams_written_anew<Program>.written[s]) off |= reinterpret_cast<std::uintptr_t>(stream[s] + first);
    return off % sizeof(B) == 0;
}

}  // namespace ogive::detail
