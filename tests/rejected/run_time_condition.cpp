// expect: ogive: a run-time number cannot be part of a formula

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"on"> on;

#ifdef OGIVE_REJECTED
auto f(bool b) { return og::where(x > 0_c && b, x, 0_c); }
#else
auto f() { return og::where(x > 0_c && on != 0_c, x, 0_c); }
#endif
