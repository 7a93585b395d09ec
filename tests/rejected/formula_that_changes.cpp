// expect: ogive: a formula does not change

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f() {
    auto e = og::gelu(x);
    e += x;
    return e(x = 1.0);
}
#else
double f() {
    auto e = og::gelu(x) + x;
    return e(x = 1.0);
}
#endif
