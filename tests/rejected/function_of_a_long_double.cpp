// expect: ogive: a number is a float, a double or a whole number, which counts as double; a bool is a condition

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

#ifdef OGIVE_REJECTED
auto y = og::exp(1.0L);
#else
auto y = og::exp(1.0);
#endif
