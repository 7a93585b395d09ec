// Fused against one pass per operation against a hand-written loop. The names are
// <block>/<pass>/<how>/<type>/<elements>; bench/fused.sh makes the table of ratios.

#include "hand_written.hpp"

#include <ogive/ogive.hpp>

#include <benchmark/benchmark.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace og = ogive;
using namespace ogive::literals;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"gate"> gate;
constexpr og::var<"up"> up;
constexpr og::var<"a"> a;
constexpr og::var<"b"> b;

template <class F>
struct buffers {
    std::size_t n;
    std::vector<F> in[3], out[2], scratch[6];

    explicit buffers(std::size_t size) : n(size) {
        std::mt19937 random(1);
        std::normal_distribution<F> normal(0, 2);
        for (auto& v : in) {
            v.resize(n);
            for (std::size_t i = 0; i < n; ++i) v[i] = i < 4096 ? normal(random) : v[i - 4096];
        }
        for (auto& v : out) v.resize(n);
    }
    void need_scratch() {
        for (auto& v : scratch) v.resize(n);
    }
    // Made once: filling 16M values takes longer than what is measured.
    static buffers& of(std::size_t size) {
        static std::map<std::size_t, buffers> all;
        return all.try_emplace(size, size).first->second;
    }
};

// Each operation a call of its own, as a framework runs it.
template <class F>
struct one_pass_each {
    static void silu(buffers<F>& m) {
        og::evaluate(og::sigmoid(a), m.scratch[0], a = m.in[0]);
        og::evaluate(a * b, m.out[0], a = m.in[0], b = m.scratch[0]);
    }
    static void silu_backward(buffers<F>& m) {
        og::evaluate(og::sigmoid(a), m.scratch[0], a = m.in[0]);
        og::evaluate(a * b, m.scratch[1], a = m.in[1], b = m.in[0]);          // by the sigmoid
        og::evaluate(a * b, m.scratch[2], a = m.in[1], b = m.scratch[0]);     // by x, directly
        og::evaluate(a * (b * (1_c - b)), m.scratch[1], a = m.scratch[1], b = m.scratch[0]);
        og::evaluate(a + b, m.out[0], a = m.scratch[1], b = m.scratch[2]);
    }
    static void swiglu(buffers<F>& m) {
        og::evaluate(og::sigmoid(a), m.scratch[0], a = m.in[0]);
        og::evaluate(a * b, m.scratch[1], a = m.in[0], b = m.scratch[0]);
        og::evaluate(a * b, m.out[0], a = m.scratch[1], b = m.in[1]);
    }
    static void swiglu_backward(buffers<F>& m) {
        og::evaluate(og::sigmoid(a), m.scratch[0], a = m.in[0]);
        og::evaluate(a * b, m.scratch[1], a = m.in[0], b = m.scratch[0]);
        og::evaluate(a * b, m.out[1], a = m.in[2], b = m.scratch[1]);         // by up
        og::evaluate(a * b, m.scratch[2], a = m.in[2], b = m.in[1]);          // by the gate's value
        og::evaluate(a * b, m.scratch[3], a = m.scratch[2], b = m.in[0]);     // by the sigmoid
        og::evaluate(a * b, m.scratch[4], a = m.scratch[2], b = m.scratch[0]);
        og::evaluate(a * (b * (1_c - b)), m.scratch[3], a = m.scratch[3], b = m.scratch[0]);
        og::evaluate(a + b, m.out[0], a = m.scratch[3], b = m.scratch[4]);
    }
    static void residual_gelu(buffers<F>& m) {
        og::evaluate(og::gelu(a), m.scratch[0], a = m.in[0]);
        og::evaluate(a + b, m.out[0], a = m.in[0], b = m.scratch[0]);
    }
    static void residual_gelu_backward(buffers<F>& m) {
        og::backward(og::gelu(a), m.in[1], a = m.in[0], og::grad(a) = m.scratch[0]);
        og::evaluate(a + b, m.out[0], a = m.in[1], b = m.scratch[0]);
    }
};

template <class F>
struct fused {
    static void silu(buffers<F>& m) { og::evaluate(og::silu(x), m.out[0], x = m.in[0]); }
    static void silu_backward(buffers<F>& m) { og::backward(og::silu(x), m.in[1], x = m.in[0], og::grad(x) = m.out[0]); }
    static void swiglu(buffers<F>& m) { og::evaluate(og::swiglu(gate, up), m.out[0], gate = m.in[0], up = m.in[1]); }
    static void swiglu_backward(buffers<F>& m) {
        og::backward(og::swiglu(gate, up), m.in[2], gate = m.in[0], up = m.in[1], og::grad(gate) = m.out[0],
                     og::grad(up) = m.out[1]);
    }
    static void residual_gelu(buffers<F>& m) { og::evaluate(og::residual(og::gelu, x), m.out[0], x = m.in[0]); }
    static void residual_gelu_backward(buffers<F>& m) {
        og::backward(og::residual(og::gelu, x), m.in[1], x = m.in[0], og::grad(x) = m.out[0]);
    }
};

template <class F, int N>
struct by_hand {
    static void silu(buffers<F>& m) { hand_written::silu<N>(m.n, m.in[0].data(), m.out[0].data()); }
    static void silu_backward(buffers<F>& m) {
        hand_written::silu_backward<N>(m.n, m.in[0].data(), m.in[1].data(), m.out[0].data());
    }
    static void swiglu(buffers<F>& m) {
        hand_written::swiglu<N>(m.n, m.in[0].data(), m.in[1].data(), m.out[0].data());
    }
    static void swiglu_backward(buffers<F>& m) {
        hand_written::swiglu_backward<N>(m.n, m.in[0].data(), m.in[1].data(), m.in[2].data(), m.out[0].data(),
                                         m.out[1].data());
    }
    static void residual_gelu(buffers<F>& m) { hand_written::residual_gelu<N>(m.n, m.in[0].data(), m.out[0].data()); }
    static void residual_gelu_backward(buffers<F>& m) {
        hand_written::residual_gelu_backward<N>(m.n, m.in[0].data(), m.in[1].data(), m.out[0].data());
    }
};

template <class F>
void add(std::string const& name, void (*pass)(buffers<F>&), std::size_t n, bool scratch) {
    benchmark::RegisterBenchmark((name + "/" + (sizeof(F) == 4 ? "float/" : "double/") + std::to_string(n)).c_str(),
                                 [pass, n, scratch](benchmark::State& state) {
                                     buffers<F>& m = buffers<F>::of(n);
                                     if (scratch) m.need_scratch();
                                     pass(m);
                                     for (auto _ : state) {
                                         pass(m);
                                         benchmark::ClobberMemory();
                                     }
                                     state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(n));
                                 });
}

template <class F>
void add_all(std::size_t n) {
#define OGIVE_BENCH_BLOCK(name)                                             \
    add<F>(#name "/fused", fused<F>::name, n, false);                       \
    add<F>(#name "/hand1", by_hand<F, 1>::name, n, false);                  \
    add<F>(#name "/hand2", by_hand<F, 2>::name, n, false);                  \
    add<F>(#name "/hand4", by_hand<F, 4>::name, n, false);                  \
    add<F>(#name "/each", one_pass_each<F>::name, n, true);
    OGIVE_BENCH_BLOCK(silu)
    OGIVE_BENCH_BLOCK(silu_backward)
    OGIVE_BENCH_BLOCK(swiglu)
    OGIVE_BENCH_BLOCK(swiglu_backward)
    OGIVE_BENCH_BLOCK(residual_gelu)
    OGIVE_BENCH_BLOCK(residual_gelu_backward)
#undef OGIVE_BENCH_BLOCK
}

}  // namespace

int main(int argc, char** argv) {
    for (std::size_t const n : {64u, 256u, 4096u, 65536u, 1u << 20, 1u << 24}) {
        add_all<float>(n);
        add_all<double>(n);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
