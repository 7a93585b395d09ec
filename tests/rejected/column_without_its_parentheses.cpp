// expect: ogive: a formula is made of expressions and constants

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto e = x * og::column;
#else
auto e = x * og::column();
#endif
