// expect: ogive: a formula does not change: auto f = e + 1_c, not e++

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto e = x++;
#else
auto e = x + 1_c;
#endif
