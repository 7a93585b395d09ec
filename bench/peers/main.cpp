// Every function by everyone who has it: <function>/<library>/<aligned|unaligned>/<rows>x<columns>. bench/peers.awk
// makes the table. With --accuracy, their errors instead of their times.

#include "../count.hpp"
#include "peers.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace {

struct entry {
    std::string function, library;
    peers::maker make;
};
std::vector<entry>& entries() {
    static std::vector<entry> all;
    return all;
}

constexpr std::size_t largest = 1 << 24;

// Five buffers for all, each with room to be shifted off its alignment.
struct buffers {
    std::vector<float> memory[5];
    buffers() {
        std::mt19937 random(1);
        std::normal_distribution<float> normal(0, 2);
        for (auto& m : memory) {
            m.resize(largest + 32);
            for (std::size_t i = 0; i < m.size(); ++i) m[i] = i < 65536 ? normal(random) : m[i - 65536];
        }
    }
    float* at(int k, bool aligned) {
        auto const address = reinterpret_cast<std::uintptr_t>(memory[k].data());
        return memory[k].data() + (64 - address % 64) % 64 / sizeof(float) + (aligned ? 0 : 1);
    }
};

void measure(benchmark::State& state, peers::maker make, std::size_t rows, std::size_t columns, bool aligned) {
    static buffers b;
    peers::problem const p{
        rows, columns, b.at(0, aligned), b.at(1, aligned), b.at(2, aligned), b.at(3, aligned), b.at(4, aligned)};
    peers::runner const run = make(p);
    if (!run) return state.SkipWithError("not for this problem");
    for (auto _ : state) {
        run();
        benchmark::ClobberMemory();
    }
    count_elements(state, p.size());
}

struct shape {
    std::size_t rows, columns;
};

bool runs_along_rows(std::string const& function) {
    return function.starts_with("softmax") || function.find("norm") != std::string::npos;
}

}  // namespace

void peers::offer(char const* function, char const* library, maker make) {
    entries().push_back({function, library, make});
}

int main(int argc, char** argv) {
    if (argc == 2 && std::string(argv[1]) == "--accuracy") {
        for (entry const& e : entries()) peers::print_accuracy(e.function.c_str(), e.library.c_str(), e.make);
        return 0;
    }
    for (entry const& e : entries()) {
        std::vector<shape> const shapes =
            runs_along_rows(e.function)
                ? std::vector<shape>{{512, 128}, {64, 1024}, {4, 32000}}
                : std::vector<shape>{{1, 1024}, {1, 4096}, {1, 65536}, {1, 1 << 20}, {1, largest}};
        for (shape const s : shapes)
            for (bool const aligned : {true, false}) {
                std::string const name = e.function + '/' + e.library + (aligned ? "/aligned/" : "/unaligned/") +
                                         std::to_string(s.rows) + 'x' + std::to_string(s.columns);
                benchmark::RegisterBenchmark(name.c_str(), [=, make = e.make](benchmark::State& state) {
                    measure(state, make, s.rows, s.columns, aligned);
                });
            }
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
}
