// expect: ogive: a name is bound twice in one call
// names: beta

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;
constexpr auto e = og::swish(x, beta);

#ifdef OGIVE_REJECTED
double const y = e(x = 1.0, beta = 2.0, beta = 2.0);
#else
double const y = e(x = 1.0, beta = 2.0);
#endif
