// What arguments far out cost: ns an element of 4,096 that are all x, forward and backward.
//
//     cmake --build build/bench --target bench_saturated && build/bench/bench/bench_saturated

#include "count.hpp"

#include <ogive/ogive.hpp>

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr std::size_t elements = 4096;

template <bool Backward, class E>
void measure(std::string const& name, E) {
    auto const run = [](benchmark::State& state) {
        std::vector<float> in(elements, static_cast<float>(state.range(0))), dy(elements, 1.0f), out(elements);
        for (auto _ : state) {
            if constexpr (Backward)
                og::backward(E{}, dy, x = in, og::grad(x) = out);
            else
                og::evaluate(E{}, out, x = in);
        }
        count_elements(state, elements);
    };
    auto* const b = benchmark::RegisterBenchmark((name + (Backward ? "_backward" : "")).c_str(), run);
    for (int const at : {-2, -20, -60, -90, -110, -1000, 60, 1000}) b->Arg(at);
}
template <class E>
void measure_both(std::string const& name, E e) {
    measure<false>(name, e), measure<true>(name, e);
}

[[maybe_unused]] bool const registered = [] {
    measure_both("exp", og::exp(x));
    measure_both("sigmoid", og::sigmoid(x));
    measure_both("silu", og::silu(x));
    measure_both("gelu", og::gelu(x));
    measure_both("gelu_tanh", og::gelu_tanh(x));
    measure_both("mish", og::mish(x));
    measure_both("softplus", og::softplus(x));
    measure_both("elu", og::elu(x));
    measure_both("tanh", og::tanh(x));
    measure_both("erf", og::erf(x));
    return true;
}();

}  // namespace
