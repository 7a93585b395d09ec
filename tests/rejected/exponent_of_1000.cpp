// expect: ogive: power(x, n) takes a whole constant n between -1000 and 1000: power(x, 3_c)

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f() { return og::derivative(og::power(x, 1000_c), x)(x = 1.0); }
#else
double f() { return og::derivative(og::power(x, 999_c), x)(x = 1.0); }
#endif
