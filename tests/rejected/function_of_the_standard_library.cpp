// expect: ogive: a formula is no number before a call

#include <ogive/ogive.hpp>

#include <cmath>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

#ifdef OGIVE_REJECTED
auto e = std::exp(x * y);
#else
auto e = og::exp(x * y);
#endif
