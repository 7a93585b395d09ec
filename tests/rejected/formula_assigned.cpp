// expect: ogive: a formula has a type of its own, which does not change

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

#ifdef OGIVE_REJECTED
void f() {
    auto e = og::gelu(x);
    e = e + y;
}
#else
void f() {
    auto e = og::gelu(x);
    auto sum = e + y;
    static_cast<void>(sum);
}
#endif
