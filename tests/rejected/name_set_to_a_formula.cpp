// expect: ogive: a name is bound to values, not to a formula
// names: og::gelu(x)

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
double f() {
    auto e = x;
    e = og::gelu(e);
    return e(x = 1.0);
}
#else
double f() {
    auto e = x;
    auto layer = og::gelu(e);
    return layer(x = 1.0);
}
#endif
