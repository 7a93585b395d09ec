// A block of one's own, measured: forward and backward, fused and one pass per operation, in each size of memory.

#include <ogive/benchmark.hpp>

namespace og = ogive;

constexpr og::var<"gate"> gate;
constexpr og::var<"up"> up;
constexpr og::param<"beta"> beta;

constexpr auto block = up + og::swish(gate, beta) * og::tanh(up);

OGIVE_BENCHMARK(my_block, block, beta = 1.0f);
