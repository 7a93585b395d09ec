// expect: ogive: the function of an activation takes any expression

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto twice = og::activation<"twice">([](double t) { return t * 2; });
double f() { return twice(x)(x = 3.0); }
#else
constexpr auto twice = og::activation<"twice">([](auto t) { return t * 2_c; });
double f() { return twice(x)(x = 3.0); }
#endif
