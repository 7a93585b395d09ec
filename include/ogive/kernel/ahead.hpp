#pragma once
// Memory is asked for before a loop needs it: a processor guesses the next line of a stream, but not across the end of a
// page, and not that it will be written (docs/design/0021).

#include <ogive/algebra/plan.hpp>
#include <ogive/simd/batch.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace ogive::detail {

/// How far ahead, and from how many bytes of operands and outputs on: what is less stays in a cache, where asking costs
/// more than it saves.
inline constexpr std::size_t bytes_ahead = 2048, bytes_worth_asking = std::size_t(1) << 18;

inline constexpr std::size_t cache_line = 64;

/// Whether asking helps this processor: it does Intel's, it costs AMD's more than it saves, others were not measured.
OGIVE_INLINE bool gains_by_asking() {
#if defined(__x86_64__) || defined(__i386__)
    return __builtin_cpu_is("intel");
#else
    return false;
#endif
}

/// The operands that a stage is the first to load, and the outputs that it is the first to store: later ones find both
/// in a cache.
template <int Streams>
struct streams_met {
    bool read[Streams + 1]{}, written[Streams + 1]{};
};
template <auto const& Program, int Stage>
inline constexpr auto met_first = [] {
    streams_met<Program.streams> met;
    bool known[Program.streams + 1]{};
    for (int k = 0; k <= Stage; ++k)
        for (int i = Program.columns[k].first; i < Program.columns[k].last; ++i) {
            auto const& c = Program.code[i];
            bool const reads = c.op == &machine::load;
            if (!reads && c.op != &machine::store) continue;
            int const stream = reads ? c.a : c.b;
            if (k == Stage && !known[stream]) (reads ? met.read : met.written)[stream] = true;
            known[stream] = true;
        }
    return met;
}();

template <bool Written, std::size_t Bytes, class F>
OGIVE_INLINE void ask_for(F const* from) {
    asm("" : "+r"(from));  // else clang counts these addresses too, whether they are asked for or not
    auto const first = reinterpret_cast<std::uintptr_t>(from) + bytes_ahead;
    for (std::size_t i = 0; i < Bytes; i += cache_line) __builtin_prefetch(reinterpret_cast<void const*>(first + i), Written);
}

/// Asks for what a stage will meet, a step of so many bytes being at `at`; for outputs that bypass the caches not. S are the
/// operands and outputs.
template <auto const& Program, int Stage, std::size_t Bytes, class F, int Streams, int... S>
OGIVE_INLINE void ask_ahead(F* const (&stream)[Streams], std::size_t at, bool bypass, std::integer_sequence<int, S...>) {
    constexpr auto met = met_first<Program, Stage>;
    auto const ask = [&]<int K>(std::integral_constant<int, K>) OGIVE_INLINE_LAMBDA {
        if constexpr (met.read[K]) ask_for<false, Bytes>(stream[K] + at);
        if constexpr (met.written[K])
            if (!bypass) ask_for<true, Bytes>(stream[K] + at);
    };
    (ask(std::integral_constant<int, S>{}), ...);
}

}  // namespace ogive::detail
