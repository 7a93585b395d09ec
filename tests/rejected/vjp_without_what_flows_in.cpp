// expect: ogive: a gradient needs what flows into the expression, and a name: vjp(e, dy, x, w)

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto d = og::vjp(x * x);
#else
constexpr auto d = og::vjp(x * x, 1_c, x);
#endif
