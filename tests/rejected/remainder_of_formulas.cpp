// expect: ogive: of C++'s operators a formula has + - * /

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"y"> y;

#ifdef OGIVE_REJECTED
constexpr auto e = x % y;
#else
constexpr auto e = x / y;
#endif
