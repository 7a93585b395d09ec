// expect: ogive: a number is a float, a double or a whole number, which counts as double; a bool is a condition

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

#ifdef OGIVE_REJECTED
auto y = og::relu(1.0 < 2.0);
#else
auto y = og::relu(1.0);
#endif
