// expect: ogive: a formula has no values before a call: og::evaluate(e, y, x = v), then y[0]

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

#ifdef OGIVE_REJECTED
constexpr auto e = og::gelu(x[0]) + y;
#else
constexpr auto e = og::gelu(x) + y;
#endif
