// Functions of different weight against the limits of this machine, in each level of its memory.

#include <ogive/benchmark.hpp>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"up"> up;
constexpr og::param<"w"> w;
constexpr og::param<"b"> b;

}  // namespace

using namespace og::benchmarking;

OGIVE_BENCHMARK(relu, og::relu(x), type<float>{}, widest_instruction_set{}, og::full{});
OGIVE_BENCHMARK(silu, og::silu(x), type<float>{}, widest_instruction_set{});
OGIVE_BENCHMARK(gelu, og::gelu(x), type<float>{}, widest_instruction_set{});
OGIVE_BENCHMARK(mish, og::mish(x), type<float>{}, widest_instruction_set{});
OGIVE_BENCHMARK(swiglu, og::swiglu(x, up), type<float>{}, widest_instruction_set{});
OGIVE_BENCHMARK(softmax, og::softmax(x), type<float>{}, widest_instruction_set{}, og::full{});
OGIVE_BENCHMARK(layer_norm, og::layer_norm(x, w, b), w = each_column(1), b = each_column(0), type<float>{},
                widest_instruction_set{}, og::full{});
