// expect: ogive: a run-time number cannot be part of a formula: write 0.5_c or og::c<0.5> for a constant

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
constexpr auto e = og::power(x, 3);
#else
constexpr auto e = og::power(x, 3_c);
#endif
