// expect: ogive: a formula has no values before a call

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace og::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
bool positive() { return x > 0_c; }
#else
bool positive() { return (x > 0_c)(x = 1.0); }
#endif
