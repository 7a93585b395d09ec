// expect: ogive: a function in C has letters, digits and _ in its name, and not the name of a function of math.h
#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto const code = og::to_c<"tan", double>(og::tanh(x), x);
#else
auto const code = og::to_c<"my_tanh", double>(og::tanh(x), x);
#endif
