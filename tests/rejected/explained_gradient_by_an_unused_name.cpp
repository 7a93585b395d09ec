// expect: ogive: a name is bound that does not occur in this expression
// names: beta

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
int f() { return og::explain(og::gelu(x), og::grad(beta)).loops; }
#else
int f() { return og::explain(og::gelu(beta * x), og::grad(beta)).loops; }
#endif
