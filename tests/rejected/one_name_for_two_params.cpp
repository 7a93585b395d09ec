// expect: ogive: this expression has one name for two things
#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::param<"a"> a;

#ifdef OGIVE_REJECTED
constexpr og::param<"a", 0.25> b;
#else
constexpr og::param<"b", 0.25> b;
#endif
double const y = (a * 10_c + b)(a = 2.0, b = 5.0);
