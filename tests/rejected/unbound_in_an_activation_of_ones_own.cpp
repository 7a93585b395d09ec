// expect: ogive: a name used by this expression is bound to nothing: add `name = value` to the call
// names: slope

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::param<"slope"> slope;
constexpr auto line = og::activation<"line">([](auto x) { return slope * x; });

#ifdef OGIVE_REJECTED
double const y = line(1.0);
#else
constexpr og::var<"x"> x;
double const y = line(x)(x = 1.0, slope = 2.0);
#endif
