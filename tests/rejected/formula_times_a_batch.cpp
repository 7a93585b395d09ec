// expect: ogive: a formula is made of expressions and constants

#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto y = og::gelu(x) * xsimd::batch<float>(2.0f);
#else
auto y = og::gelu(x)(x = xsimd::batch<float>(2.0f));
#endif
