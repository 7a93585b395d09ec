// expect: ogive: the function of an activation returns a formula

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto one = og::activation<"one">([](auto) { return 1.0; });
double f() { return (x * one(x))(x = 2.0); }
#else
constexpr auto one = og::activation<"one">([](auto) { return 1_c; });
double f() { return (x * one(x))(x = 2.0); }
#endif
