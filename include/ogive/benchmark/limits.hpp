#pragma once
// What this machine allows at the most, measured by the program itself, once for each question.

#include <ogive/benchmark/memory.hpp>
#include <ogive/simd/arch.hpp>
#include <ogive/simd/stream.hpp>

#include <benchmark/benchmark.h>

#include <ctime>
#include <limits>
#include <map>
#include <utility>

namespace ogive::benchmarking {

/// The seconds that something takes at the least: the fastest of many short runs. Asked again it tries some more, since
/// a machine that others use too is slow for a while and then fast again.
class least_time {
public:
    template <class Work>
    double of(Work work) {
        bool const is_new = times_ == 0;
        if (is_new)
            for (times_ = 1; run(work) < 1e-3;) times_ *= 2;
        if (seconds_ > 0.4) return best_;
        double const until = seconds_ + (is_new ? 0.06 : 0.02);
        for (int k = 0; k < (is_new ? 8 : 2) || seconds_ < until; ++k) {
            double const t = run(work);
            seconds_ += t;
            best_ = std::min(best_, t / static_cast<double>(times_));
        }
        return best_;
    }

private:
    std::size_t times_ = 0;
    double best_ = std::numeric_limits<double>::infinity(), seconds_ = 0;

    // Of this processor: a run during which another program had it counts as well.
    template <class Work>
    double run(Work& work) const {
        std::clock_t const start = std::clock();
        for (std::size_t k = 0; k < times_; ++k) work();
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    }
};

namespace detail {

/// Reads so many streams and writes so many: whole steps of a few vectors.
template <int Reads, int Writes, bool Streaming, class F, class Arch, int... U>
[[gnu::noinline]] void copy(F* const* from, F* const* to, std::size_t n, std::integer_sequence<int, U...>) {
    using B = simd::batch<F, Arch>;
    constexpr std::size_t lanes = simd::lanes<B>, step = sizeof...(U) * lanes;
    F const* in[Reads + 1]{};
    F* out[Writes + 1]{};
    for (int k = 0; k < Reads; ++k) in[k] = from[k];
    for (int k = 0; k < Writes; ++k) out[k] = to[k];
    B sum[sizeof...(U)] = {(static_cast<void>(U), B(F(1)))...};
    for (std::size_t i = 0; i + step <= n; i += step) {
        if constexpr (Reads > 0) {
            ((sum[U] =
                  Writes > 0 ? simd::load<B>(in[0] + i + U * lanes) : sum[U] + simd::load<B>(in[0] + i + U * lanes)),
             ...);
            for (int k = 1; k < Reads; ++k) ((sum[U] = sum[U] + simd::load<B>(in[k] + i + U * lanes)), ...);
        }
        for (int k = 0; k < Writes; ++k) {
            if constexpr (Streaming)
                (simd::stream(out[k] + i + U * lanes, sum[U]), ...);
            else
                (simd::store(out[k] + i + U * lanes, sum[U]), ...);
        }
    }
    if constexpr (Streaming) simd::end_streaming();
    for (B const& s : sum) {
        F kept = simd::first(s);
        ::benchmark::DoNotOptimize(kept);
    }
}

}  // namespace detail

/// Seconds that it takes to read and write so many streams of n values: plain or past the cache, whichever is faster.
template <int Reads, int Writes, class F, class Arch>
double copy_seconds(std::size_t n) {
    static std::map<std::size_t, least_time> plain, streaming;
    F *from[Reads + 1]{}, *to[Writes + 1]{};
    for (int k = 0; k < Reads; ++k) from[k] = memory<F>::input(static_cast<std::size_t>(k), n);
    for (int k = 0; k < Writes; ++k) to[k] = memory<F>::result(static_cast<std::size_t>(k), n);
    constexpr std::make_integer_sequence<int, (Writes == 0 ? 8 : Reads + Writes > 3 ? 2 : 4)> unrolled{};
    double best = plain[n].of([&] {
        detail::copy<Reads, Writes, false, F, Arch>(from, to, n, unrolled);
        ::benchmark::ClobberMemory();
    });
    if constexpr (Writes > 0 && simd::can_stream<Arch>)
        best = std::min(best, streaming[n].of([&] {
            detail::copy<Reads, Writes, true, F, Arch>(from, to, n, unrolled);
            ::benchmark::ClobberMemory();
        }));
    return best;
}

/// Instructions of one vector in a second.
struct throughput {
    double arithmetic = 0;  ///< additions, multiplications or both fused, in the best mixture
    double division = 0;
};

namespace detail {

constexpr std::size_t rounds = 256;

// Chains of results that wait for one another, as many as hide that; each starts elsewhere.
template <class B, class Step, int... U>
[[gnu::noinline]] void chains(simd::scalar_of<B>* at, B const& a, B const& b, Step step,
                              std::integer_sequence<int, U...>) {
    B x[] = {simd::load<B>(at + U * simd::lanes<B>)...};
    for (std::size_t k = 0; k < rounds; ++k) ((x[U] = step(x[U], a, b, U)), ...);
    (simd::store(at + U * simd::lanes<B>, x[U]), ...);
}

template <class F, class Arch, class Step>
double instructions_per_second() {
    using B = simd::batch<F, Arch>;
    constexpr int count = simd::registers<Arch> - 4;
    alignas(64) F at[count * simd::lanes<B>];
    F numbers[] = {F(0.75), F(0.25)};
    ::benchmark::DoNotOptimize(numbers);
    for (std::size_t i = 0; i < count * simd::lanes<B>; ++i) at[i] = 1 + F(1) / static_cast<F>(1 + i);
    static least_time time;
    return static_cast<double>(count) * rounds / time.of([&] {
        chains(at, B(numbers[0]), B(numbers[1]), Step{}, std::make_integer_sequence<int, count>{});
        ::benchmark::ClobberMemory();
    });
}

template <class B>
struct multiply_and_add {
    OGIVE_INLINE B operator()(B const& x, B const& a, B const& b, int) const {
        return math::vocabulary<B>::fma(x, a, b);
    }
};
/// Every third an addition: some machines have units for them beside.
template <class B>
struct multiply_and_add_or_add {
    OGIVE_INLINE B operator()(B const& x, B const& a, B const& b, int u) const {
        return u % 3 == 0 ? x + b : math::vocabulary<B>::fma(x, a, b);
    }
};
template <class B>
struct divide {
    OGIVE_INLINE B operator()(B const& x, B const& a, B const&, int) const { return a / x; }
};

}  // namespace detail

template <class F, class Arch>
throughput throughput_of() {
    using B = simd::batch<F, Arch>;
    return {std::max(detail::instructions_per_second<F, Arch, detail::multiply_and_add<B>>(),
                     detail::instructions_per_second<F, Arch, detail::multiply_and_add_or_add<B>>()),
            detail::instructions_per_second<F, Arch, detail::divide<B>>()};
}

}  // namespace ogive::benchmarking
