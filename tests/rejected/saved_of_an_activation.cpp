// expect: ogive: a formula is made of expressions and constants: og::gelu(x) instead of og::gelu

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto kept() { return og::saved(og::gelu); }
#else
auto kept() { return og::saved(og::gelu(x)); }
#endif
