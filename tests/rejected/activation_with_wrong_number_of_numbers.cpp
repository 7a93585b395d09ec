// expect: ogive: an activation is called with the wrong number of arguments

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
double const y = og::gelu(1.0, 2.0);
#else
double const y = og::swish(1.0, 2.0);
#endif
