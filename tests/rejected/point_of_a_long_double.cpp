// expect: ogive: at a point a name is bound to a float, a double, a whole number or a batch
// names: beta

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
auto y = (x * beta)(x = 1.0, beta = 2.0L);
#else
auto y = (x * beta)(x = 1.0, beta = 2.0);
#endif
