// expect: ogive: a function is called with the wrong number of arguments

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto e = x - og::row_mean(x, 1);
#else
constexpr auto e = x - og::row_mean(x);
#endif
