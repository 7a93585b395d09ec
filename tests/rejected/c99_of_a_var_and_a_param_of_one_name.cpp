// expect: ogive: this expression has one name for two things, a var and a param or params of different starts
#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;
#ifdef OGIVE_REJECTED
constexpr og::param<"x"> a;
#else
constexpr og::param<"a"> a;
#endif
auto const code = og::to_c(x * a, x, a);
