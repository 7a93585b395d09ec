// expect: ogive: a formula does not change: auto f = e - 1_c, not --e

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f() {
    auto e = og::gelu(x);
    --e;
    return e(x = 1.0);
}
#else
double f() {
    auto e = og::gelu(x) - 1_c;
    return e(x = 1.0);
}
#endif
