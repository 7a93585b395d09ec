// expect: ogive: a formula is made of expressions and constants

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double y = og::gelu(x = 1.0);
#else
double y = og::gelu(x)(x = 1.0);
#endif
