// expect: ogive: residual(f, x) is x + f(x), f a function of x

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f() { return og::residual(2.0, x)(x = 1.0); }
#else
double f() { return og::residual(og::relu, x)(x = 1.0); }
#endif
