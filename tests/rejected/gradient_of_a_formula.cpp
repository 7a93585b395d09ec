// expect: ogive: og::grad(x) = dx asks backward for the gradient by one name

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f() { return og::grad(og::gelu(x), x)(x = 1.0); }
#else
double f() { return og::derivative(og::gelu(x), x)(x = 1.0); }
#endif
