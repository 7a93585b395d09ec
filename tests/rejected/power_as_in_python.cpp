// expect: ogive: x^3 is og::power(x, 3_c)

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f() { return (x ** 3_c)(x = 2.0); }
#else
double f() { return og::power(x, 3_c)(x = 2.0); }
#endif
