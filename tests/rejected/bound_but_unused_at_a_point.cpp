// expect: ogive: a name is bound that does not occur in this expression: take it out of the call
// names: beta

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
double const y = og::silu(x)(x = 1.0, beta = 2.0);
#else
double const y = og::silu(x)(x = 1.0);
#endif
