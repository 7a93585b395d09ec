// What a user writes: two blocks that are not in the catalogue, a line for each.

#include <ogive/benchmark.hpp>

namespace og = ogive;

namespace {

constexpr og::var<"gate"> gate;
constexpr og::var<"up"> up;
constexpr og::param<"beta"> beta;

constexpr auto block = up + og::swish(gate, beta) * og::tanh(up);
constexpr auto weighted = og::softmax(gate) * beta;

}  // namespace

OGIVE_BENCHMARK(my_block, block, beta = 1.0f, og::full{}, og::benchmarking::type<float>{},
                og::benchmarking::elements(1000), og::benchmarking::elements(5000));
OGIVE_BENCHMARK(my_rows, weighted, beta = og::benchmarking::each_column(0.5), og::full{},
                og::benchmarking::type<double>{}, og::benchmarking::widest_instruction_set{},
                og::benchmarking::elements(8, 100));
