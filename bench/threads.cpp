// std::execution::par beside one thread, by size. The names are <function>/<par|seq>/<elements>; bench/pairs.sh makes the
// table, of the time on the wall.

#include <ogive/ogive.hpp>

#include <benchmark/benchmark.h>

#include <execution>
#include <random>
#include <string>
#include <vector>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;

template <class Policy, class E>
void run(benchmark::State& state, Policy const& policy, E e) {
    auto const elements = static_cast<std::size_t>(state.range(0));
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0, 2);
    std::vector<float> in(elements), out(elements);
    for (auto& v : in) v = normal(random);
    for (auto _ : state) {
        og::evaluate(policy, e, out, x = in);
        benchmark::ClobberMemory();
    }
}

void add(std::string const& name, auto e) {
    auto const sizes = [](auto* b) {
        for (std::int64_t n = 1 << 10; n <= 1 << 22; n *= 4) b->Arg(n);
        b->UseRealTime();
    };
    sizes(benchmark::RegisterBenchmark((name + "/par").c_str(), [e](auto& s) { run(s, std::execution::par, e); }));
    sizes(benchmark::RegisterBenchmark((name + "/seq").c_str(), [e](auto& s) { run(s, std::execution::seq, e); }));
}

[[maybe_unused]] bool const added = [] {
    add("relu", og::relu(x));
    add("gelu", og::gelu(x));
    return true;
}();

}  // namespace
