// expect: ogive: a function is called with the wrong number of arguments

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto e = og::pow(x);
#else
auto e = og::pow(x, 2_c);
#endif
