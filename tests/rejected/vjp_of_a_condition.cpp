// expect: ogive: a condition (x > y) has no derivative
#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::var<"dy"> dy;

#ifdef OGIVE_REJECTED
constexpr auto d = og::vjp(x > 0_c, dy, x);
#else
constexpr auto d = og::vjp(og::where(x > 0_c, x, 0_c), dy, x);
#endif
