// What an online maximum and sum would save softmax: beside the planner's three loops one by hand, which takes the
// maximum of 4,096 columns and their exponentials before the next columns, and scales by block at the end. Rows in the
// second cache and beyond; see docs/design/0020.
//
//     cmake --build build/bench --target bench_online_softmax && build/bench/bench/bench_online_softmax

#include "count.hpp"

#include <ogive/ogive.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>
#include <vector>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;

using batch = xsimd::batch<float>;
constexpr std::size_t width = batch::size, step = 4 * width, block = 4096;
using pack = og::simd::woven<batch, std::make_integer_sequence<int, 4>>;

pack load(float const* from) {
    pack p;
    for (std::size_t u = 0; u < 4; ++u) p.v[u] = batch::load_unaligned(from + u * width);
    return p;
}
template <class Combine>
float folded(pack const& p, Combine combine) {
    float value[width], result;
    combine(combine(p.v[0], p.v[1]), combine(p.v[2], p.v[3])).store_unaligned(value);
    result = value[0];
    for (std::size_t k = 1; k < width; ++k) result = combine(result, value[k]);
    return result;
}
constexpr auto larger = [](auto a, auto b) { return og::math::vocabulary<decltype(a)>::larger(a, b); };
constexpr auto plus = [](auto a, auto b) { return a + b; };

/// `columns` is a multiple of a step, `shift` has room for one number per block.
void by_hand(float const* in, float* out, std::size_t columns, float* shift) {
    float most = -std::numeric_limits<float>::infinity(), sum = 0;
    for (std::size_t first = 0; first < columns; first += block) {
        std::size_t const last = std::min(columns, first + block);
        pack high = load(in + first);
        for (std::size_t i = first; i < last; i += step) high = og::math::vocabulary<pack>::larger(high, load(in + i));
        if (float const here = folded(high, larger); here > most) sum *= std::exp(most - here), most = here;
        shift[first / block] = most;
        pack const all = og::math::vocabulary<pack>::number(most);
        pack total = og::math::vocabulary<pack>::number(0);
        for (std::size_t i = first; i < last; i += step) {
            pack const e = og::math::exp(load(in + i) - all);
            for (std::size_t u = 0; u < 4; ++u) e.v[u].store_unaligned(out + i + u * width);
            total = total + e;
        }
        sum += folded(total, plus);
    }
    for (std::size_t first = 0; first < columns; first += block) {
        batch const factor(std::exp(shift[first / block] - most) / sum);
        for (std::size_t i = first; i < std::min(columns, first + block); i += width)
            (batch::load_unaligned(out + i) * factor).store_unaligned(out + i);
    }
}

template <bool ByHand>
void softmax(benchmark::State& state) {
    auto const columns = static_cast<std::size_t>(state.range(0)),
               rows = static_cast<std::size_t>(state.range(1)) / columns;
    std::vector<float> in(rows * columns), out(rows * columns), shift(columns / block + 1);
    for (float& each : in) each = 8 * static_cast<float>(std::rand()) / static_cast<float>(RAND_MAX) - 4;
    for (auto _ : state) {
        if constexpr (ByHand)
            for (std::size_t r = 0; r < rows; ++r)
                by_hand(in.data() + r * columns, out.data() + r * columns, columns, shift.data());
        else
            og::evaluate(og::softmax(x), og::matrix(out.data(), rows, columns),
                         x = og::matrix(in.data(), rows, columns));
        benchmark::ClobberMemory();
    }
    count_elements(state, in.size());
}
void sizes(benchmark::internal::Benchmark* b) {
    for (int const columns : {1 << 13, 1 << 15, 1 << 17, 1 << 19, 1 << 21})
        for (int const elements : {columns, 1 << 24}) b->Args({columns, elements});
}
BENCHMARK(softmax<false>)->Apply(sizes);
BENCHMARK(softmax<true>)->Apply(sizes);

}  // namespace
