// expect: ogive: a formula has no values before a call

#include <ogive/ogive.hpp>

namespace og = ogive;
using namespace ogive::literals;

constexpr og::var<"x"> x;

#ifdef OGIVE_REJECTED
static_assert(og::derivative(x * x, x) == 2_c * x);
#else
static_assert(og::same(og::derivative(x * x, x), 2_c * x));
#endif
