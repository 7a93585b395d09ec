// Fused against one pass per operation, as the number of operations grows: every fourth is a tanh.

#include <ogive/benchmark.hpp>

namespace og = ogive;

namespace {

constexpr og::var<"x"> x;
constexpr og::var<"u"> u;

constexpr auto operations_1 = x * u;
constexpr auto operations_2 = operations_1 + x;
constexpr auto operations_4 = og::tanh(operations_2) - u;
constexpr auto operations_8 = og::tanh(operations_4 * u + x) - u;
constexpr auto operations_12 = og::tanh(operations_8 * u + x) - u;
constexpr auto operations_16 = og::tanh(operations_12 * u + x) - u;

}  // namespace

using namespace og::benchmarking;

#define GROWTH(name)                                                                                 \
    OGIVE_BENCHMARK(name, name, og::full{}, type<float>{}, widest_instruction_set{}, elements(4096), \
                    elements(1 << 24))
GROWTH(operations_1);
GROWTH(operations_2);
GROWTH(operations_4);
GROWTH(operations_8);
GROWTH(operations_12);
GROWTH(operations_16);
