// expect: ogive: a function in C has letters, digits and _ in its name
#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto const code = og::to_c<"my silu">(og::silu(x), x);
#else
auto const code = og::to_c<"my_silu">(og::silu(x), x);
#endif
