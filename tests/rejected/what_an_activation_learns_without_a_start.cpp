// expect: ogive: what an activation learns are params that say where they start

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr og::param<"alpha"> alpha;
#else
constexpr og::param<"alpha", 0.25> alpha;
#endif
constexpr auto my = og::activation<"my">([](auto t, auto a) { return og::where(t > 0_c, t, a * t); }, alpha);
double f() { return my(x)(x = -2.0); }
