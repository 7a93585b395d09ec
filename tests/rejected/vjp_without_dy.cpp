// expect: ogive: a gradient is by a var or a param: vjp(e, dy, x, w)

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f() {
    auto const [dx] = og::vjp(x * x, x);
    return dx(x = 2.0);
}
#else
double f() {
    auto const [dx] = og::vjp(x * x, 1_c, x);
    return dx(x = 2.0);
}
#endif
