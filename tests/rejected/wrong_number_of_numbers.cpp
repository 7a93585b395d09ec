// expect: ogive: a function is called with the wrong number of arguments

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
double const y = og::exp(1.0, 2.0);
#else
double const y = og::exp(1.0);
#endif
