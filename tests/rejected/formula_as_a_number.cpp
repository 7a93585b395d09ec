// expect: ogive: a formula is no number before a call

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

#ifdef OGIVE_REJECTED
double f() { return og::gelu(x * y); }
#else
double f() { return og::gelu(x * y)(x = 1.0, y = 2.0); }
#endif
