// expect: ogive: what flows into an expression is a value: vjp(e, dy, x, w)
#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto d = og::vjp(x * x, x > 0_c, x);
#else
constexpr auto d = og::vjp(x * x, og::where(x > 0_c, 1_c, 0_c), x);
#endif
