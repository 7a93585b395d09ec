// expect: ogive: when(condition, dy) needs a condition first

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
constexpr auto w = og::when(beta, x);
#else
constexpr auto w = og::when(beta > 0_c, x);
#endif
