// expect: ogive: value(e) is bound, but e does not occur in this expression: take it out of the call
// names: tanh

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
int f() { return og::explain(og::sigmoid(x), og::grad(x), og::value(og::tanh(x))).loops; }
#else
int f() { return og::explain(og::tanh(x), og::grad(x), og::value(og::tanh(x))).loops; }
#endif
