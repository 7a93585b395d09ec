// expect: ogive: properties are those of an activation

#include <ogive/ogive.hpp>
#include <ogive/properties.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto like() { return og::properties(og::gelu(x)); }
#else
auto like() { return og::properties(og::gelu); }
#endif
