// expect: ogive: a formula has no values before a call: write og::where(x > 0_c, a, b) for x > 0_c ? a : b

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f(double v) {
    if (x > 0_c) return v;
    return 0;
}
#else
double f(double v) { return og::where(x > 0_c, x, 0_c)(x = v); }
#endif
