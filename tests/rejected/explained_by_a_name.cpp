// expect: ogive: what is asked of an explanation is a gradient or a loaded value: explain(e, og::grad(x))

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto f() { return og::explain(x * x, x); }
#else
auto f() { return og::explain(x * x, og::grad(x)); }
#endif
