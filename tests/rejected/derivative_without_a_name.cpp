// expect: ogive: a derivative is by a var or a param: derivative(e, x)

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
auto d = og::derivative(x * x)(x = 1.0);
#else
auto d = og::derivative(x * x, x)(x = 1.0);
#endif
