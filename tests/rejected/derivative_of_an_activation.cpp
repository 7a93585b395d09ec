// expect: ogive: a formula is made of expressions and constants: og::gelu(x) instead of og::gelu

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto d = og::derivative(og::relu, x)(x = 1.0);
#else
auto d = og::derivative(og::relu(x), x)(x = 1.0);
#endif
