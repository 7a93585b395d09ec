// expect: ogive: a condition (x > y) has no derivative
#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto d = og::derivative(x > 0_c, x);
#else
constexpr auto d = og::derivative(og::where(x > 0_c, x, 0_c), x);
#endif
