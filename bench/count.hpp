#pragma once
// The counter that the benchmarks here have in common.

#include <benchmark/benchmark.h>

#include <cstddef>

/// Counts `ns`, the time an element takes, of so many in an iteration.
inline void count_elements(benchmark::State& state, std::size_t elements) {
    state.counters["ns"] =
        benchmark::Counter(static_cast<double>(elements) * 1e-9,
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
