// expect: ogive: an argument of OGIVE_BENCHMARK is `name = value` or an option

#include <ogive/benchmark.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
OGIVE_BENCHMARK(mine, og::silu(x), 4096);
#else
OGIVE_BENCHMARK(mine, og::silu(x), og::benchmarking::elements(4096), og::full{}, og::benchmarking::type<float>{},
                og::benchmarking::widest_instruction_set{});
#endif
