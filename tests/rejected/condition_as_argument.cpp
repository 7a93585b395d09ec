// expect: ogive: a condition (x > y) and a value are not interchangeable: write og::where(condition, a, b)

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
constexpr auto e = og::gelu(x > 0_c);  // gelu has its argument in two places
#else
constexpr auto e = og::gelu(og::where(x > 0_c, 1_c, 0_c));
#endif
