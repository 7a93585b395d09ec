// What a row costs beside its elements: ns an element for rows of 8 to 1,024 columns, 32,768 elements in all.
//
//     cmake --build build/bench --target bench_row_lengths && build/bench/bench/bench_row_lengths

#include "count.hpp"

#include <ogive/ogive.hpp>

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr std::size_t elements = 32768;

template <bool Backward, class E>
void measure(std::string const& name, E) {
    auto const run = [](benchmark::State& state) {
        auto const columns = static_cast<std::size_t>(state.range(0)), rows = elements / columns;
        std::vector<float> in(elements), dy(elements, 0.5f), out(elements);
        for (std::size_t i = 0; i < elements; ++i) in[i] = static_cast<float>(i % 1000) * 0.01f - 5;
        auto const m = [&](auto& v) { return og::matrix(v.data(), rows, columns); };
        for (auto _ : state) {
            if constexpr (Backward)
                og::backward(E{}, m(dy), x = m(in), og::grad(x) = m(out));
            else
                og::evaluate(E{}, m(out), x = m(in));
        }
        count_elements(state, rows * columns);
    };
    auto* const b = benchmark::RegisterBenchmark((name + (Backward ? "_backward" : "")).c_str(), run);
    for (int const columns : {8, 16, 17, 24, 32, 48, 64, 128, 1024}) b->Arg(columns);
}

[[maybe_unused]] bool const registered = [] {
    measure<false>("softmax", og::softmax(x));
    measure<false>("log_softmax", og::log_softmax(x));
    measure<false>("rms_norm", og::rms_norm(x, 1_c));
    measure<false>("standardize", og::standardize(x));
    measure<true>("softmax", og::softmax(x));
    measure<true>("log_softmax", og::log_softmax(x));
    measure<true>("standardize", og::standardize(x));
    return true;
}();

}  // namespace
