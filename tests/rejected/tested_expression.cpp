// expect: ogive: what is tested is a callable without state that takes one to four expressions

#include <ogive/testing.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto checked() { return og::testing::check(og::gelu(x)); }
#else
auto checked() { return og::testing::check(og::relu); }
#endif
