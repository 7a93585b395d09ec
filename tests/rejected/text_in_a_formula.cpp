// expect: ogive: a formula is made of expressions and constants: og::gelu(x) instead of og::gelu

#include <ogive/ogive.hpp>

#include <vector>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto e = x * "x";
#else
constexpr auto e = x * x;
#endif
