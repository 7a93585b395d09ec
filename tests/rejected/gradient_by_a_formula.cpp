// expect: ogive: a gradient is by a var or a param: vjp(e, dy, x, w)
// names: beta

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;
constexpr og::param<"beta"> beta;

#ifdef OGIVE_REJECTED
constexpr auto d = og::vjp(x * beta, 1_c, beta + 1_c);
#else
constexpr auto d = og::vjp(x * beta, 1_c, beta);
#endif
