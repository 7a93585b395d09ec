// expect: ogive: OGIVE_BENCHMARK needs a value for each param: add `beta = 1.0f`
// names: beta

#include <ogive/benchmark.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
OGIVE_BENCHMARK(mine, og::swish(x, beta));
#else
OGIVE_BENCHMARK(mine, og::swish(x, beta), beta = 1.0f, og::fast{}, og::benchmarking::type<float>{},
                og::benchmarking::widest_instruction_set{});
#endif
