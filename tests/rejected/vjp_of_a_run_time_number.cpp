// expect: ogive: a run-time number cannot be part of a formula: write 0.5_c or og::c<0.5> for a constant

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f() {
    auto const [dx] = og::vjp(x * x, 1.0, x);
    return dx(x = 2.0);
}
#else
double f() {
    auto const [dx] = og::vjp(x * x, 1_c, x);
    return dx(x = 2.0);
}
#endif
