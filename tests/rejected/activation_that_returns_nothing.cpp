// expect: ogive: the function of an activation returns a formula

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

#ifdef OGIVE_REJECTED
constexpr auto twice = og::activation<"twice">([](auto t) { (void)(t * 2_c); });
double f() { return twice(3.0); }
#else
constexpr auto twice = og::activation<"twice">([](auto t) { return t * 2_c; });
double f() { return twice(3.0); }
#endif
