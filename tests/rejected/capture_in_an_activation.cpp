// expect: ogive: the function of an activation captures nothing

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto doubled(float k) {
    auto const times = og::activation<"times">([k](auto t) { return t * 2_c; });
    return times(x);
}
#else
auto doubled() {
    constexpr auto times = og::activation<"times">([](auto t) { return t * 2_c; });
    return times(x);
}
#endif
