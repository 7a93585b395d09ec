// How many vectors side by side: the packs of one, two, three, four and eight, in the cache and in memory.
//
//     cmake --build build/bench --target bench_packs && build/bench/bench/bench_packs

#include "count.hpp"

#include <ogive/ogive.hpp>

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto swish = og::swish(x, beta);

template <int Vectors, class Accuracy, class E, class... Bindings>
void measure(std::string const& name, E e, Bindings... bindings) {
    auto const run = [bindings...](benchmark::State& state) {
        auto const n = static_cast<std::size_t>(state.range(0));
        std::vector<float> in(n), out(n);
        for (std::size_t i = 0; i < n; ++i) in[i] = static_cast<float>(i % 1000) * 0.01f - 5;
        for (auto _ : state) og::evaluate<Accuracy, og::pack<Vectors>>(E{}, out, x = in, bindings...);
        count_elements(state, n);
    };
    static_cast<void>(e);
    benchmark::RegisterBenchmark((name + "/" + std::to_string(Vectors)).c_str(), run)->Arg(4096)->Arg(16777216);
}
template <class Accuracy = og::full, class E, class... Bindings>
void measure_all(std::string const& name, E e, Bindings... bindings) {
    measure<1, Accuracy>(name, e, bindings...), measure<2, Accuracy>(name, e, bindings...);
    measure<3, Accuracy>(name, e, bindings...), measure<4, Accuracy>(name, e, bindings...);
    measure<8, Accuracy>(name, e, bindings...);
}

[[maybe_unused]] bool const registered = [] {
    measure_all("silu", og::silu(x));
    measure_all("sigmoid", og::sigmoid(x));
    measure_all("softplus", og::softplus(x));
    measure_all("mish", x * og::tanh(og::softplus(x)));
    measure_all("residual_gelu", x + og::gelu(x));
    measure_all("gelu_tanh", og::gelu_tanh(x));
    measure_all("normal_cdf", og::normal_cdf(x));
    measure_all("silu_derivative", og::derivative(og::silu(x), x));
    measure_all("silu_and_derivative", og::silu(x) + og::derivative(og::silu(x), x));
    measure_all("three_functions", og::sigmoid(x) * og::tanh(2_c * x) + og::softplus(3_c * x));
    measure_all("swish_and_derivatives", swish + og::derivative(swish, x) + og::derivative(swish, beta), beta = 1.1f);
    measure_all<og::fast>("sigmoid_fast", og::sigmoid(x));
    measure_all<og::fast>("silu_fast", og::silu(x));
    measure_all<og::fast>("tanh_fast", og::tanh(x));
    measure_all<og::fast>("gelu_tanh_fast", og::gelu_tanh(x));
    measure_all<og::fast>("softplus_fast", og::softplus(x));
    return true;
}();

}  // namespace
