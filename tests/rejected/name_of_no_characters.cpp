// expect: ogive: a name has at least one character
#include <ogive/ogive.hpp>

namespace og = ogive;

#ifdef OGIVE_REJECTED
constexpr og::var<""> x;
#else
constexpr og::var<"x"> x;
#endif
static_assert(og::gelu(x)(x = 0.0) == 0);
