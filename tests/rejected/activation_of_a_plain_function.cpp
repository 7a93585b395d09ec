// expect: ogive: the function of an activation takes any expression

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace og::literals;

#ifdef OGIVE_REJECTED
float swish(float x) { return x / (1 + x * x); }
constexpr auto mine = og::activation<"mine">(swish);
#else
constexpr auto mine = og::activation<"mine">([](auto x) { return x / (1_c + x * x); });
#endif
