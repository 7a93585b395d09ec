// expect: ogive: an activation has its name in angle brackets

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto twice = og::activation("twice", [](auto t) { return t * 2_c; });
double f() { return twice(x)(x = 3.0); }
#else
constexpr auto twice = og::activation<"twice">([](auto t) { return t * 2_c; });
double f() { return twice(x)(x = 3.0); }
#endif
