// expect: ogive: a formula is made of expressions and constants

#include <ogive/ogive.hpp>

namespace og = ogive;

#ifdef OGIVE_REJECTED
auto y = og::gelu(xsimd::batch<int>(1));
#else
auto y = og::gelu(xsimd::batch<float>(1.0f));
#endif
