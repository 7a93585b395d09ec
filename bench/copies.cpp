// Functions out of the caches beside copies that read and write as much, by plain and by non-temporal stores: what is left
// above 1 is not memory. The names are <function>/<ogive|plain|streamed>/<elements>; bench/pairs.sh makes the table.

#include <ogive/ogive.hpp>
#include <ogive/simd/stream.hpp>

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"up"> up;
using batch = xsimd::batch<float>;

constexpr std::size_t elements = std::size_t(1) << 24;

struct buffers {
    std::vector<float> in[3], out[2];

    buffers() {
        std::mt19937 random(1);
        std::normal_distribution<float> normal(0, 2);
        for (auto& v : in) {
            v.resize(elements);
            for (std::size_t i = 0; i < elements; ++i) v[i] = i < 4096 ? normal(random) : v[i - 4096];
        }
        for (auto& v : out) v.resize(elements);
    }
    static buffers& all() {
        static buffers one;
        return one;
    }
};

struct plain {
    static void store(float* to, batch const& value) { value.store_unaligned(to); }
};
struct streamed {
    static void store(float* to, batch const& value) { og::simd::stream(to, value); }
};

/// Reads so many arrays, writes so many; each output is the sum of all inputs.
template <class Stores, int Inputs, int Outputs>
void copy(buffers& m) {
    // Non-temporal stores have to be aligned: what stands before is left out.
    std::size_t const first = -(reinterpret_cast<std::uintptr_t>(m.out[0].data()) / sizeof(float)) % 16;
    for (std::size_t i = first; i + batch::size <= elements; i += batch::size) {
        batch value = batch::load_unaligned(m.in[0].data() + i);
        for (int k = 1; k < Inputs; ++k) value = value + batch::load_unaligned(m.in[k].data() + i);
        for (int k = 0; k < Outputs; ++k) Stores::store(m.out[k].data() + i, value);
    }
    og::simd::end_streaming();
}

void add(std::string const& name, void (*pass)(buffers&)) {
    benchmark::RegisterBenchmark((name + "/" + std::to_string(elements)).c_str(), [pass](benchmark::State& state) {
        buffers& m = buffers::all();
        pass(m);
        for (auto _ : state) {
            pass(m);
            benchmark::ClobberMemory();
        }
    });
}
template <int Inputs, int Outputs>
void add_with_copies(std::string const& name, void (*pass)(buffers&)) {
    add(name + "/ogive", pass);
    add(name + "/plain", copy<plain, Inputs, Outputs>);
    add(name + "/streamed", copy<streamed, Inputs, Outputs>);
}
void add_function(std::string const& name, auto const& f) {
    static auto const e = f(x);
    add_with_copies<1, 1>(name, [](buffers& m) { og::evaluate(e, m.out[0], x = m.in[0]); });
    add_with_copies<2, 1>(name + "_backward",
                          [](buffers& m) { og::backward(e, m.in[1], x = m.in[0], og::grad(x) = m.out[0]); });
}

[[maybe_unused]] bool const added = [] {
    add_function("relu", og::relu);
    add_function("sigmoid", og::sigmoid);
    add_function("tanh", og::tanh);
    add_function("elu", og::elu);
    add_function("silu", og::silu);
    add_function("gelu", og::gelu);
    add_with_copies<2, 1>("swiglu", [](buffers& m) {
        og::evaluate(og::swiglu(x, up), m.out[0], x = m.in[0], up = m.in[1]);
    });
    add_with_copies<3, 2>("swiglu_backward", [](buffers& m) {
        og::backward(og::swiglu(x, up), m.in[2], x = m.in[0], up = m.in[1], og::grad(x) = m.out[0],
                     og::grad(up) = m.out[1]);
    });
    return true;
}();

}  // namespace
