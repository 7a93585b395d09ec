// expect: ogive: to_c prints gradients by a var or a param of the formula
#include <ogive/ogive.hpp>

namespace og = ogive;

constexpr og::var<"x"> x;
constexpr og::var<"up"> up;

#ifdef OGIVE_REJECTED
auto const code = og::to_c<"silu">(og::silu(x), up);
#else
auto const code = og::to_c<"silu">(og::silu(x), x);
#endif
